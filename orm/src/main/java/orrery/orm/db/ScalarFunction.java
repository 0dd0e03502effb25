package orrery.orm.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import orrery.orm.error.OrmError;

/// A Java method as a function of SQL on one connection.
///
/// Values come as `Long`, `Double`, `String`, array of bytes, or null, and go back the same; what
/// the method throws becomes the error of the statement.
final class ScalarFunction extends Function {

  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int TEXT = 3;
  private static final int BLOB = 4;

  /// What a function does.
  interface Body {
    @Nullable Object call(@Nullable Object[] args);
  }

  private final Body body;

  ScalarFunction(Body body) {
    this.body = body;
  }

  @Override
  protected void xFunc() throws SQLException {
    @Nullable Object[] args = new Object[args()];
    for (int i = 0; i < args.length; i++) {
      args[i] = arg(i);
    }
    @Nullable Object value;
    try {
      value = body.call(args);
    } catch (OrmError e) {
      // Only the sentence: the class is not the user's.
      error(e.sentence());
      return;
    }
    switch (value) {
      case null -> result();
      case Long number -> result(number);
      case Integer number -> result((long) number);
      case Double number -> result(number);
      case Boolean truth -> result(truth ? 1 : 0);
      case byte[] bytes -> result(bytes);
      case Object text -> result(text.toString());
    }
  }

  private @Nullable Object arg(int index) throws SQLException {
    return switch (value_type(index)) {
      case INTEGER -> value_long(index);
      case FLOAT -> value_double(index);
      case TEXT -> value_text(index);
      case BLOB -> value_blob(index);
      default -> null;
    };
  }
}
