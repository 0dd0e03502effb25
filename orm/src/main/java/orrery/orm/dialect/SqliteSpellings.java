package orrery.orm.dialect;

import java.util.List;
import java.util.Map;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.Kind;

/// How SQLite writes functions and aggregates, where that differs from the usual. Those that SQLite
/// lacks are registered on each connection under the names that are written here.
final class SqliteSpellings {

  /// A random number is anything in 64 bits here; this is from 0 up to 1.
  private static final String RANDOM = "(RANDOM() / 18446744073709551616.0 + 0.5)";

  /// The table of functions.
  static final Functions FUNCTIONS = functions();

  /// The table of aggregates.
  static final Aggregates AGGREGATES = Aggregates.of("SQLite", Map.of("StringAgg", "GROUP_CONCAT"));

  private SqliteSpellings() {}

  private static Functions functions() {
    Functions.Builder table =
        Functions.of("SQLite")
            .add("AsNumeric", "CAST({*} AS NUMERIC)")
            .add("AsDate", "DATE({*})")
            .add("AsDateTime", "STRFTIME('%Y-%m-%d %H:%M:%f', {*})")
            .add("AsTime", "STRFTIME('%H:%M:%f', {*})")
            .add("BitXor", "(({0} | {1}) - ({0} & {1}))")
            .add("Chr", "CHAR({*})")
            .add("Concat", SqliteSpellings::concat)
            .add("Greatest", "MAX({*})")
            .add("JSONArray", "JSON_ARRAY({*})")
            .add("JSONObject", "JSON_OBJECT({*})")
            .add("Least", "MIN({*})")
            .add("Left", "SUBSTR({0}, 1, {1})")
            .add("Now", "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')")
            .add("Ord", "UNICODE({*})")
            .add("Random", RANDOM)
            .add("RandomOrder", "RANDOM()")
            .add("Right", "SUBSTR({0}, ({1} * -1), {1})")
            .add("SHA1", "SHA1({*})")
            .add("SHA224", "SHA224({*})")
            .add("SHA256", "SHA256({*})")
            .add("SHA384", "SHA384({*})")
            .add("SHA512", "SHA512({*})")
            .add("StrIndex", "INSTR({*})")
            .add("Substr", "SUBSTR({*})")
            .add("TupleIn", SqliteSpellings::tupleIn);
    SqliteDates.add(table);
    return table.build();
  }

  /// NULL counts as nothing, which `||` would not have.
  private static void concat(SqlExpr.Function call, SqlOut out) {
    String between = "(";
    for (SqlExpr part : call.args()) {
      out.text(between);
      if (part instanceof SqlExpr.Param param && param.value() != null) {
        out.expr(param);
      } else {
        out.text("COALESCE(").expr(part).text(", '')");
      }
      between = " || ";
    }
    out.text(")");
  }

  /// A list of rows is a table here.
  private static void tupleIn(SqlExpr.Function call, SqlOut out) {
    List<SqlExpr> args = call.args();
    out.expr(args.getFirst()).text(" IN (VALUES ").list(args.subList(1, args.size())).text(")");
  }

  /// Writes a search for a text.
  static void match(SqlExpr.Match match, SqlOut out) {
    out.operand(match.left());
    if (match.kind() == SqlExpr.MatchKind.REGEX) {
      out.text(match.ignoreCase() ? " REGEXP '(?i)' || " : " REGEXP ");
      Patterns.writeRegex(match, out);
    } else {
      out.text(" LIKE ");
      Patterns.write(match, "", out);
      out.text(" ESCAPE '\\'");
    }
  }

  /// Says whether `expr` is text that stands for a date or a time.
  static boolean isTemporal(SqlExpr expr) {
    Kind kind = expr.type().kind();
    return kind == Kind.DATE || kind == Kind.DATETIME || kind == Kind.TIME;
  }
}
