package orrery.ui.grid;

/// JSON text over several lines, for people. Only blanks between its parts change.
final class JsonText {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /// Returns `text` with a line for each member and element; text that is neither an object nor a
  /// list stays as it is.
  static String indented(String text) {
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
      return text;
    }
    JsonText layout = new JsonText(text);
    int at = 0;
    while (at < text.length()) {
      at = layout.next(at);
    }
    return layout.out.toString();
  }

  private int next(int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> {
        int end = stringEnd(at);
        out.append(text, at, end);
        return end;
      }
      case '{', '[' -> {
        int inside = skipBlanks(at + 1);
        boolean isEmpty = inside < text.length() && "}]".indexOf(text.charAt(inside)) >= 0;
        out.append(c);
        if (isEmpty) {
          out.append(text.charAt(inside));
          return inside + 1;
        }
        depth++;
        line();
      }
      case '}', ']' -> {
        depth = Math.max(0, depth - 1);
        line();
        out.append(c);
      }
      case ',' -> {
        out.append(c);
        line();
      }
      case ':' -> out.append(": ");
      default -> {
        if (!Character.isWhitespace(c)) {
          out.append(c);
        }
      }
    }
    return at + 1;
  }

  private int stringEnd(int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void line() {
    out.append('\n').repeat("  ", depth);
  }
}
