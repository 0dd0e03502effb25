package orrery.orm.dialect;

import java.util.List;
import java.util.Map;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;

/// How SQLite writes functions and aggregates, where that differs from the usual. Those that SQLite
/// lacks are registered on each connection under the names that are written here.
final class SqliteSpellings {

  /// A random number is anything in 64 bits here; this is from 0 up to 1.
  private static final String RANDOM = "(RANDOM() / 18446744073709551616.0 + 0.5)";

  private static final String UUID_TAIL =
      "SUBSTR(HEX(RANDOMBLOB(2)), 2) || SUBSTR('89AB', 1 + (RANDOM() & 3), 1)"
          + " || SUBSTR(HEX(RANDOMBLOB(2)), 2) || HEX(RANDOMBLOB(6)))";

  private static final String UUID4 = "LOWER(HEX(RANDOMBLOB(6)) || '4' || " + UUID_TAIL;

  /// Starts with the milliseconds since 1970.
  private static final String UUID7 =
      "LOWER(PRINTF('%012x', CAST(UNIXEPOCH('NOW', 'subsec') * 1000 AS INTEGER)) || '7' || "
          + UUID_TAIL;

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
            .add("Least", "MIN({*})")
            .add("Left", "SUBSTR({0}, 1, {1})")
            .add("Now", "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')")
            .add("Ord", "UNICODE({*})")
            .add("Random", RANDOM)
            .add("RandomOrder", "RANDOM()")
            .add("Right", "SUBSTR({0}, ({1} * -1), {1})")
            .add("Round", SqliteSpellings::round)
            .add("SHA1", "SHA1({*})")
            .add("SHA224", "SHA224({*})")
            .add("SHA256", "SHA256({*})")
            .add("SHA384", "SHA384({*})")
            .add("SHA512", "SHA512({*})")
            .add("StrIndex", "INSTR({*})")
            .add("Substr", "SUBSTR({*})")
            .add("TupleIn", SqliteSpellings::tupleIn)
            .add("UUID4", UUID4)
            .add("UUID7", UUID7);
    SqliteDates.add(table);
    SqliteJson.add(table);
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

  private static void round(SqlExpr.Function call, SqlOut out) {
    boolean negative =
        call.args().getLast() instanceof SqlExpr.Param places
            && call.args().size() > 1
            && places.value() instanceof Number n
            && n.longValue() < 0;
    if (negative) {
      throw new ValueError("SQLite does not support negative precision.");
    }
    out.text("ROUND(").list(call.args()).text(")");
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
}
