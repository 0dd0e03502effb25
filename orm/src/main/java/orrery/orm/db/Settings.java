package orrery.orm.db;

import java.time.Duration;

/// How a database is to be opened.
///
/// @param location the path of a SQLite file, `:memory:` for a database that ends with its
///   [Database], or a JDBC URL such as `jdbc:sqlite:/data/shop.db`
/// @param alias Django's name for the connection, shown in the log
/// @param write whether rows may be changed; else the database itself refuses
/// @param create whether a file that does not exist is made; means nothing without `write`
/// @param busyTimeout how long a statement waits for another program's lock
/// @param connections the most physical connections at a time
/// @param maxBindings the most placeholders of a statement, to prove that work is split; 0 for what
///   the database can
public record Settings(
    String location,
    String alias,
    boolean write,
    boolean create,
    Duration busyTimeout,
    int connections,
    int maxBindings) {

  /// Django's name for the only, or first, database.
  public static final String DEFAULT_ALIAS = "default";

  /// Starts from a database that is only read.
  public static Settings of(String location) {
    return new Settings(location, DEFAULT_ALIAS, false, false, Duration.ofSeconds(5), 8, 0);
  }

  /// Returns these under another alias.
  public Settings withAlias(String alias) {
    return new Settings(location, alias, write, create, busyTimeout, connections, maxBindings);
  }

  /// Returns these with writing allowed.
  public Settings writable() {
    return new Settings(location, alias, true, create, busyTimeout, connections, maxBindings);
  }

  /// Returns these with writing allowed, also where the file is yet to be made.
  public Settings creating() {
    return new Settings(location, alias, true, true, busyTimeout, connections, maxBindings);
  }

  /// Returns these with another patience for locks.
  public Settings withBusyTimeout(Duration timeout) {
    return new Settings(location, alias, write, create, timeout, connections, maxBindings);
  }

  /// Returns these with another limit of placeholders.
  public Settings withMaxBindings(int most) {
    return new Settings(location, alias, write, create, busyTimeout, connections, most);
  }

  /// Returns these with another limit of connections.
  public Settings withConnections(int most) {
    return new Settings(location, alias, write, create, busyTimeout, most, maxBindings);
  }
}
