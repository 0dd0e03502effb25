package orrery.orm.dialect;

import java.util.Iterator;

/// Puts the values of a statement in the places of its `?`, for people to read and to run
/// elsewhere. What is sent to a database is never made this way.
public final class Interpolator {

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Interpolator(String text) {
    this.text = text;
  }

  /// Returns the text of `sql` with its values as literals of `dialect`.
  ///
  /// A question mark inside a string, a quoted name or a comment is left alone, and one too many is
  /// kept.
  public static String interpolate(Sql sql, Dialect dialect) {
    if (sql.bindings().isEmpty()) {
      return sql.text();
    }
    Interpolator walk = new Interpolator(sql.text());
    Iterator<Binding> values = sql.bindings().iterator();
    while (walk.nextPlace()) {
      walk.append(values.hasNext() ? dialect.literal(values.next()) : "?");
    }
    return walk.out.toString();
  }

  /// Where a cast follows, a literal needs none of its own.
  private void append(String literal) {
    int cast = literal.lastIndexOf("'::");
    boolean twice = cast >= 0 && text.startsWith(literal.substring(cast + 1), at);
    out.append(twice ? literal.substring(0, cast + 1) : literal);
  }

  /// Copies up to the next placeholder and steps over it; false at the end of the text.
  private boolean nextPlace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '?' -> {
          at++;
          return true;
        }
        case '\'', '"', '`' -> copyThrough(at + 1, String.valueOf(c));
        case '-' -> copyThrough(text.startsWith("--", at) ? at + 2 : -1, "\n");
        case '/' -> copyThrough(text.startsWith("/*", at) ? at + 2 : -1, "*/");
        default -> out.append(text.charAt(at++));
      }
    }
    return false;
  }

  /// Copies up to the end of the first `end` from `from`, or one character where `from` is -1.
  private void copyThrough(int from, String end) {
    int to = at + 1;
    if (from >= 0) {
      int found = text.indexOf(end, from);
      to = found < 0 ? text.length() : found + end.length();
    }
    out.append(text, at, to);
    at = to;
  }
}
