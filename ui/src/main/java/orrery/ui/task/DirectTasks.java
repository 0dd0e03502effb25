package orrery.ui.task;

import java.util.function.Consumer;

/// Work on the thread that asks, done when [#start] returns: for tests of view-models.
public final class DirectTasks implements Tasks {
  /// Makes it.
  public DirectTasks() {}

  @Override
  public <T> Running start(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    Signal signal = new Signal();
    T answer;
    try {
      answer = job.run(signal);
    } catch (Exception e) {
      failed.accept(e);
      return new Done(signal);
    }
    done.accept(answer);
    return new Done(signal);
  }

  @Override
  public void later(Runnable action) {
    action.run();
  }

  @Override
  public void close() {
    // Nothing outlives start().
  }

  private record Done(Signal signal) implements Running {
    @Override
    public void cancel() {
      signal.cancel();
    }

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
