package orrery.ui;

import orrery.orm.db.Action;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;

/// Reads what one action spends. Thread-safe.
final class Meter implements AutoCloseable {
  private final QueryLog.Capture capture;

  /// Makes one that counts what `action` sends from now on until it is closed.
  Meter(QueryLog log, Action action) {
    this.capture = log.capture(action);
  }

  /// Returns what was spent so far, by Django's count: what controls transactions is none.
  Cost read() {
    Cost cost = Cost.NONE;
    for (Entry entry : capture.entries()) {
      cost = cost.plus(new Cost(1, entry.nanos()));
    }
    return cost;
  }

  @Override
  public void close() {
    capture.close();
  }
}
