package orrery.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The search for what was half typed: the letters asked for must stand in the text in their order,
/// and they count for more where words start and where they stand together.
public final class Fuzzy {
  private static final int START_OF_WORD = 8;
  private static final int TOGETHER = 12;
  private static final int FIRST = 6;

  /// What the letters between two that were asked for cost at most.
  private static final int GAP = 8;

  private Fuzzy() {}

  /// How a text matched.
  ///
  /// @param score higher is better
  /// @param at the places of the letters that were asked for, ascending
  public record Match(int score, List<Integer> at) {}

  /// Returns how `text` matches `asked`, or nothing where it does not. White space in `asked` does
  /// not count; nothing asked matches everything.
  public static Optional<Match> match(String asked, String text) {
    String needle = asked.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    String hay = text.toLowerCase(Locale.ROOT);
    if (needle.isEmpty()) {
      return Optional.of(new Match(0, List.of()));
    }
    if (hay.length() != text.length()) {
      return Optional.empty();
    }
    Match best = null;
    for (int start = hay.indexOf(needle.charAt(0));
        start >= 0;
        start = hay.indexOf(needle.charAt(0), start + 1)) {
      Match match = from(needle, hay, text, start);
      if (match != null && (best == null || match.score > best.score)) {
        best = match;
      }
    }
    return Optional.ofNullable(best);
  }

  private static @Nullable Match from(String needle, String hay, String text, int start) {
    List<Integer> at = new ArrayList<>();
    int score = -hay.length() / 4 - start / 2;
    int from = start;
    for (int i = 0; i < needle.length(); i++) {
      int next = hay.indexOf(needle.charAt(i), from);
      if (next < 0) {
        return null;
      }
      int word = wordStart(needle.charAt(i), hay, text, next);
      boolean together = i > 0 && next == at.get(i - 1) + 1;
      // The start of a later word is worth more than the same letter in the middle of this one.
      if (word >= 0 && !together && word != next && hasRest(needle, i, hay, word)) {
        next = word;
      }
      at.add(next);
      score += i > 0 && next == at.get(i - 1) + 1 ? TOGETHER : 0;
      score += startsWord(text, next) ? START_OF_WORD : 0;
      score -= i > 0 ? Math.min(GAP, next - at.get(i - 1) - 1) : 0;
      score += next == 0 ? FIRST : 0;
      from = next + 1;
    }
    return new Match(score, at);
  }

  private static boolean hasRest(String needle, int i, String hay, int at) {
    int from = at;
    for (int k = i; k < needle.length(); k++) {
      from = hay.indexOf(needle.charAt(k), from);
      if (from < 0) {
        return false;
      }
      from++;
    }
    return true;
  }

  private static int wordStart(char letter, String hay, String text, int from) {
    for (int i = from; i < hay.length(); i++) {
      if (hay.charAt(i) == letter && startsWord(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWord(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    return !Character.isLetterOrDigit(before)
        || (Character.isUpperCase(here) && Character.isLowerCase(before));
  }
}
