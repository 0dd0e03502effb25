package orrery.orm.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/// The first value that is not NULL, as an aggregate of SQL.
final class AnyValue extends Function.Aggregate {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int TEXT = 3;
  private static final int BLOB = 4;

  private @Nullable Object value;

  @Override
  protected void xStep() throws SQLException {
    if (value == null) {
      value =
          switch (value_type(0)) {
            case INTEGER -> value_long(0);
            case FLOAT -> value_double(0);
            case TEXT -> value_text(0);
            case BLOB -> value_blob(0);
            default -> null;
          };
    }
  }

  @Override
  protected void xFinal() throws SQLException {
    switch (value) {
      case null -> result();
      case Long number -> result(number);
      case Double number -> result(number);
      case byte[] bytes -> result(bytes);
      case Object text -> result(text.toString());
    }
  }
}
