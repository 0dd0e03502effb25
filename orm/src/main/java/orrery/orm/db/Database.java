package orrery.orm.db;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Sql;

/// An open database: where statements are sent, and what logs them. Thread-safe.
public final class Database implements AutoCloseable {

  private final Settings settings;
  private final Engine engine;
  private final Leases leases;
  private final Dialect dialect;
  private final QueryLog log;

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

  /// Closes all connections; what is under way fails.
  @Override
  public void close() {
    leases.close();
  }

  @Override
  public String toString() {
    return settings.alias() + " (" + settings.location() + ")";
  }
}
