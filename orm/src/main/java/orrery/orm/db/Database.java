package orrery.orm.db;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Sql;
import orrery.orm.error.TransactionManagementError;
import orrery.orm.type.FieldType;

/// An open database: where statements are sent, and what logs them. Thread-safe.
public final class Database implements AutoCloseable {

  private final Settings settings;
  private final Engine engine;
  private final Leases leases;
  private final Dialect dialect;
  private final QueryLog log;
  private final Transactions transactions = new Transactions(this);

  private Database(Settings settings, QueryLog log) {
    this.settings = settings;
    this.engine = Engine.of(settings);
    this.leases = new Leases(engine, settings);
    this.dialect = engine.dialect();
    this.log = log;
  }

  /// Opens a database with a log of its own.
  ///
  /// @throws orrery.orm.error.OperationalError where there is no such file, it is locked or cannot
  ///   be read
  /// @throws orrery.orm.error.DatabaseError where it is damaged, encrypted, or no database
  /// @throws orrery.orm.error.NotSupportedError for a kind of database that is not known
  public static Database open(Settings settings) {
    return open(settings, new QueryLog());
  }

  /// Opens a database that reports to `log`.
  public static Database open(Settings settings, QueryLog log) {
    return new Database(settings, log);
  }

  /// Returns Django's name for it.
  public String alias() {
    return settings.alias();
  }

  /// Returns how it was opened.
  public Settings settings() {
    return settings;
  }

  /// Returns what kind of database it is.
  public Dialect dialect() {
    return dialect;
  }

  /// Returns the log of what was sent.
  public QueryLog log() {
    return log;
  }

  /// Returns the name and version of its software, such as `SQLite 3.50.4`.
  public String product() {
    return engine.product();
  }

  /// Says whether the database itself refuses to be changed.
  public boolean isReadOnly() {
    return engine.isReadOnly();
  }

  /// Returns what people should know about it beside its contents, such as that its file is empty.
  public List<String> warnings() {
    return engine.warnings();
  }

  Leases leases() {
    return leases;
  }

  /// Sends `sql` and returns its rows, which must be closed. A statement without rows gives none.
  ///
  /// @throws orrery.orm.error.OrmError under the name and with the words of [Dialect#translate]
  public Rows query(Sql sql, Reason reason) {
    return new Rows(new Cursor(this, sql, reason));
  }

  /// Sends `sql`, a statement by hand whose columns only its rows tell, and returns its rows, which
  /// must be closed.
  ///
  /// @param types what a column holds, by its name
  public Rows query(Sql sql, Reason reason, Function<String, FieldType> types) {
    return new Rows(new Cursor(this, sql, reason, types));
  }

  /// Sends `sql` and returns all its rows.
  public List<@Nullable Object[]> all(Sql sql, Reason reason) {
    List<@Nullable Object[]> all = new ArrayList<>();
    try (Rows rows = query(sql, reason)) {
      while (rows.next()) {
        all.add(rows.row());
      }
    }
    return all;
  }

  /// Sends `sql` and returns how many rows it changed.
  public int update(Sql sql, Reason reason) {
    try (Cursor cursor = new Cursor(this, sql, reason)) {
      return Math.toIntExact(cursor.count());
    }
  }

  /// Does `work` so that all it changes is kept, or, where it throws, nothing: Django's `atomic()`.
  ///
  /// Inside another such block of the same thread it is undone alone, and may be caught there. The
  /// statements of other threads are not part of it.
  ///
  /// @return the result of `work`
  public <T extends @Nullable Object, X extends Throwable> T atomic(Atomic.Work<T, X> work)
      throws X {
    return transactions.atomic(Atomic.USUAL, work);
  }

  /// Does `work` like [#atomic(Atomic.Work)], in the manner of `how`.
  ///
  /// @throws orrery.orm.error.TransactionManagementError where it is to be durable inside another
  ///   block
  public <T extends @Nullable Object, X extends Throwable> T atomic(
      Atomic how, Atomic.Work<T, X> work) throws X {
    return transactions.atomic(how, work);
  }

  /// Does `work` like [#atomic(Atomic.Work)], where it has no result.
  public <X extends Throwable> void atomically(Atomic.Task<X> work) throws X {
    transactions.<@Nullable Void, X>atomic(
        Atomic.USUAL,
        () -> {
          work.run();
          return null;
        });
  }

  /// Says whether the current thread is inside an atomic block.
  public boolean inAtomicBlock() {
    return transactions.current() != null;
  }

  /// Has `task` run when the current thread's outermost block is committed; at once where it is in
  /// none, and never where the block that this is said in is undone: Django's `on_commit()`.
  public void onCommit(Runnable task) {
    Transaction transaction = transactions.current();
    if (transaction == null) {
      task.run();
    } else {
      transaction.onCommit(task);
    }
  }

  /// Does `work`, and where it throws, has the innermost atomic block of the current thread refuse
  /// every further statement until it is left: Django's `mark_for_rollback_on_error`, for work of
  /// several statements that has no block of its own.
  public <T extends @Nullable Object, X extends Throwable> T markForRollbackOnError(
      Atomic.Work<T, X> work) throws X {
    try {
      return work.run();
    } catch (Throwable e) {
      Transaction transaction = transactions.current();
      if (transaction != null) {
        transaction.setBroken(true, e);
      }
      throw e;
    }
  }

  /// Says whether the innermost atomic block will be undone when it is left: Django's
  /// `get_rollback()`.
  ///
  /// @throws TransactionManagementError outside of an atomic block
  public boolean getRollback() {
    return inBlock().isBroken();
  }

  /// Sets whether the innermost atomic block will be undone when it is left: Django's
  /// `set_rollback()`.
  ///
  /// @throws TransactionManagementError outside of an atomic block
  public void setRollback(boolean rollback) {
    inBlock().setBroken(rollback, null);
  }

  private Transaction inBlock() {
    Transaction transaction = transactions.current();
    if (transaction == null) {
      throw new TransactionManagementError(
          "The rollback flag doesn't work outside of an 'atomic' block.");
    }
    return transaction;
  }

  Transactions transactions() {
    return transactions;
  }

  /// Closes all connections; what is under way fails.
  @Override
  public void close() {
    leases.close();
    engine.close();
  }

  @Override
  public String toString() {
    return settings.alias() + " (" + settings.location() + ")";
  }
}
