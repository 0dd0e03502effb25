package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// How PostgreSQL writes what is done with JSON.
final class PostgresJson {

  private PostgresJson() {}

  static void add(Functions.Builder table) {
    table
        .add("JSON", PostgresJson::whole)
        .add("JSONArray", PostgresJson::array)
        .add("JSONObject", PostgresJson::object)
        .add("JSONValue", PostgresJson::whole)
        .add("JsonKey", (call, out) -> part(" #> ", call, out))
        .add("JsonKeyText", (call, out) -> part(" #>> ", call, out))
        .add("HasKey", "JSONB_EXISTS(({0})::jsonb, {1})")
        .add("HasKeys", (call, out) -> keys("JSONB_EXISTS_ALL(", call, out))
        .add("HasAnyKeys", (call, out) -> keys("JSONB_EXISTS_ANY(", call, out))
        .add("DataContains", "(({0})::jsonb @> {1})")
        .add("ContainedBy", "(({0})::jsonb <@ {1})");
  }

  /// A placeholder says its type itself; a column may also be of the type that cannot be compared.
  private static void whole(SqlExpr.Function call, SqlOut out) {
    SqlExpr value = call.args().getFirst();
    boolean typed = value instanceof SqlExpr.Param;
    out.text(typed ? "" : "(").expr(value).text(typed ? "" : ")::jsonb");
  }

  private static void object(SqlExpr.Function call, SqlOut out) {
    out.text("JSONB_BUILD_OBJECT(");
    for (int i = 0; i < call.args().size(); i++) {
      member(i, i % 2 == 0, call.args().get(i), out);
    }
    out.text(")");
  }

  private static void array(SqlExpr.Function call, SqlOut out) {
    out.text("JSONB_BUILD_ARRAY(");
    for (int i = 0; i < call.args().size(); i++) {
      member(i, false, call.args().get(i), out);
    }
    out.text(")");
  }

  /// A placeholder among arguments of any type must say that it is text.
  private static void member(int index, boolean key, SqlExpr arg, SqlOut out) {
    boolean text = key || (arg instanceof SqlExpr.Param && arg.type().kind() == Kind.TEXT);
    out.text(index == 0 ? "" : ", ").text(text ? "(" : "").expr(arg).text(text ? ")::text" : "");
  }

  private static void part(String sign, SqlExpr.Function call, SqlOut out) {
    JsonPart part = JsonPart.of(call);
    out.text("((").expr(part.root()).text(")::jsonb").text(sign);
    out.binding(new Binding(part.path().postgres(), FieldTypes.TEXT)).text("::text[])");
  }

  private static void keys(String open, SqlExpr.Function call, SqlOut out) {
    List<SqlExpr> args = new ArrayList<>(call.args());
    out.text(open)
        .text("(")
        .expr(args.removeFirst())
        .text(")::jsonb, ARRAY[")
        .list(args)
        .text("]::text[])");
  }
}
