package orrery.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The wire between work and window: the work says how far it is, the window says that it is not
/// wanted any more. Thread-safe.
public final class Signal {
  private final List<Runnable> onCancel = new ArrayList<>();
  private final Consumer<Progress> listener;
  private boolean cancelled;

  /// How far the work is.
  ///
  /// @param words what it is doing
  /// @param fraction the part that is done, from 0 to 1; negative where nobody knows
  public record Progress(String words, double fraction) {}

  /// Makes a wire whose progress goes to `listener`, on the thread of the work.
  public Signal(Consumer<Progress> listener) {
    this.listener = listener;
  }

  /// Makes a wire whose progress nobody hears.
  public Signal() {
    this(_ -> {});
  }

  /// Says what the work is doing, where nobody knows how long it takes.
  public void say(String words) {
    say(words, -1);
  }

  /// Says what the work is doing and which part is done, from 0 to 1.
  public void say(String words, double fraction) {
    listener.accept(new Progress(words, fraction));
  }

  /// Says that the work is not wanted any more; the second time does nothing.
  public void cancel() {
    List<Runnable> todo;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      todo = List.copyOf(onCancel);
    }
    todo.forEach(Runnable::run);
  }

  /// Says whether the work is not wanted any more.
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /// Runs `action` when the work is not wanted any more, at once if that is so already.
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        onCancel.add(action);
        return;
      }
    }
    action.run();
  }
}
