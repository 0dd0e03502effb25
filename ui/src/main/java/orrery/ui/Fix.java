package orrery.ui;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mending of a text: the wrong name at a place becomes the one that was meant.
public final class Fix {
  // A name of a path ends before the next double underscore.
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}]*(?:_(?!_)[\\p{L}\\p{N}]*)*", Pattern.UNICODE_CHARACTER_CLASS);

  private Fix() {}

  /// Returns the offset of a place of `text`, both counted from 1, at most its length.
  public static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    return Math.min(text.length(), start + column - 1);
  }

  /// Returns the offset after the name that starts at `offset`.
  public static int end(String text, int offset) {
    Matcher name = NAME.matcher(text).region(offset, text.length());
    return name.lookingAt() ? name.end() : offset;
  }
}
