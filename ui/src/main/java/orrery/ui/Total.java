package orrery.ui;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;
import orrery.ui.task.Tasks;

/// What everything that was sent to a database cost, whoever asked for it. Belongs to the window's
/// thread.
final class Total {
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<Cost> cost = new ReadOnlyObjectWrapper<>(Cost.NONE);
  private Runnable end = () -> {};

  /// Makes one that stands at nothing.
  Total(Tasks tasks) {
    this.tasks = tasks;
  }

  /// What it comes to.
  ReadOnlyObjectProperty<Cost> costProperty() {
    return cost.getReadOnlyProperty();
  }

  /// Starts again at nothing, and counts no more.
  void reset() {
    end.run();
    end = () -> {};
    cost.set(Cost.NONE);
  }

  /// Starts again with what a log has, and counts what comes.
  void follow(QueryLog log) {
    reset();
    AtomicReference<Cost> waiting = new AtomicReference<>(Cost.NONE);
    Runnable mine = log.listen(entry -> heard(entry, waiting));
    end =
        () -> {
          mine.run();
          waiting.set(Cost.NONE);
        };
    Cost before = Cost.NONE;
    for (Entry entry : log.entries()) {
      before = before.plus(of(entry));
    }
    cost.set(before);
  }

  // Many statements may come in a moment; the window is told once.
  private void heard(Entry entry, AtomicReference<Cost> waiting) {
    Cost before = waiting.getAndAccumulate(of(entry), Cost::plus);
    if (before.equals(Cost.NONE)) {
      tasks.later(() -> cost.set(cost.get().plus(waiting.getAndSet(Cost.NONE))));
    }
  }

  private static Cost of(Entry entry) {
    return entry.counted() ? new Cost(1, entry.nanos()) : Cost.NONE;
  }
}
