package orrery.orm.dialect;

import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.type.FieldTypes;

/// The patterns of `LIKE`: a text to look for, in which `\`, `%` and `_` mean themselves, and `%`
/// where anything may stand.
final class Patterns {

  private Patterns() {}

  /// Writes the pattern for `match`: a binding where its text is known, else an expression.
  ///
  /// @param around the name of a function that the text goes through, or empty
  static void write(SqlExpr.Match match, String around, SqlOut out) {
    String before = anythingBefore(match.kind()) ? "%" : "";
    String after = anythingAfter(match.kind()) ? "%" : "";
    String open = around.isEmpty() ? "" : around + "(";
    String close = around.isEmpty() ? "" : ")";
    if (match.pattern() instanceof SqlExpr.Param param) {
      String text = before + escape(String.valueOf(param.value())) + after;
      out.text(open).binding(new Binding(text, FieldTypes.TEXT)).text(close);
      return;
    }
    out.text(before.isEmpty() ? "" : "'%' || ").text(open);
    out.text("REPLACE(REPLACE(REPLACE(").expr(match.pattern());
    out.text(", '\\', '\\\\'), '%', '\\%'), '_', '\\_')");
    out.text(close).text(after.isEmpty() ? "" : " || '%'");
  }

  /// Writes what a regular expression is compared with.
  static void writeRegex(SqlExpr.Match match, SqlOut out) {
    if (match.pattern() instanceof SqlExpr.Param param) {
      out.binding(new Binding(String.valueOf(param.value()), FieldTypes.TEXT));
    } else {
      out.text("(").expr(match.pattern()).text(")");
    }
  }

  private static boolean anythingBefore(MatchKind kind) {
    return kind == MatchKind.CONTAINS || kind == MatchKind.ENDS_WITH;
  }

  private static boolean anythingAfter(MatchKind kind) {
    return kind == MatchKind.CONTAINS || kind == MatchKind.STARTS_WITH;
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
