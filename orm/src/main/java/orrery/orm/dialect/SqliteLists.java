package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;

/// Lists of any length behind one placeholder: as a JSON array, which SQLite takes for a table.
final class SqliteLists {

  private SqliteLists() {}

  /// Returns `in` with its list behind one placeholder; the same where the list holds more than
  /// plain values that JSON has.
  static SqlExpr condensed(SqlExpr.In in) {
    List<@Nullable Object> stored = new ArrayList<>(in.items().size());
    boolean decimal = false;
    for (SqlExpr item : in.items()) {
      if (!(item instanceof SqlExpr.Param param)) {
        return in;
      }
      Object value = SqliteCodecs.encode(param.value());
      if (value instanceof byte[] || (value instanceof Double d && !Double.isFinite(d))) {
        return in;
      }
      decimal |= param.type().kind() == Kind.DECIMAL;
      stored.add(value);
    }
    return new SqlExpr.InRows(
        in.left(),
        new Statement.RawRows(
            decimal
                ? "SELECT CAST(value AS NUMERIC) FROM JSON_EACH(?)"
                : "SELECT value FROM JSON_EACH(?)",
            List.of(new SqlExpr.Param(Json.of(stored).text(), FieldTypes.TEXT)),
            List.of(in.left().type())));
  }
}
