package orrery.ui.task;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Work on virtual threads, answers on the JavaFX thread.
public final class FxTasks implements Tasks {
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 1).factory());
  private final Set<Work<?>> open = ConcurrentHashMap.newKeySet();

  /// Makes it; the first work starts the first thread.
  public FxTasks() {}

  @Override
  public <T> Running start(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    Work<T> work = new Work<>(done, failed);
    open.add(work);
    workers.execute(() -> work.run(job));
    return work;
  }

  @Override
  public void later(Runnable action) {
    Platform.runLater(action);
  }

  /// Says whether nothing is under way. May be called on any thread.
  public boolean isIdle() {
    return open.isEmpty();
  }

  @Override
  public void close() {
    open.forEach(Work::cancel);
    workers.shutdown();
  }

  private final class Work<T> implements Running {
    private final Consumer<? super T> done;
    private final Consumer<? super Throwable> failed;
    private final Signal signal = new Signal();
    private volatile boolean running = true;

    Work(Consumer<? super T> done, Consumer<? super Throwable> failed) {
      this.done = done;
      this.failed = failed;
    }

    // Whatever a job throws belongs to the one who asked, an error of the JVM included.
    void run(Job<T> job) {
      try {
        T answer = job.run(signal);
        Platform.runLater(() -> end(() -> done.accept(answer)));
      } catch (Throwable e) {
        Platform.runLater(() -> end(() -> failed.accept(e)));
      }
    }

    private void end(Runnable tell) {
      open.remove(this);
      if (running) {
        running = false;
        tell.run();
      }
    }

    @Override
    public void cancel() {
      if (running) {
        running = false;
        // A database may take a while to listen, and the window must not wait for it.
        workers.execute(signal::cancel);
      }
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
