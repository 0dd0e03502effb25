package orrery.orm.error;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The search for the name that was probably meant: the one at the smallest edit distance, if that
/// is small.
public final class Nearest {

  private Nearest() {}

  /// Returns the name of `names` nearest to `wrong`, or null where none is near enough to be worth
  /// saying.
  ///
  /// The distance is Damerau's (a swap of neighbours costs one) without regard to case; near enough
  /// is a third of the length, at least one. Of equally near names the first in the alphabet is
  /// taken, so that the answer is stable.
  public static @Nullable String of(String wrong, Collection<String> names) {
    String needle = wrong.toLowerCase(Locale.ROOT);
    int best = Math.max(1, Math.min(4, (needle.length() + 1) / 3)) + 1;
    String found = null;
    for (String name : names) {
      String other = name.toLowerCase(Locale.ROOT);
      if (Math.abs(other.length() - needle.length()) >= best + 1) {
        continue;
      }
      int distance = distance(needle, other);
      if (distance < best || (distance == best && found != null && name.compareTo(found) < 0)) {
        best = distance;
        found = name;
      }
    }
    return found;
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
