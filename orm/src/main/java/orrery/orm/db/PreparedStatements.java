package orrery.orm.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orrery.orm.dialect.Sql;

/// The statements that physical connections keep prepared between two uses, since preparing one
/// takes the database as long as running it does. Thread-safe.
///
/// Only statements whose columns are known beforehand are kept: what another program makes of a
/// table cannot change what they give. A statement that is in use is nobody else's.
final class PreparedStatements {

  /// How many statements a connection keeps.
  private static final int KEPT = 64;

  /// The length from which a text is not kept: it has a list of values in it that hardly comes
  /// twice.
  private static final int LONG = 16_000;

  private final boolean keeping;

  /// The idle statements of each connection by their texts, the one used longest ago first.
  private final IdentityHashMap<Connection, Map<String, PreparedStatement>> idle =
      new IdentityHashMap<>();

  private final Map<PreparedStatement, Connection> lent = new ConcurrentHashMap<>();

  /// Makes them.
  ///
  /// @param keeping whether statements are kept; else the driver does it, or nobody
  PreparedStatements(boolean keeping) {
    this.keeping = keeping;
  }

  /// Returns `sql` prepared on a connection of the pool, for the caller alone, who must give it
  /// back.
  PreparedStatement take(Connection pooled, Sql sql) throws SQLException {
    if (!keeping || sql.text().length() > LONG || !(hasKnownColumns(sql) || isChange(sql))) {
      return pooled.prepareStatement(sql.text());
    }
    Connection physical = pooled.unwrap(Connection.class);
    PreparedStatement ready;
    synchronized (idle) {
      Map<String, PreparedStatement> here = idle.get(physical);
      ready = here == null ? null : here.remove(sql.text());
    }
    PreparedStatement statement = ready == null ? physical.prepareStatement(sql.text()) : ready;
    lent.put(statement, physical);
    return statement;
  }

  private static boolean hasKnownColumns(Sql sql) {
    return !sql.columns().isEmpty();
  }

  private static boolean isChange(Sql sql) {
    String text = sql.text();
    return (text.startsWith("UPDATE ") || text.startsWith("INSERT ") || text.startsWith("DELETE "))
        && !text.contains("RETURNING");
  }

  /// Takes a statement back whose rows are closed.
  ///
  /// @param sql what it was taken for
  /// @param well whether it may be used again; else it is closed
  void give(PreparedStatement statement, Sql sql, boolean well) throws SQLException {
    Connection physical = lent.remove(statement);
    PreparedStatement old = statement;
    if (physical != null && well) {
      statement.clearParameters();
      synchronized (idle) {
        Map<String, PreparedStatement> here = idle.get(physical);
        if (here == null) {
          forgetClosed();
          here = new LinkedHashMap<>();
          idle.put(physical, here);
        }
        old = here.put(sql.text(), statement);
        if (old == null && here.size() > KEPT) {
          old = oldest(here);
        }
      }
    }
    if (old != null) {
      old.close();
    }
  }

  private static PreparedStatement oldest(Map<String, PreparedStatement> here) {
    Iterator<PreparedStatement> all = here.values().iterator();
    PreparedStatement first = all.next();
    all.remove();
    return first;
  }

  /// A connection that the pool has closed has closed its statements with it.
  private void forgetClosed() throws SQLException {
    for (Iterator<Connection> all = idle.keySet().iterator(); all.hasNext(); ) {
      if (all.next().isClosed()) {
        all.remove();
      }
    }
  }
}
