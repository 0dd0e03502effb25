package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldTypes;

/// How PostgreSQL writes what is done with JSON.
final class PostgresJson {

  private PostgresJson() {}

  static void add(Functions.Builder table) {
    table
        .add("JSON", "{*}")
        .add("JSONArray", "JSONB_BUILD_ARRAY({*})")
        .add("JSONObject", PostgresJson::object)
        .add("JSONValue", "({0})::jsonb")
        .add("KeyTransform", (call, out) -> part(" #> ", call, out))
        .add("KeyTextTransform", (call, out) -> part(" #>> ", call, out))
        .add("HasKey", "JSONB_EXISTS({0}, {1})")
        .add("HasKeys", (call, out) -> keys("JSONB_EXISTS_ALL(", call, out))
        .add("HasAnyKeys", (call, out) -> keys("JSONB_EXISTS_ANY(", call, out))
        .add("DataContains", "({0} @> {1}::jsonb)")
        .add("ContainedBy", "({0} <@ {1}::jsonb)");
  }

  /// A placeholder among arguments of any type must say that it is text.
  private static void object(SqlExpr.Function call, SqlOut out) {
    out.text("JSONB_BUILD_OBJECT(");
    for (int i = 0; i < call.args().size(); i++) {
      boolean key = i % 2 == 0;
      out.text(i == 0 ? "" : ", ").text(key ? "(" : "").expr(call.args().get(i));
      out.text(key ? ")::text" : "");
    }
    out.text(")");
  }

  private static void part(String sign, SqlExpr.Function call, SqlOut out) {
    List<SqlExpr> args = call.args();
    JsonPath path = JsonPath.of(args.subList(1, args.size()));
    out.text("(").operand(args.getFirst()).text(sign);
    out.binding(new Binding(path.postgres(), FieldTypes.TEXT)).text("::text[])");
  }

  private static void keys(String open, SqlExpr.Function call, SqlOut out) {
    List<SqlExpr> args = new ArrayList<>(call.args());
    out.text(open).expr(args.removeFirst()).text(", ARRAY[").list(args).text("]::text[])");
  }
}
