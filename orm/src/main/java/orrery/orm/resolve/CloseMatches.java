package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The names that look like a wrong one, as Python's `difflib.get_close_matches` finds them for the
/// messages that quote it: at most three, the likest first, measured by the text that both share.
final class CloseMatches {

  private static final int MOST = 3;
  private static final double LEAST = 0.6;

  private record Match(double score, String name) {}

  private CloseMatches() {}

  /// Returns the names of `names` that look like `wrong`.
  static List<String> of(String wrong, Collection<String> names) {
    List<Match> close = new ArrayList<>();
    for (String name : names) {
      double score = 2.0 * shared(name, wrong) / Math.max(1, name.length() + wrong.length());
      if (score >= LEAST) {
        close.add(new Match(score, name));
      }
    }
    close.sort(Comparator.comparingDouble(Match::score).thenComparing(Match::name).reversed());
    return close.stream().limit(MOST).map(Match::name).toList();
  }

  // The letters of the longest run that both have, and of those before and behind it.
  private static int shared(String a, String b) {
    int best = 0;
    int inA = 0;
    int inB = 0;
    for (int i = 0; i < a.length(); i++) {
      for (int j = 0; j < b.length(); j++) {
        int run = run(a.substring(i), b.substring(j));
        if (run > best) {
          best = run;
          inA = i;
          inB = j;
        }
      }
    }
    return best == 0
        ? 0
        : best
            + shared(a.substring(0, inA), b.substring(0, inB))
            + shared(a.substring(inA + best), b.substring(inB + best));
  }

  private static int run(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
