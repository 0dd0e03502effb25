package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;

/// A word, string, number, sign or comment of a text that may be unfinished.
///
/// The parser refuses a text that is no chain; while one types, most texts are none. So completion
/// reads them by this cut, which takes anything.
///
/// @param start where it starts, in UTF-16 units
/// @param end where it ends
/// @param isOpen whether it is a string or comment that goes on at the end of the text
record Piece(Kind kind, int start, int end, boolean isOpen) {

  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SIGN,
    COMMENT
  }

  /// Returns its characters in `text`.
  String of(String text) {
    return text.substring(start, end);
  }

  /// Returns the characters between its quotes, as they are written.
  String inside(String text) {
    String whole = of(text);
    int first = firstQuote(whole);
    return whole.substring(first + 1, isOpen ? whole.length() : whole.length() - 1);
  }

  /// Returns where the characters between its quotes start.
  int insideStart(String text) {
    return start + firstQuote(of(text)) + 1;
  }

  private static int firstQuote(String whole) {
    int at = 0;
    while (whole.charAt(at) != '"' && whole.charAt(at) != '\'') {
      at++;
    }
    return at;
  }

  /// Cuts `text` into pieces, white space left out.
  static List<Piece> cut(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      Piece piece = next(text, at);
      pieces.add(piece);
      at = piece.end();
    }
    return pieces;
  }

  private static Piece next(String text, int at) {
    char c = text.charAt(at);
    if (c == '#') {
      int end = text.indexOf('\n', at);
      return new Piece(Kind.COMMENT, at, end < 0 ? text.length() : end, end < 0);
    }
    if (c == '"' || c == '\'') {
      return string(text, at, at);
    }
    if (Character.isDigit(c)) {
      int end = at;
      while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '.')) {
        end++;
      }
      return new Piece(Kind.NUMBER, at, end, false);
    }
    if (isNamePart(c)) {
      int end = at;
      while (end < text.length() && isNamePart(text.charAt(end))) {
        end++;
      }
      boolean isPrefix = end - at <= 2 && text.substring(at, end).matches("(?i)b|r|u|rb|br");
      if (isPrefix && end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0) {
        return string(text, at, end);
      }
      return new Piece(Kind.NAME, at, end, false);
    }
    return new Piece(Kind.SIGN, at, at + 1, false);
  }

  private static Piece string(String text, int start, int quote) {
    int at = quote + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == text.charAt(quote)) {
        return new Piece(Kind.STRING, start, at + 1, false);
      } else if (c == '\n') {
        // Python ends a string with its line; so one forgotten quote does not swallow the rest.
        break;
      }
      at++;
    }
    int end = Math.min(at, text.length());
    return new Piece(Kind.STRING, start, end, true);
  }

  /// Says whether `c` may stand in a name.
  static boolean isNamePart(char c) {
    return Character.isJavaIdentifierPart(c) && c != '$' && !Character.isIdentifierIgnorable(c);
  }
}
