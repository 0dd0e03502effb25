package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word, a quoted name, a string or a sign in the text of a statement of SQLite.
///
/// @param text as it is written
/// @param start the index of its first character
record SqlToken(String text, int start) {

  /// Returns the tokens of `sql`, comments and white space left out.
  static List<SqlToken> all(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      int end = end(sql, at);
      String text = sql.substring(at, end);
      boolean silent = text.isBlank() || text.startsWith("--") || text.startsWith("/*");
      if (!silent) {
        tokens.add(new SqlToken(text, at));
      }
      at = end;
    }
    return tokens;
  }

  /// Returns the index in `tokens` behind the token at `at`, or behind the bracket that it opens.
  static int after(List<SqlToken> tokens, int at) {
    if (!tokens.get(at).is("(")) {
      return at + 1;
    }
    int next = at + 1;
    while (next < tokens.size() && !tokens.get(next).is(")")) {
      next = after(tokens, next);
    }
    return next + 1;
  }

  private static int end(String sql, int at) {
    char c = sql.charAt(at);
    return switch (c) {
      case '"', '\'', '`' -> quoted(sql, at, c);
      case '[' -> behind(sql, "]", at);
      case '-' -> sql.startsWith("--", at) ? behind(sql, "\n", at) : at + 1;
      case '/' -> sql.startsWith("/*", at) ? behind(sql, "*/", at + 2) : at + 1;
      default -> isWord(c) ? word(sql, at) : at + 1;
    };
  }

  private static int behind(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  /// A quotation mark inside is written twice.
  private static int quoted(String sql, int at, char mark) {
    int end = at + 1;
    while (end < sql.length()) {
      boolean isMark = sql.charAt(end) == mark;
      boolean twice = isMark && end + 1 < sql.length() && sql.charAt(end + 1) == mark;
      if (isMark && !twice) {
        return end + 1;
      }
      end += twice ? 2 : 1;
    }
    return end;
  }

  private static int word(String sql, int at) {
    int end = at;
    while (end < sql.length() && isWord(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
  }

  int end() {
    return start + text.length();
  }

  boolean is(String sign) {
    return text.equals(sign);
  }

  boolean quoted() {
    return "\"'`[".indexOf(text.charAt(0)) >= 0;
  }

  /// Returns the word in lower case; empty for what is quoted.
  String word() {
    return quoted() ? "" : text.toLowerCase(Locale.ROOT);
  }

  /// Returns the name that it stands for, without quotes.
  String name() {
    if (!quoted() || text.length() < 2) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    String mark = text.substring(0, 1);
    return mark.equals("[") ? inner : inner.replace(mark + mark, mark);
  }
}
