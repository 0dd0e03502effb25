package orrery.ui.code;

import java.util.Optional;

/// What keys do to the text beyond putting in their letters: brackets and quotes come in pairs,
/// lines keep their indent. Pure functions of the text and the selection.
final class Typing {
  private static final String INDENT = "    ";
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final int start;
  private final int end;

  /// Makes it for a text in which `anchor` to `caret` is selected.
  Typing(String text, int anchor, int caret) {
    this.text = text;
    this.start = Math.min(anchor, caret);
    this.end = Math.max(anchor, caret);
  }

  /// Returns what typing `letters` does.
  Edit typed(String letters) {
    if (letters.length() == 1) {
      char c = letters.charAt(0);
      boolean isQuote = c == '"' || c == '\'';
      if (OPENING.indexOf(c) >= 0) {
        return opened(c, CLOSING.charAt(OPENING.indexOf(c)));
      }
      if (isQuote || CLOSING.indexOf(c) >= 0) {
        return isNext(c) && start == end && (!isQuote || isInQuotes(c))
            ? Edit.move(start + 1)
            : isQuote ? quoted(c) : Edit.insert(start, end, letters);
      }
    }
    return Edit.insert(start, end, letters);
  }

  private Edit opened(char open, char close) {
    if (start < end) {
      return wrapped(open, close);
    }
    boolean hasRoom = end == text.length() || !isWord(text.charAt(end));
    boolean isInString = isInQuotes('"') || isInQuotes('\'');
    return hasRoom && !isInString
        ? new Edit(start, end, "" + open + close, start + 1, start + 1)
        : Edit.insert(start, end, String.valueOf(open));
  }

  private Edit quoted(char quote) {
    if (start < end) {
      return wrapped(quote, quote);
    }
    boolean touchesWord =
        (start > 0 && (isWord(text.charAt(start - 1)) || text.charAt(start - 1) == quote))
            || (end < text.length() && (isWord(text.charAt(end)) || isNext(quote)));
    boolean isInString = isInQuotes('"') || isInQuotes('\'');
    return touchesWord || isInString
        ? Edit.insert(start, end, String.valueOf(quote))
        : new Edit(start, end, "" + quote + quote, start + 1, start + 1);
  }

  private Edit wrapped(char open, char close) {
    String inside = text.substring(start, end);
    return new Edit(start, end, open + inside + close, start + 1, end + 1);
  }

  /// Returns what the backspace key does, where it does more than to delete one character.
  Optional<Edit> backspaced() {
    if (start < end || start == 0 || start == text.length()) {
      return Optional.empty();
    }
    char before = text.charAt(start - 1);
    char after = text.charAt(start);
    int opening = OPENING.indexOf(before);
    boolean isPair =
        (opening >= 0 && CLOSING.charAt(opening) == after)
            || ((before == '"' || before == '\'') && before == after);
    return isPair
        ? Optional.of(new Edit(start - 1, start + 1, "", start - 1, start - 1))
        : Optional.empty();
  }

  /// Returns what the enter key does: a new line with the indent of this one, one deeper behind an
  /// opening bracket, whose twin then gets a line of its own.
  Edit entered() {
    String indent = indentOf(lineStart(start));
    boolean isOpened = start > 0 && OPENING.indexOf(text.charAt(start - 1)) >= 0;
    if (!isOpened) {
      return Edit.insert(start, end, "\n" + indent);
    }
    String deeper = "\n" + indent + INDENT;
    boolean isClosed = end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0;
    int caret = start + deeper.length();
    return isClosed
        ? new Edit(start, end, deeper + "\n" + indent, caret, caret)
        : Edit.insert(start, end, deeper);
  }

  /// Returns what the tab key does: it steps out of quotes and brackets, or moves selected lines
  /// in, or puts in spaces.
  Edit tabbed() {
    if (text.substring(start, end).contains("\n")) {
      return eachLine(true);
    }
    boolean isBeforeEnd =
        start == end && end < text.length() && ("\"'" + CLOSING).indexOf(text.charAt(end)) >= 0;
    if (isBeforeEnd) {
      return Edit.move(start + 1);
    }
    int column = start - lineStart(start);
    return Edit.insert(start, end, " ".repeat(INDENT.length() - column % INDENT.length()));
  }

  /// Returns what the tab key with shift does: it moves lines out.
  Edit tabbedBack() {
    return eachLine(false);
  }

  private Edit eachLine(boolean in) {
    int from = lineStart(start);
    String[] lines = text.substring(from, end).split("\n", -1);
    StringBuilder moved = new StringBuilder();
    int first = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      int blanks = 0;
      while (blanks < INDENT.length() && blanks < line.length() && line.charAt(blanks) == ' ') {
        blanks++;
      }
      String next = in ? INDENT + line : line.substring(blanks);
      first = i == 0 ? next.length() - line.length() : first;
      moved.append(i == 0 ? "" : "\n").append(next);
    }
    int caret = from + moved.length();
    return new Edit(
        from, end, moved.toString(), start == end ? caret : Math.max(from, start + first), caret);
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private String indentOf(int lineStart) {
    int at = lineStart;
    while (at < start && text.charAt(at) == ' ') {
      at++;
    }
    return text.substring(lineStart, at);
  }

  private boolean isNext(char c) {
    return end < text.length() && text.charAt(end) == c;
  }

  /// Says whether the selection starts inside of a string in quotes of the kind `quote`.
  private boolean isInQuotes(char quote) {
    char open = 0;
    for (int i = lineStart(start); i < start; i++) {
      char c = text.charAt(i);
      if (open != 0 && c == '\\') {
        i++;
      } else if (open == c) {
        open = 0;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      }
    }
    return open == quote;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
