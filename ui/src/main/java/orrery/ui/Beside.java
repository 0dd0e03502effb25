package orrery.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import orrery.orm.db.Action;
import orrery.ui.task.Tasks;

/// Questions to a database beside the run: further rows, counts, what a copy needs. Each is an
/// action of its own in the log, and a cancelled one is interrupted. Belongs to the window's
/// thread.
public final class Beside {
  private final Tasks tasks;

  /// Makes it.
  public Beside(Tasks tasks) {
    this.tasks = tasks;
  }

  /// Returns what does the work.
  public Tasks tasks() {
    return tasks;
  }

  /// Asks in the background.
  ///
  /// @param words what the log calls it
  public <T> Tasks.Running ask(
      String words,
      Supplier<T> work,
      Consumer<? super T> done,
      Consumer<? super Throwable> failed) {
    return tasks.start(job(words, work), done, failed);
  }

  /// Returns `work` as an action that the log calls `words`, for who starts it himself.
  public <T> Tasks.Job<T> job(String words, Supplier<T> work) {
    return signal -> {
      Action action = new Action(words);
      signal.onCancel(action::stop);
      return action.call(work::get);
    };
  }
}
