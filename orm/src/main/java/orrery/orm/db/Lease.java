package orrery.orm.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// A connection in use by one thread, shared by all that the thread has open at a time: a cursor, a
/// statement sent while it is read, a transaction around both. It goes back to the pool when the
/// last of them is done.
///
/// A cursor may be read and closed by another thread than the one that opened it.
final class Lease {

  private final Connection connection;
  private final Consumer<Lease> onReturn;
  private final boolean ofOneStatement;
  private int holders = 1;

  /// Makes one with one holder.
  ///
  /// @param onReturn told of this when the connection goes back
  Lease(Connection connection, Consumer<Lease> onReturn) {
    this(connection, onReturn, false);
  }

  private Lease(Connection connection, Consumer<Lease> onReturn, boolean ofOneStatement) {
    this.connection = connection;
    this.onReturn = onReturn;
    this.ofOneStatement = ofOneStatement;
  }

  /// Makes one for a single statement, with a transaction of its own.
  static Lease ofOneStatement(Connection connection) throws SQLException {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return new Lease(connection, gone -> {}, true);
  }

  Connection connection() {
    return connection;
  }

  /// Joins the holders; false where the connection has gone back already.
  synchronized boolean join() {
    if (holders == 0) {
      return false;
    }
    holders++;
    return true;
  }

  /// Leaves the holders.
  ///
  /// @param done whether what was done is to stay, where this decides
  void leave(boolean done) throws SQLException {
    boolean last;
    synchronized (this) {
      last = --holders == 0;
    }
    if (last) {
      onReturn.accept(this);
      try (Connection back = connection) {
        if (ofOneStatement) {
          end(back, done);
        }
      }
    }
  }

  private static void end(Connection connection, boolean done) throws SQLException {
    if (done) {
      connection.commit();
    } else {
      connection.rollback();
    }
    connection.setAutoCommit(true);
  }
}
