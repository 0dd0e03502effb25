package orrery.ui.task;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A place for one piece of work at a time: new work cancels the one before, so that a stale answer
/// never comes. Belongs to the window's thread.
public final class Latest {
  private final Tasks tasks;
  private Tasks.@Nullable Running running;

  /// Makes a free place for work that `tasks` does.
  public Latest(Tasks tasks) {
    this.tasks = tasks;
  }

  /// Cancels what is under way here and starts `job`.
  public <T> Tasks.Running start(
      Tasks.Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    cancel();
    Tasks.Running started = tasks.start(job, done, failed);
    running = started;
    return started;
  }

  /// Cancels what is under way here, if anything is.
  public void cancel() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  /// Says whether something is under way here.
  public boolean isRunning() {
    return running != null && running.isRunning();
  }
}
