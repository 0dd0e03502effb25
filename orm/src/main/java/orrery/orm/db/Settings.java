package orrery.orm.db;

import java.nio.file.Path;
import java.time.Duration;

/// How a database is to be opened.
///
/// @param location the path of a SQLite file, `:memory:` for a database that ends with its
///   [Database], or a JDBC URL such as `jdbc:sqlite:/data/shop.db` or
///   `jdbc:postgresql://host/shop`; never with a password
/// @param password what the server wants to hear; not shown anywhere
/// @param alias Django's name for the connection, shown in the log
/// @param write whether rows may be changed; else the database itself refuses
/// @param create whether a file that does not exist is made; means nothing without `write`
/// @param busyTimeout how long a statement waits for another program's lock
/// @param statementTimeout how long a statement may run before the server ends it; zero for as long
///   as it takes. Means nothing to SQLite, which has no server
/// @param connections the most physical connections at a time
/// @param maxBindings the most placeholders of a statement, to prove that work is split; 0 for what
///   the database can
public record Settings(
    String location,
    Password password,
    String alias,
    boolean write,
    boolean create,
    Duration busyTimeout,
    Duration statementTimeout,
    int connections,
    int maxBindings) {

  /// Django's name for the only, or first, database.
  public static final String DEFAULT_ALIAS = "default";

  /// Starts from a database that is only read.
  ///
  /// @param given a location; a password in it is taken out of it
  public static Settings of(String given) {
    String location = given;
    Password password = Password.NONE;
    if (PostgresLocation.matches(given)) {
      PostgresLocation parts = PostgresLocation.parse(given);
      location = parts.url();
      password = parts.password();
    }
    return new Settings(
        location,
        password,
        DEFAULT_ALIAS,
        false,
        false,
        Duration.ofSeconds(5),
        Duration.ZERO,
        8,
        0);
  }

  /// Returns `location` without the password that may stand in it: what may be shown and kept.
  public static String withoutPassword(String location) {
    return of(location).location();
  }

  /// Returns `location` with a password in it, for whoever takes locations only.
  public static String withPassword(String location, String password) {
    return PostgresLocation.parse(location).with(password);
  }

  /// Returns what people call the database: the name of its file, or of a server's database.
  public String title() {
    if (PostgresLocation.matches(location)) {
      return PostgresLocation.parse(location).title();
    }
    if (location.startsWith("jdbc:") || location.startsWith(":")) {
      return location;
    }
    Path name = Path.of(location).getFileName();
    return name == null ? location : name.toString();
  }

  /// Returns these with a password that does not stand in the location.
  public Settings withPassword(String text) {
    return with(new Password(text), alias, write, create);
  }

  /// Returns these under another alias.
  public Settings withAlias(String alias) {
    return with(password, alias, write, create);
  }

  /// Returns these with writing allowed.
  public Settings writable() {
    return with(password, alias, true, create);
  }

  /// Returns these with writing allowed, also where the file is yet to be made.
  public Settings creating() {
    return with(password, alias, true, true);
  }

  private Settings with(Password password, String alias, boolean write, boolean create) {
    return new Settings(
        location,
        password,
        alias,
        write,
        create,
        busyTimeout,
        statementTimeout,
        connections,
        maxBindings);
  }

  /// Returns these with another patience for locks.
  public Settings withBusyTimeout(Duration timeout) {
    return with(timeout, statementTimeout, connections, maxBindings);
  }

  /// Returns these with another patience for statements.
  public Settings withStatementTimeout(Duration timeout) {
    return with(busyTimeout, timeout, connections, maxBindings);
  }

  /// Returns these with another limit of placeholders.
  public Settings withMaxBindings(int most) {
    return with(busyTimeout, statementTimeout, connections, most);
  }

  /// Returns these with another limit of connections.
  public Settings withConnections(int most) {
    return with(busyTimeout, statementTimeout, most, maxBindings);
  }

  private Settings with(Duration busy, Duration statement, int connections, int maxBindings) {
    return new Settings(
        location, password, alias, write, create, busy, statement, connections, maxBindings);
  }
}
