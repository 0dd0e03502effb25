package orrery.ui.task;

import java.util.function.Consumer;

/// Starts work off the window's thread and brings the answer back to it.
///
/// [#start] is called on the window's thread, and the answer is given on it. After [Running#cancel]
/// neither `done` nor `failed` is called.
public interface Tasks extends AutoCloseable {
  /// Starts `job`; `done` gets its answer, `failed` what it threw.
  <T> Running start(Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed);

  /// Runs `action` on the window's thread, soon. May be called on any thread.
  void later(Runnable action);

  /// Cancels what is under way and takes no more work.
  @Override
  void close();

  /// A piece of work that blocks.
  ///
  /// @param <T> what it answers
  @FunctionalInterface
  interface Job<T> {
    /// Does the work. Called off the window's thread.
    ///
    /// @param signal where it tells how far it is and learns that it is not wanted any more
    T run(Signal signal) throws Exception;
  }

  /// Work that was started. Belongs to the window's thread.
  interface Running {
    /// Says that the answer is not wanted any more, and tells the work to stop.
    void cancel();

    /// Says whether the work is still wanted and not done.
    boolean isRunning();

    /// Returns where the work tells how far it is.
    Signal signal();
  }
}
