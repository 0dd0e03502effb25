package orrery.orm.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.Codes;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Sql;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;

/// SQLite, in a file or in memory.
///
/// A database that is only read is opened so that nothing is changed or made, neither in the file
/// nor beside it. That takes care where the file keeps a write-ahead log, since SQLite makes its
/// companions even to read it: as long as there is no such log the file is opened as `immutable`,
/// and when somebody else begins one, or changes the file, those connections are outdated.
///
/// A database in memory lives in SQLite's `memdb`, where any number of connections share it and
/// lock it as they would a file; it is always writable.
final class SqliteEngine implements Engine {

  private static final int NOT_A_DATABASE = 26;

  private final Settings settings;
  private final SqliteLocation at;
  private final boolean write;
  private final List<String> warnings = new ArrayList<>();

  /// A database in memory ends with its last connection: this one is never used and keeps it.
  private volatile @Nullable Connection keeper;

  private volatile int maxBindings = SqliteDialect.MAX_BINDINGS;
  private volatile SqliteFile.@Nullable Stamp immutableSince;
  private volatile String product = "SQLite";

  SqliteEngine(Settings settings) {
    this.settings = settings;
    this.at = SqliteLocation.parse(settings.location());
    this.write =
        at.isMemory() || (settings.write() && !"ro".equals(at.parameters().getProperty("mode")));
    Path file = at.file();
    if (file != null && SqliteFile.check(file, write && settings.create()) && !write) {
      warnings.add(file + " is empty: a database without tables.");
    }
  }

  @Override
  public Connection connect() throws SQLException {
    if (at.isMemory() && keeper == null) {
      keeper = open();
    }
    return open();
  }

  private Connection open() throws SQLException {
    SQLiteConfig config = new SQLiteConfig(parameters());
    config.setReadOnly(!write);
    config.enforceForeignKeys(true);
    // Keys come by RETURNING; the driver need not ask for the last one after every insert.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(Math.toIntExact(settings.busyTimeout().toMillis()));
    Connection connection = config.createConnection(url());
    try {
      SqliteFunctions.register(connection);
      limit((SQLiteConnection) connection);
      try (Statement statement = connection.createStatement()) {
        if (!write) {
          statement.execute("PRAGMA query_only = ON");
        }
        // The file is read no sooner than this: is it a database, whole, and not locked?
        statement.executeQuery("SELECT count(*) FROM sqlite_schema").close();
      }
      product = "SQLite " + connection.getMetaData().getDatabaseProductVersion();
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Properties parameters() {
    Properties parameters = new Properties();
    parameters.putAll(at.parameters());
    return parameters;
  }

  private String url() {
    Path file = at.file();
    if (file == null || write) {
      return at.url(settings.create() ? "rwc" : "rw");
    }
    boolean immutable = SqliteFile.usesWal(file) && !SqliteFile.hasWal(file);
    if (immutable && immutableSince == null) {
      immutableSince = SqliteFile.Stamp.of(file);
    }
    return at.url("ro") + (immutable ? "&immutable=1" : "");
  }

  private void limit(SQLiteConnection connection) throws SQLException {
    if (settings.maxBindings() > 0) {
      connection.setLimit(
          SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER,
          Math.min(settings.maxBindings(), SqliteDialect.MAX_BINDINGS));
    }
    maxBindings =
        connection.getDatabase().limit(SQLiteLimits.SQLITE_LIMIT_VARIABLE_NUMBER.getId(), -1);
  }

  @Override
  public Dialect dialect() {
    return new SqliteDialect(maxBindings);
  }

  @Override
  public String product() {
    return product;
  }

  @Override
  public boolean isReadOnly() {
    return !write;
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public boolean isOutdated() {
    Path file = at.file();
    SqliteFile.Stamp since = immutableSince;
    if (file == null || since == null) {
      return false;
    }
    boolean changed = SqliteFile.hasWal(file) || !since.equals(SqliteFile.Stamp.of(file));
    if (changed) {
      immutableSince = null;
    }
    return changed;
  }

  @Override
  public int fetchSize() {
    return 0;
  }

  @Override
  public OrmError explain(SQLException error) {
    String words = dialect().translate(error, Sql.of("")).sentence();
    return switch (error.getErrorCode() & 0xff) {
      case NOT_A_DATABASE ->
          new DatabaseError(
              at + " is not a SQLite database, or it is encrypted: " + words + ".", error);
      case Codes.SQLITE_CORRUPT ->
          new DatabaseError(at + " is damaged or was cut short: " + words + ".", error);
      case Codes.SQLITE_BUSY, Codes.SQLITE_LOCKED ->
          new OperationalError(at + " is in use by another program: " + words + ".", error);
      case Codes.SQLITE_READONLY ->
          new OperationalError(
              at
                  + " holds an unfinished transaction of a program that was stopped; it cannot be read"
                  + " before it is opened once for writing: "
                  + words
                  + ".",
              error);
      default -> new OperationalError(at + " cannot be opened: " + words + ".", error);
    };
  }

  @Override
  public void close() {
    Connection last = keeper;
    keeper = null;
    try {
      if (last != null) {
        last.close();
      }
    } catch (SQLException e) {
      throw dialect().translate(e, Sql.of(""));
    }
  }
}
