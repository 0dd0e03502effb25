package orrery.orm;

import java.util.List;
import java.util.Map;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.meta.Models;
import orrery.orm.schema.Inspected;
import orrery.orm.schema.Schema;

/// A database that was opened without knowing it: its tables as models, and the runner that asks
/// it. Thread-safe.
public final class OpenDatabase implements AutoCloseable {

  private final Database database;
  private final Inspected inspected;
  private final Orm orm;

  private OpenDatabase(Database database, Inspected inspected) {
    this.database = database;
    this.inspected = inspected;
    this.orm = new Orm(inspected.models(), Map.of(), new Databases(database));
  }

  /// Opens a database and reads its tables.
  ///
  /// @param location the path of a SQLite file, `:memory:`, or a JDBC URL; a password in it is used
  ///   and not kept
  /// @param write whether rows may be changed; else the database itself refuses
  /// @throws orrery.orm.error.OrmError where it cannot be opened or read
  public static OpenDatabase open(String location, boolean write) {
    Settings settings = Settings.of(location);
    return open(write ? settings.writable() : settings);
  }

  /// Opens a database as `settings` say and reads its tables.
  ///
  /// @throws orrery.orm.error.OrmError where it cannot be opened or read
  public static OpenDatabase open(Settings settings) {
    Database database = Database.open(settings);
    try {
      return new OpenDatabase(database, Inspected.of(database));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// Returns the models its tables were read as.
  public Models models() {
    return inspected.models();
  }

  /// Returns its tables, in the database's words.
  public Schema schema() {
    return inspected.schema();
  }

  /// Returns what people should know about it, in sentences.
  public List<String> warnings() {
    return inspected.warnings();
  }

  /// Returns the log of what was sent.
  public QueryLog log() {
    return database.log();
  }

  /// Returns what asks it.
  public Runner runner() {
    return orm.runner();
  }

  /// Returns its models with it, for querysets.
  public Orm orm() {
    return orm;
  }

  /// Returns the database itself.
  public Database database() {
    return database;
  }

  /// Returns what people call it: the name of its file, or else its location.
  public String title() {
    return database.settings().title();
  }

  /// Closes it; what is under way fails.
  @Override
  public void close() {
    database.close();
  }
}
