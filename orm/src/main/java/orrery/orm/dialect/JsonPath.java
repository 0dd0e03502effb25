package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.TypeError;
import orrery.orm.sql.SqlExpr;

/// A way into a JSON value: names of members and places in lists.
///
/// @param keys a `String` for a name, a `Long` for a place
record JsonPath(List<Object> keys) {

  /// The way to the whole value.
  static final JsonPath WHOLE = new JsonPath(List.of());

  JsonPath {
    keys = List.copyOf(keys);
  }

  /// Returns this path and then `more`, where a text of digits is a place, as in Django.
  JsonPath then(List<SqlExpr> more) {
    List<Object> path = new ArrayList<>(keys);
    for (SqlExpr key : more) {
      Object value = value(key);
      boolean place = value instanceof String s && s.matches("-?\\d{1,9}");
      path.add(place ? (Object) Long.valueOf(value.toString()) : value);
    }
    return new JsonPath(path);
  }

  /// Returns this path and then the member called `key`, even where that is a number.
  JsonPath member(SqlExpr key) {
    List<Object> path = new ArrayList<>(keys);
    path.add(value(key).toString());
    return new JsonPath(path);
  }

  private static Object value(SqlExpr key) {
    if (key instanceof SqlExpr.Param param && param.value() != null) {
      return param.value() instanceof Number n ? (Object) n.longValue() : param.value().toString();
    }
    throw new TypeError("A key of a JSON value must be a text or a number.");
  }

  /// Returns SQLite's spelling: `$."name"[0]`.
  String sqlite() {
    StringBuilder out = new StringBuilder("$");
    for (Object key : keys) {
      if (key instanceof Long place) {
        out.append(place < 0 ? "[#" : "[").append(place).append(']');
      } else {
        String name = key.toString();
        out.append(".\"").append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    return out.toString();
  }

  /// Returns PostgreSQL's spelling, as the text of an array: `{"name","0"}`.
  String postgres() {
    List<String> quoted = new ArrayList<>();
    for (Object key : keys) {
      quoted.add('"' + key.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return "{" + String.join(",", quoted) + "}";
  }
}
