package orrery.orm.dialect;

import java.util.Map;
import orrery.orm.error.NotSupportedError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.type.Kind;

/// How PostgreSQL writes functions and aggregates, where that differs from the usual.
final class PostgresSpellings {

  /// The table of functions.
  static final Functions FUNCTIONS = functions();

  /// The table of aggregates.
  static final Aggregates AGGREGATES = Aggregates.of("PostgreSQL", Map.of());

  private PostgresSpellings() {}

  private static Functions functions() {
    Functions.Builder table =
        Functions.of("PostgreSQL")
            .add("ArrayContainedBy", "({0} <@ {1})")
            .add("ArrayContains", "({0} @> {1})")
            .add("ArrayItem", "({0})[{1}]")
            .add("ArrayLength", "CARDINALITY({0})")
            .add("ArrayOverlap", "({0} && {1})")
            .add("BitXor", "({0} # {1})")
            .add("Chr", "CHR({*})")
            .add("Concat", PostgresSpellings::concat)
            .add("DateDifference", "(INTERVAL '1 day' * ({0} - {1}))")
            .add("Greatest", "GREATEST({*})")
            .add("Least", "LEAST({*})")
            .add("Left", "LEFT({*})")
            .add("Log", "LOG(({0})::numeric, ({1})::numeric)")
            .add("Mod", PostgresSpellings::mod)
            .add("Now", "STATEMENT_TIMESTAMP()")
            .add("Ord", "ASCII({*})")
            .add("Random", "RANDOM()")
            .add("Right", "RIGHT({*})")
            .add("Round", PostgresSpellings::round)
            .add("SHA1", PostgresSpellings::sha1)
            .add("SHA224", "ENCODE(SHA224(CONVERT_TO({0}, 'UTF8')), 'hex')")
            .add("SHA256", "ENCODE(SHA256(CONVERT_TO({0}, 'UTF8')), 'hex')")
            .add("SHA384", "ENCODE(SHA384(CONVERT_TO({0}, 'UTF8')), 'hex')")
            .add("SHA512", "ENCODE(SHA512(CONVERT_TO({0}, 'UTF8')), 'hex')")
            .add("StrIndex", "STRPOS({*})")
            .add("Substr", "SUBSTRING({*})")
            .add("UUID4", "GEN_RANDOM_UUID()")
            .add("UUID7", "UUIDV7()");
    PostgresDates.add(table);
    PostgresJson.add(table);
    return table.build();
  }

  private static void sha1(SqlExpr.Function call, SqlOut out) {
    throw new NotSupportedError(
        "PostgreSQL has no function SHA1; SHA224, SHA256, SHA384, SHA512 and MD5 it has.");
  }

  /// NULL counts as nothing, and what is no text becomes one.
  private static void concat(SqlExpr.Function call, SqlOut out) {
    String between = "(";
    for (SqlExpr part : call.args()) {
      boolean text = part.type().kind() == Kind.TEXT;
      out.text(between).text("COALESCE(");
      out.text(text ? "" : "(").expr(part).text(text ? "" : ")::text").text(", '')");
      between = " || ";
    }
    out.text(")");
  }

  /// There is a remainder of whole and of decimal numbers, but none of floating ones.
  private static void mod(SqlExpr.Function call, SqlOut out) {
    String open = "MOD(";
    for (SqlExpr arg : call.args()) {
      boolean number = arg.type().kind() == Kind.FLOAT;
      out.text(open).text(number ? "(" : "").expr(arg).text(number ? ")::numeric" : "");
      open = ", ";
    }
    out.text(")");
  }

  /// Places can be said for decimals only.
  private static void round(SqlExpr.Function call, SqlOut out) {
    boolean cast = call.args().size() > 1 && call.args().getFirst().type().kind() == Kind.FLOAT;
    out.text(cast ? "ROUND((" : "ROUND(").expr(call.args().getFirst());
    out.text(cast ? ")::numeric" : "");
    if (call.args().size() > 1) {
      out.text(", ").expr(call.args().get(1));
    }
    out.text(")");
  }

  /// Writes a search for a text.
  static void match(SqlExpr.Match match, SqlOut out) {
    if (match.kind() == MatchKind.REGEX) {
      out.operand(match.left()).text(match.ignoreCase() ? "::text ~* " : "::text ~ ");
      Patterns.writeRegex(match, out);
    } else if (match.ignoreCase()) {
      out.text("UPPER(").operand(match.left());
      out.text(match.kind() == MatchKind.EXACT ? "::text) = " : "::text) LIKE ");
      text(match, "UPPER", out);
    } else {
      out.operand(match.left())
          .text(match.kind() == MatchKind.EXACT ? "::text = " : "::text LIKE ");
      text(match, "", out);
    }
  }

  private static void text(SqlExpr.Match match, String around, SqlOut out) {
    if (match.kind() == MatchKind.EXACT) {
      out.text(around).text("(").expr(match.pattern()).text(")");
    } else {
      Patterns.write(match, around, out);
    }
  }
}
