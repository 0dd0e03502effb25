package orrery.orm.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The physical connections of an engine in the form that a pool takes. Thread-safe.
final class PhysicalConnections implements DataSource {

  private final Engine engine;
  private final AtomicReference<@Nullable Connection> first;

  /// Makes the first of them, so that what is wrong with the database shows at once and not after
  /// the pool's patience.
  PhysicalConnections(Engine engine) throws SQLException {
    this.engine = engine;
    this.first = new AtomicReference<>(engine.connect());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection ready = first.getAndSet(null);
    return ready == null ? engine.connect() : ready;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // Drivers' chatter has nowhere to go: what matters is thrown.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The pool's own timeout is the one that counts.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("No logger of java.util.logging is used.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("There is nothing inside of " + type.getName() + ".");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
