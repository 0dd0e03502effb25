package orrery.ui;

import java.util.Locale;

/// What an action cost: how many statements were sent and how long they took together.
///
/// @param nanos nanoseconds
public record Cost(int queries, long nanos) {
  /// What doing nothing costs.
  public static final Cost NONE = new Cost(0, 0);

  /// Returns this and `other` together.
  public Cost plus(Cost other) {
    return new Cost(queries + other.queries, nanos + other.nanos);
  }

  /// Returns it as people read it: `2 queries · 6.1 ms`.
  public String words() {
    return String.format(Locale.getDefault(), queries == 1 ? "%,d query" : "%,d queries", queries)
        + " · "
        + time(nanos);
  }

  /// Returns a time as people read it: `0.4 ms`, `61 ms`, `2.4 s`, `3 min 5 s`.
  public static String time(long nanos) {
    double ms = nanos / 1e6;
    Locale locale = Locale.getDefault();
    if (ms < 99.95) {
      return String.format(locale, "%.1f ms", ms);
    }
    if (ms < 999.5) {
      return String.format(locale, "%.0f ms", ms);
    }
    if (ms < 59_950) {
      return String.format(locale, "%.1f s", ms / 1000);
    }
    long seconds = Math.round(ms / 1000);
    return String.format(locale, "%,d min %d s", seconds / 60, seconds % 60);
  }
}
