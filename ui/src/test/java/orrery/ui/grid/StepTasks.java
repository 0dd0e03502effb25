package orrery.ui.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import orrery.ui.task.Signal;
import orrery.ui.task.Tasks;

/// Work that is done when the test says so, on its own thread.
final class StepTasks implements Tasks {
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Work<?>> started = new ArrayList<>();

  @Override
  public <T> Running start(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    Work<T> work = new Work<>(job, done, failed);
    started.add(work);
    return work;
  }

  @Override
  public void later(Runnable action) {
    later.add(action);
  }

  @Override
  public void close() {
    // Nothing runs by itself.
  }

  /// Does what was to be done later.
  void settle() {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }

  /// Finishes the oldest work that is still wanted; says whether there was some.
  boolean finishOne() {
    while (!started.isEmpty()) {
      Work<?> work = started.removeFirst();
      if (work.running) {
        work.run();
        return true;
      }
    }
    return false;
  }

  /// Does everything, and what follows from it.
  void finishAll() {
    settle();
    while (finishOne()) {
      settle();
    }
  }

  private static final class Work<T> implements Running {
    private final Job<T> job;
    private final Consumer<? super T> done;
    private final Consumer<? super Throwable> failed;
    private final Signal signal = new Signal();
    private boolean running = true;

    Work(Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
      this.job = job;
      this.done = done;
      this.failed = failed;
    }

    void run() {
      running = false;
      T answer;
      try {
        answer = job.run(signal);
      } catch (Exception e) {
        failed.accept(e);
        return;
      }
      done.accept(answer);
    }

    @Override
    public void cancel() {
      running = false;
      signal.cancel();
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public Signal signal() {
      return signal;
    }
  }
}
