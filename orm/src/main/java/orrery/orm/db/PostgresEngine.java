package orrery.orm.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.PostgresDialect;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.PasswordRequired;

/// A PostgreSQL server, or one that speaks its language.
///
/// A password is looked for in the location, then in the environment (`PGPASSWORD`), then, by the
/// driver, in the user's password file (`~/.pgpass`); it is kept nowhere. All other parameters of
/// the URL are the driver's own, such as `sslmode` and `sslrootcert` for TLS, and `currentSchema`.
///
/// Moments are told in UTC, as Django has it.
final class PostgresEngine implements Engine {

  /// The driver writes to standard error what it throws as well; held, so that it stays silent.
  private static final Logger CHATTER = Logger.getLogger("org.postgresql");

  static {
    CHATTER.setLevel(Level.OFF);
  }

  /// How many rows cross the network at a time.
  private static final int FETCH_SIZE = 1000;

  private static final int SECONDS_TO_CONNECT = 15;

  private final Settings settings;
  private final PostgresLocation at;
  private volatile String product = "PostgreSQL";
  private volatile boolean standby;

  PostgresEngine(Settings settings) {
    this.settings = settings;
    this.at = PostgresLocation.parse(settings.location());
  }

  @Override
  public Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(at.url(), properties());
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SHOW transaction_read_only")) {
        standby = rows.next() && "on".equals(rows.getString(1));
      }
      statement.execute(session());
      product = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /// What holds where the URL says nothing else. Statements are prepared without a name, since
  /// poolers between here and the server forget names.
  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "Orrery");
    properties.setProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
    properties.setProperty("prepareThreshold", "0");
    properties.setProperty("tcpKeepAlive", "true");
    String environment = System.getenv("PGPASSWORD");
    if (settings.password().isGiven()) {
      properties.setProperty("password", settings.password().text());
    } else if (environment != null && !environment.isEmpty()) {
      properties.setProperty("password", environment);
    }
    return properties;
  }

  private String session() {
    StringBuilder sql = new StringBuilder("SET TIME ZONE 'UTC'; SET intervalstyle = 'postgres'");
    if (!settings.write()) {
      sql.append("; SET default_transaction_read_only = on");
    }
    limit("lock_timeout", settings.busyTimeout(), sql);
    limit("statement_timeout", settings.statementTimeout(), sql);
    return sql.toString();
  }

  /// The server takes 0 for no limit, which is what it has unless it was told otherwise.
  private static void limit(String name, Duration limit, StringBuilder sql) {
    if (limit.toMillis() > 0) {
      sql.append("; SET ").append(name).append(" = ").append(limit.toMillis());
    }
  }

  @Override
  public Dialect dialect() {
    int most = settings.maxBindings();
    return most > 0 ? new PostgresDialect(most) : new PostgresDialect();
  }

  @Override
  public String product() {
    return product;
  }

  @Override
  public boolean isReadOnly() {
    return !settings.write() || standby;
  }

  @Override
  public List<String> warnings() {
    return standby && settings.write()
        ? List.of(at.title() + " takes no changes: the server only follows another one.")
        : List.of();
  }

  @Override
  public boolean isOutdated() {
    return false;
  }

  @Override
  public int fetchSize() {
    return FETCH_SIZE;
  }

  @Override
  public OrmError explain(SQLException error) {
    String words = dialect().translate(error, Sql.of("")).sentence();
    String state = String.valueOf(error.getSQLState());
    if (words.contains("no password was provided")) {
      words = "give it in the URL (?password=…), in PGPASSWORD or in ~/.pgpass";
      state = "no password";
    }
    String why =
        switch (state) {
          case "28P01", "28000" -> " does not let you in: " + words;
          case "no password" -> " asks for a password: " + words;
          case "08001" -> " cannot be reached: " + words;
          default -> " cannot be opened: " + words;
        };
    String sentence = at.title() + why.replaceFirst("\\.$", "") + ".";
    return state.equals("28P01") || state.equals("no password")
        ? new PasswordRequired(sentence, error)
        : new OperationalError(sentence, error);
  }

  @Override
  public void close() {
    // The pool closes the connections, and there is nothing else.
  }
}
