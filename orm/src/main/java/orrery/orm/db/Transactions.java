package orrery.orm.db;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TransactionManagementError;

/// The transactions of a database that are under way, one a thread. Thread-safe.
final class Transactions {

  private final Database database;
  private final Map<Thread, Transaction> current = new ConcurrentHashMap<>();

  Transactions(Database database) {
    this.database = database;
  }

  /// Returns the transaction of the current thread, if it is in one.
  @Nullable Transaction current() {
    return current.get(Thread.currentThread());
  }

  <T extends @Nullable Object, X extends Throwable> T atomic(Atomic how, Atomic.Work<T, X> work)
      throws X {
    Transaction outer = current();
    return outer == null ? outermost(work) : inner(outer, how, work);
  }

  private <T extends @Nullable Object, X extends Throwable> T inner(
      Transaction outer, Atomic how, Atomic.Work<T, X> work) throws X {
    if (how.durable()) {
      throw new TransactionManagementError(
          "A durable atomic block cannot be nested within another atomic block.");
    }
    outer.enter(how.savepoint());
    T result;
    try {
      result = work.run();
    } catch (Throwable e) {
      outer.exit(e);
      throw e;
    }
    outer.exit(null);
    return result;
  }

  private <T extends @Nullable Object, X extends Throwable> T outermost(Atomic.Work<T, X> work)
      throws X {
    Thread thread = Thread.currentThread();
    Transaction transaction = new Transaction(database);
    current.put(thread, transaction);
    T result;
    try {
      result = work.run();
    } catch (Throwable e) {
      end(thread, transaction, e);
      throw e;
    }
    end(thread, transaction, null).forEach(Runnable::run);
    return result;
  }

  private List<Runnable> end(Thread thread, Transaction transaction, @Nullable Throwable thrown) {
    try {
      return transaction.end(thrown);
    } finally {
      current.remove(thread);
    }
  }
}
