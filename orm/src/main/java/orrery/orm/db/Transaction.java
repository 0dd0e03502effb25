package orrery.orm.db;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Sql;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.TransactionManagementError;

/// The outermost atomic block of a thread, with the blocks inside it, by the rules of Django's
/// `atomic()`.
///
/// It holds the thread's connection from beginning to end. Used by its thread alone.
final class Transaction {

  /// The savepoint of a block that has none of its own.
  private static final String NONE = "";

  private record Hook(Set<String> savepoints, Runnable task) {}

  private final Database database;
  private final Lease lease;
  private final Deque<String> savepoints = new ArrayDeque<>();
  private final List<Hook> hooks = new ArrayList<>();
  private int number;
  private boolean broken;
  private @Nullable Throwable cause;

  /// Begins it.
  Transaction(Database database) {
    this.database = database;
    try {
      this.lease = database.leases().hold();
    } catch (SQLException e) {
      throw database.dialect().translate(e, Sql.of("BEGIN"));
    }
    try {
      send("BEGIN");
      setAutoCommit(false);
    } catch (RuntimeException e) {
      leave(e);
      throw e;
    }
  }

  /// A driver that fetches rows in parts does so only where it was told of the transaction.
  private void setAutoCommit(boolean automatic) {
    if (database.leases().fetchSize() > 0) {
      try {
        lease.connection().setAutoCommit(automatic);
      } catch (SQLException e) {
        throw database.dialect().translate(e, Sql.of(""));
      }
    }
  }

  private void send(String sql) {
    database.update(Sql.of(sql), Reason.TRANSACTION);
  }

  /// Gives the connection back; trouble with that is added to what is thrown already.
  private void leave(@Nullable Throwable thrown) {
    try {
      setAutoCommit(true);
      lease.leave(thrown == null);
    } catch (DatabaseError | SQLException e) {
      DatabaseError error = new DatabaseError(String.valueOf(e.getMessage()), e);
      if (thrown == null) {
        throw error;
      }
      thrown.addSuppressed(error);
    }
  }

  boolean isBroken() {
    return broken;
  }

  void setBroken(boolean broken, @Nullable Throwable cause) {
    this.broken = broken;
    this.cause = cause;
  }

  /// Refuses statements of a transaction that can only be rolled back.
  void check() {
    if (broken) {
      throw new TransactionManagementError(
          "An error occurred in the current transaction. You can't execute queries until the end of"
              + " the 'atomic' block.",
          cause);
    }
  }

  void onCommit(Runnable task) {
    hooks.add(new Hook(Set.copyOf(savepoints), task));
  }

  /// Begins an inner block.
  void enter(boolean savepoint) {
    String name = NONE;
    if (savepoint && !broken) {
      number++;
      name = "s" + Thread.currentThread().threadId() + "_x" + number;
      send("SAVEPOINT " + quoted(name));
    }
    savepoints.push(name);
  }

  /// Ends an inner block.
  ///
  /// @param thrown what it failed with, if it did
  void exit(@Nullable Throwable thrown) {
    String savepoint = savepoints.pop();
    if (thrown == null && !broken) {
      if (!savepoint.equals(NONE)) {
        release(savepoint);
      }
      return;
    }
    broken = false;
    if (savepoint.equals(NONE)) {
      setBroken(true, thrown);
    } else {
      undo(savepoint, thrown);
    }
  }

  private void release(String savepoint) {
    try {
      send("RELEASE SAVEPOINT " + quoted(savepoint));
    } catch (DatabaseError e) {
      undo(savepoint, e);
      throw e;
    }
  }

  private void undo(String savepoint, @Nullable Throwable thrown) {
    hooks.removeIf(hook -> hook.savepoints.contains(savepoint));
    try {
      send("ROLLBACK TO SAVEPOINT " + quoted(savepoint));
      send("RELEASE SAVEPOINT " + quoted(savepoint));
    } catch (DatabaseError e) {
      setBroken(true, e);
      if (thrown != null) {
        thrown.addSuppressed(e);
      }
    }
  }

  private String quoted(String savepoint) {
    return database.dialect().quote(savepoint);
  }

  /// Ends the outermost block: commits it, or rolls it back where it failed or is broken.
  ///
  /// @param thrown what it failed with, if it did
  /// @return what is to be done now that it is committed
  List<Runnable> end(@Nullable Throwable thrown) {
    if (thrown != null || broken) {
      rollback(thrown);
      leave(thrown);
      return List.of();
    }
    try {
      send("COMMIT");
    } catch (DatabaseError e) {
      rollback(e);
      leave(e);
      throw e;
    }
    leave(null);
    return hooks.stream().map(Hook::task).toList();
  }

  /// A connection that cannot be rolled back is in a state that nobody knows: it is given up.
  private void rollback(@Nullable Throwable thrown) {
    broken = false;
    try {
      send("ROLLBACK");
    } catch (DatabaseError e) {
      database.leases().giveUp(lease);
      if (thrown != null) {
        thrown.addSuppressed(e);
      }
    }
  }
}
