package orrery.orm.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;

/// The pool of connections, one at a time for each thread. Thread-safe.
///
/// One for a thread, as in Django: a thread that reads a cursor and writes meanwhile must not lock
/// itself out. Where readers lock nobody out, one for a thread's transaction, and one for each
/// statement outside of it.
final class Leases implements AutoCloseable {

  private static final long WAIT = TimeUnit.SECONDS.toMillis(30);
  private static final long IDLE = TimeUnit.MINUTES.toMillis(1);

  private final Engine engine;
  private final Settings settings;
  private final HikariDataSource pool;
  private final PreparedStatements statements;
  private final Map<Thread, Lease> held = new ConcurrentHashMap<>();

  /// Opens the pool and its first connection.
  ///
  /// @throws OrmError of the engine where that fails
  Leases(Engine engine, Settings settings) {
    this.engine = engine;
    this.settings = settings;
    // Where rows come in parts the driver keeps statements itself.
    this.statements = new PreparedStatements(engine.fetchSize() == 0);
    HikariConfig config = new HikariConfig();
    config.setPoolName("orrery-" + settings.alias());
    config.setMinimumIdle(1);
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(WAIT);
    config.setIdleTimeout(IDLE);
    config.setMaxLifetime(0);
    try {
      config.setDataSource(new PhysicalConnections(engine));
    } catch (SQLException e) {
      throw engine.explain(e);
    }
    config.setReadOnly(engine.isReadOnly());
    this.pool = new HikariDataSource(config);
  }

  /// Returns the connection for a statement of the current thread, joined by the caller, who must
  /// leave it.
  Lease lease() throws SQLException {
    Lease known = held.get(Thread.currentThread());
    if (known != null && known.join()) {
      return known;
    }
    return engine.fetchSize() == 0 ? hold() : Lease.ofOneStatement(connection());
  }

  /// Returns the connection for all that the current thread does until it is left.
  Lease hold() throws SQLException {
    Thread thread = Thread.currentThread();
    Lease known = held.get(thread);
    if (known != null && known.join()) {
      return known;
    }
    Lease lease = new Lease(connection(), gone -> held.remove(thread, gone));
    held.put(thread, lease);
    return lease;
  }

  /// Returns how many rows a statement asks for at a time; 0 where the driver knows.
  int fetchSize() {
    return engine.fetchSize();
  }

  /// Returns the statements that the connections keep prepared.
  PreparedStatements statements() {
    return statements;
  }

  /// Has the connection of `lease` closed, instead of going back to the pool, when it is left.
  void giveUp(Lease lease) {
    pool.evictConnection(lease.connection());
  }

  private Connection connection() throws SQLException {
    if (engine.isOutdated()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw engine.explain(cause);
      }
      throw new OperationalError(
          "All %d connections to %s are in use."
              .formatted(settings.connections(), settings.alias()),
          e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
