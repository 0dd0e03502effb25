package orrery.orm.db;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import orrery.orm.error.OperationalError;

/// One thing that a user does: all statements sent while it runs belong together in the log, and
/// one word from another thread stops them.
///
/// ```java
/// Action action = new Action("Run");
/// action.call(() -> runner.run(chain)); // on a worker
/// action.stop(); // from anywhere
/// ```
///
/// Thread-safe.
public final class Action {

  private static final AtomicLong IDS = new AtomicLong();
  private static final ScopedValue<Action> CURRENT = ScopedValue.newInstance();

  /// What statements belong to where nobody said anything; it is never stopped.
  public static final Action NONE = new Action(0, "");

  private static final int INSIST = 100;

  private final long id;
  private final String words;
  private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /// Makes one that is called `words` where people read it.
  public Action(String words) {
    this(IDS.incrementAndGet(), words);
  }

  private Action(long id, String words) {
    this.id = id;
    this.words = words;
  }

  /// Returns the action that the current thread is in.
  static Action current() {
    return CURRENT.orElse(NONE);
  }

  /// Returns its number, from 1; 0 is what no action was named for.
  public long id() {
    return id;
  }

  /// Returns what it is called where people read it.
  public String words() {
    return words;
  }

  /// Does `work` as this action and returns its result.
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /// Does `work` as this action.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /// Interrupts the statement that is running for this action, if one is, and has every later one
  /// refused; each fails with [OperationalError] "interrupted". May be called from any thread, and
  /// more than once; returns at once.
  public void stop() {
    if (this != NONE) {
      stopped = true;
      running.forEach(Runnable::run);
      Thread.startVirtualThread(this::insist);
    }
  }

  /// An interruption between the last look at [#isStopped] and the first step of a statement is
  /// lost on the database; so it is repeated for a while.
  private void insist() {
    try {
      for (int i = 0; i < INSIST && !running.isEmpty(); i++) {
        Thread.sleep(20);
        running.forEach(Runnable::run);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says whether it was stopped.
  public boolean isStopped() {
    return stopped;
  }

  /// Has `interrupt` run when this is stopped, maybe several times, until [#left].
  void entered(Runnable interrupt) {
    if (this != NONE) {
      running.add(interrupt);
    }
  }

  /// Ends what [#entered] began.
  void left(Runnable interrupt) {
    running.remove(interrupt);
  }

  /// Refuses to go on where this is stopped.
  void check() {
    if (stopped) {
      throw new OperationalError("interrupted");
    }
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "Action " + id : words;
  }
}
