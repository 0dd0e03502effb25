package orrery.orm.dialect;

import java.util.List;
import orrery.orm.error.NotSupportedError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;

/// How SQLite writes what is done with JSON, which it keeps as text.
final class SqliteJson {

  private SqliteJson() {}

  static void add(Functions.Builder table) {
    table
        .add("JSON", "JSON({*})")
        .add("JSONArray", (call, out) -> build("JSON_ARRAY(", call, out))
        .add("JSONObject", (call, out) -> build("JSON_OBJECT(", call, out))
        .add("JSONValue", SqliteJson::value)
        .add("JsonKey", SqliteJson::key)
        .add("JsonKeyText", SqliteJson::key)
        .add("HasKey", (call, out) -> hasKeys(" AND ", call, out))
        .add("HasKeys", (call, out) -> hasKeys(" AND ", call, out))
        .add("HasAnyKeys", (call, out) -> hasKeys(" OR ", call, out))
        .add("DataContains", (call, out) -> refuse("contains"))
        .add("ContainedBy", (call, out) -> refuse("contained_by"));
  }

  /// A JSON column is text, which would become a string inside.
  private static void build(String open, SqlExpr.Function call, SqlOut out) {
    out.text(open);
    for (int i = 0; i < call.args().size(); i++) {
      SqlExpr arg = call.args().get(i);
      boolean column = arg.type().kind() == Kind.JSON && !(arg instanceof SqlExpr.Function);
      out.text(i == 0 ? "" : ", ").text(column ? "JSON(" : "").expr(arg).text(column ? ")" : "");
    }
    out.text(")");
  }

  /// A value to compare a part of a JSON value with: a text without its quotes, a number as such,
  /// and `true`, `false` and `null` as these words.
  private static void value(SqlExpr.Function call, SqlOut out) {
    SqlExpr arg = call.args().getFirst();
    boolean word =
        arg instanceof SqlExpr.Param param
            && param.value() instanceof Json json
            && List.of("true", "false", "null").contains(json.text());
    out.text(word ? "" : "JSON_EXTRACT(").expr(arg).text(word ? "" : ", '$')");
  }

  /// The part of a JSON value at a path, so that it compares with a [#value].
  private static void key(SqlExpr.Function call, SqlOut out) {
    JsonPart part = JsonPart.of(call);
    out.text("(CASE WHEN JSON_TYPE(");
    write(part, out);
    out.text(") IN ('false', 'true', 'null') THEN JSON_TYPE(");
    write(part, out);
    out.text(") ELSE JSON_EXTRACT(");
    write(part, out);
    out.text(") END)");
  }

  private static void hasKeys(String between, SqlExpr.Function call, SqlOut out) {
    JsonPart whole = JsonPart.of(call.args().getFirst());
    List<SqlExpr> keys = call.args().subList(1, call.args().size());
    out.text("(");
    for (int i = 0; i < keys.size(); i++) {
      out.text(i == 0 ? "JSON_TYPE(" : between + "JSON_TYPE(");
      write(new JsonPart(whole.root(), whole.path().member(keys.get(i))), out);
      out.text(") IS NOT NULL");
    }
    out.text(")");
  }

  private static void refuse(String lookup) {
    throw new NotSupportedError(lookup + " lookup is not supported on this database backend.");
  }

  private static void write(JsonPart part, SqlOut out) {
    out.expr(part.root()).text(", ").binding(binding(part));
  }

  private static Binding binding(JsonPart part) {
    return new Binding(part.path().sqlite(), FieldTypes.TEXT);
  }
}
