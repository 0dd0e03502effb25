package orrery.ui;

import java.util.List;

/// Reads what was spent since it was made, from the log of a database. Thread-safe.
final class Meter {
  private final QueryLog log;
  private final int start;

  /// Makes one that counts what comes from now on.
  Meter(QueryLog log) {
    this(log, log.entries().size());
  }

  /// Makes one that counts from the statement at a place of the log.
  Meter(QueryLog log, int start) {
    this.log = log;
    this.start = start;
  }

  /// Returns what was spent so far.
  Cost read() {
    List<QueryLog.Entry> entries = log.entries();
    Cost cost = Cost.NONE;
    for (QueryLog.Entry entry : entries.subList(Math.min(start, entries.size()), entries.size())) {
      cost = cost.plus(new Cost(1, entry.nanos()));
    }
    return cost;
  }
}
