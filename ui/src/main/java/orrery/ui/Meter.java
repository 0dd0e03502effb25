package orrery.ui;

import java.util.List;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;

/// Reads what was spent since it was made, from the log of a database. Thread-safe.
final class Meter {
  private final QueryLog log;
  private final long after;

  private Meter(QueryLog log, long after) {
    this.log = log;
    this.after = after;
  }

  /// Returns one that counts what comes from now on.
  static Meter now(QueryLog log) {
    List<Entry> entries = log.entries();
    return new Meter(log, entries.isEmpty() ? 0 : entries.getLast().id());
  }

  /// Returns one that counts everything that the log keeps.
  static Meter all(QueryLog log) {
    return new Meter(log, 0);
  }

  /// Returns what was spent so far, by Django's count: what controls transactions is none.
  Cost read() {
    Cost cost = Cost.NONE;
    for (Entry entry : log.entries()) {
      if (entry.counted() && entry.id() > after) {
        cost = cost.plus(new Cost(1, entry.nanos()));
      }
    }
    return cost;
  }
}
