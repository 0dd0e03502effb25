package orrery.orm.db;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import orrery.orm.dialect.Codecs;
import orrery.orm.dialect.Sql;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ProgrammingError;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// A statement under way: prepared, bound, run, fetched, and at its end written to the log.
///
/// Used by one thread at a time, but for the interruption.
final class Cursor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cursor.class);

  private final Database database;
  private final Sql sql;
  private final Reason reason;
  private final Function<String, FieldType> unknown;
  private final Action action = Action.current();
  private final Runnable interrupt = this::interrupt;
  private final long id;

  /// Whether it controls a transaction: it must end even where the action was stopped.
  private final boolean control;

  private final Instant time = Instant.now();
  private final List<String> names = new ArrayList<>();
  private FieldType[] types = new FieldType[0];
  private @Nullable Lease lease;
  private volatile @Nullable PreparedStatement statement;
  private @Nullable ResultSet rows;
  private long count;
  private long nanos;
  private boolean closed;
  private int fetchSize;

  /// Runs `sql`.
  Cursor(Database database, Sql sql, Reason reason) {
    this(database, sql, reason, name -> FieldTypes.ANY);
  }

  /// Runs `sql`; `unknown` says by its name what a column holds that `sql` says nothing of.
  Cursor(Database database, Sql sql, Reason reason, Function<String, FieldType> unknown) {
    this.unknown = unknown;
    this.database = database;
    this.sql = sql;
    this.reason = reason;
    this.id = database.log().nextId();
    this.control = reason.kind() == Reason.Kind.TRANSACTION;
    if (!control) {
      Transaction transaction = database.transactions().current();
      if (transaction != null) {
        transaction.check();
      }
      action.check();
      action.entered(interrupt);
    }
    long start = System.nanoTime();
    try {
      run();
      nanos = System.nanoTime() - start;
    } catch (SQLException e) {
      nanos = System.nanoTime() - start;
      throw failed(translated(e));
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private void run() throws SQLException {
    Lease lease = database.leases().lease();
    this.lease = lease;
    PreparedStatement statement = database.leases().statements().take(lease.connection(), sql);
    this.statement = statement;
    fetchSize = database.leases().fetchSize();
    if (fetchSize > 0) {
      // The first block comes whole, and no more where it is all.
      statement.setFetchSize(Rows.BLOCK + 1);
    }
    Codecs codecs = database.dialect().codecs();
    for (int i = 0; i < sql.bindings().size(); i++) {
      codecs.bind(statement, i + 1, sql.bindings().get(i));
    }
    if (statement.execute()) {
      rows = statement.getResultSet();
      if (fetchSize > 0) {
        rows.setFetchSize(fetchSize);
      }
      describe(rows.getMetaData());
    } else {
      count = Math.max(0, statement.getUpdateCount());
    }
  }

  private void describe(ResultSetMetaData result) throws SQLException {
    int columns = result.getColumnCount();
    if (!sql.columns().isEmpty() && sql.columns().size() != columns) {
      throw new ProgrammingError(
          "The statement gives %d columns where %d were described."
              .formatted(columns, sql.columns().size()));
    }
    types = new FieldType[columns];
    for (int i = 0; i < columns; i++) {
      if (sql.columns().isEmpty()) {
        names.add(result.getColumnLabel(i + 1));
        types[i] = unknown.apply(names.get(i));
      } else {
        types[i] = sql.columns().get(i);
      }
    }
  }

  /// Returns the names of the columns, where the statement's maker left it to the database to tell
  /// what they are.
  List<String> names() {
    return List.copyOf(names);
  }

  /// Returns how many rows were fetched, or changed.
  long count() {
    return count;
  }

  /// Fills `block` from its start and returns how many rows it got; where it is not full, the end
  /// was reached and this is closed.
  int fetch(@Nullable Object[][] block) {
    ResultSet rows = this.rows;
    if (rows == null || closed) {
      close();
      return 0;
    }
    long start = System.nanoTime();
    try {
      action.check();
      Codecs codecs = database.dialect().codecs();
      int size = 0;
      while (size < block.length && rows.next()) {
        @Nullable Object[] row = new Object[types.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = codecs.read(rows, i + 1, types[i]);
        }
        block[size++] = row;
      }
      count += size;
      nanos += System.nanoTime() - start;
      if (size < block.length) {
        close();
      }
      return size;
    } catch (SQLException e) {
      nanos += System.nanoTime() - start;
      throw failed(translated(e));
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /// What fails because it was stopped may say so in other words.
  private OrmError translated(SQLException error) {
    return action.isStopped() && !control
        ? new OperationalError("interrupted", error)
        : database.dialect().translate(error, sql);
  }

  /// Called by the thread that stops the action.
  private void interrupt() {
    PreparedStatement statement = this.statement;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // The statement ended by itself just now: there is nothing left to interrupt.
        LOG.debug("Not interrupted", e);
      }
    }
  }

  private RuntimeException failed(RuntimeException error) {
    if (!closed) {
      closed = true;
      OrmError logged =
          error instanceof OrmError known
              ? known
              : new DatabaseError(String.valueOf(error.getMessage()), error);
      SQLException trouble = release(false);
      if (trouble != null) {
        error.addSuppressed(trouble);
      }
      log(logged);
    }
    return error;
  }

  /// Ends the statement, gives the connection back and writes the log.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      SQLException trouble = release(true);
      OrmError error = trouble == null ? null : database.dialect().translate(trouble, sql);
      log(error);
      if (error != null) {
        throw error;
      }
    }
  }

  private @Nullable SQLException release(boolean done) {
    action.left(interrupt);
    PreparedStatement statement = this.statement;
    this.statement = null;
    SQLException trouble = closed(rows, null);
    boolean well = done && trouble == null;
    if (statement != null) {
      trouble = closed(() -> database.leases().statements().give(statement, sql, well), trouble);
    }
    Lease lease = this.lease;
    return closed(lease == null ? null : () -> lease.leave(done), trouble);
  }

  private static @Nullable SQLException closed(
      @Nullable AutoCloseable what, @Nullable SQLException trouble) {
    try {
      if (what != null) {
        what.close();
      }
    } catch (SQLException e) {
      return e;
    } catch (Exception e) {
      return new SQLException(e);
    }
    return trouble;
  }

  private void log(@Nullable OrmError error) {
    database
        .log()
        .add(
            new Entry(
                id,
                time,
                sql,
                database.dialect(),
                count,
                nanos,
                database.alias(),
                reason,
                error,
                action,
                !control));
  }
}
