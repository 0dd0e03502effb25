package orrery.orm.dialect;

import java.util.List;
import orrery.orm.sql.SqlExpr;

/// A part of a JSON value: the whole value, and the way to the part.
record JsonPart(SqlExpr root, JsonPath path) {

  /// Returns what `expr` is a part of; a value that is no part is a whole one.
  static JsonPart of(SqlExpr expr) {
    return expr instanceof SqlExpr.Function call && call.name().equals("JsonKey")
        ? of(call)
        : new JsonPart(expr, JsonPath.WHOLE);
  }

  /// Returns the part that `call` takes: of its first argument, by the keys behind it.
  static JsonPart of(SqlExpr.Function call) {
    JsonPart outer = of(call.args().getFirst());
    List<SqlExpr> keys = call.args().subList(1, call.args().size());
    return new JsonPart(outer.root(), outer.path().then(keys));
  }
}
