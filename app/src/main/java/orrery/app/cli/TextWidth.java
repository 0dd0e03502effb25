package orrery.app.cli;

import java.util.EnumSet;
import java.util.Set;

/// How many columns of a terminal a text takes: letters of East Asia and pictures take two, marks
/// that sit on a letter none.
final class TextWidth {

  private static final Set<Character.UnicodeScript> WIDE =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.YI);

  private TextWidth() {}

  /// Returns the columns that `text` takes.
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean halfwidth = c >= 0xFF61 && c <= 0xFFDC;
    boolean fullwidth = (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x3000 && c <= 0x303E);
    boolean wide = WIDE.contains(Character.UnicodeScript.of(c)) && !halfwidth;
    return wide || fullwidth || Character.isEmojiPresentation(c) ? 2 : 1;
  }

  /// Returns `text`, or where it takes more than `columns`, its start with `…` behind it.
  static String clip(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int taken = 1;
    for (int c : text.codePoints().toArray()) {
      taken += of(c);
      if (taken > columns) {
        break;
      }
      start.appendCodePoint(c);
    }
    return start.append('…').toString();
  }

  /// Returns `text` on one line, with nothing that a terminal would take for a command.
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    String joined = text.replaceAll("\\s*\\R\\s*", " ⏎ ").replace('\t', ' ');
    for (int i = 0; i < joined.length(); i++) {
      char c = joined.charAt(i);
      if (c < ' ') {
        line.append((char) ('\u2400' + c));
      } else {
        line.append(Character.isISOControl(c) ? '\u2421' : c);
      }
    }
    return line.toString();
  }
}
