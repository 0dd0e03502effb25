package orrery.orm.edit;

import java.util.Locale;

/// How well a name fits what was typed.
final class Match {

  /// The score of a name that does not fit at all.
  static final int NONE = -1;

  /// The least score of a name that was typed whole.
  static final int WHOLE = 900;

  private Match() {}

  /// Returns how well `name` fits `typed`: the higher, the better; [#NONE] where it does not.
  ///
  /// Equal is best, then a start, then the start of a word inside, then starts of several words,
  /// then from three letters on any part; case counts only between equals.
  static int score(String typed, String name) {
    if (typed.isEmpty()) {
      return 0;
    }
    String needle = typed.toLowerCase(Locale.ROOT);
    String hay = name.toLowerCase(Locale.ROOT);
    if (name.equals(typed)) {
      return 1000;
    }
    if (hay.equals(needle)) {
      return WHOLE;
    }
    if (name.startsWith(typed)) {
      return 800;
    }
    if (hay.startsWith(needle)) {
      return 700;
    }
    int inside = hay.indexOf(needle);
    while (inside > 0) {
      if (startsWord(name, inside)) {
        return 500;
      }
      inside = hay.indexOf(needle, inside + 1);
    }
    if (needle.length() >= 3 && hay.contains(needle)) {
      return 300;
    }
    return isOfWordStarts(needle, 0, hay, name, 0) ? 400 : NONE;
  }

  private static boolean startsWord(String name, int at) {
    char before = name.charAt(at - 1);
    return before == '_'
        || before == '"'
        || before == '-'
        || (Character.isLowerCase(before) && Character.isUpperCase(name.charAt(at)));
  }

  /// Says whether `needle` from `done` on is made of starts of words of `name` from `at` on: `PlT`
  /// of `PlaylistTrack`.
  private static boolean isOfWordStarts(String needle, int done, String hay, String name, int at) {
    if (done == needle.length()) {
      return true;
    }
    for (int start = at; start < hay.length(); start++) {
      if (start > 0 && !startsWord(name, start)) {
        continue;
      }
      int same = 0;
      while (done + same < needle.length()
          && start + same < hay.length()
          && needle.charAt(done + same) == hay.charAt(start + same)) {
        same++;
      }
      for (int taken = same; taken > 0; taken--) {
        if (isOfWordStarts(needle, done + taken, hay, name, start + taken)) {
          return true;
        }
      }
    }
    return false;
  }
}
