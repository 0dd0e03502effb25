package orrery.ui;

import java.util.ArrayList;
import java.util.List;

/// The wish to stop a query that is under way. Thread-safe.
public final class Cancel {
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean cancelled;

  /// Makes a wish that is not said yet.
  public Cancel() {}

  /// Says that the query is not wanted any more; the second time does nothing.
  public void cancel() {
    List<Runnable> todo;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      todo = List.copyOf(listeners);
    }
    todo.forEach(Runnable::run);
  }

  /// Says whether it is not wanted any more.
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Runs `listener` when it is cancelled, at once if it already is.
  public void onCancel(Runnable listener) {
    synchronized (this) {
      if (!cancelled) {
        listeners.add(listener);
        return;
      }
    }
    listener.run();
  }
}
