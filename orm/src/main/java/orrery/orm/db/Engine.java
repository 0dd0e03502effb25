package orrery.orm.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import orrery.orm.dialect.Dialect;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;

/// What is special about opening one kind of database. Thread-safe.
interface Engine {

  /// Returns the engine for the location of `settings`.
  ///
  /// @throws OrmError where nothing can be opened there
  static Engine of(Settings settings) {
    String location = settings.location();
    if (PostgresLocation.matches(location)) {
      return new PostgresEngine(settings);
    }
    if (location.startsWith("jdbc:") && !location.startsWith(SqliteLocation.JDBC)) {
      // What follows may hold a password.
      String kind = location.replaceFirst("^(jdbc:[^:]*:?).*", "$1…");
      throw new NotSupportedError(
          "Orrery cannot open '"
              + kind
              + "': it knows SQLite files, and jdbc:sqlite: and jdbc:postgresql: URLs.");
    }
    return new SqliteEngine(settings);
  }

  /// Makes a physical connection that is ready to be used: functions registered, foreign keys
  /// watched over, writing refused by the database itself unless asked for.
  Connection connect() throws SQLException;

  /// Returns the kind of database; called once the first connection stands.
  Dialect dialect();

  /// Returns the name and version of the database's software; called once the first connection
  /// stands.
  String product();

  /// Says whether the database refuses to be written.
  boolean isReadOnly();

  /// Returns what people should know about this database beside its contents.
  List<String> warnings();

  /// Says whether connections made up to now may no longer be used, since others changed what they
  /// rely on; true once for each such change.
  boolean isOutdated();

  /// Returns how many rows are to be asked for at a time; 0 where the rows come as they are read.
  ///
  /// Where they must be asked for, each statement outside of a transaction has a connection and a
  /// transaction of its own, for its rows to come in parts. Where not, a thread does all it does on
  /// one connection, so that it cannot lock itself out.
  int fetchSize();

  /// Returns the error, naming the database, that the failed opening stands for.
  OrmError explain(SQLException error);

  /// Lets go of what it holds beside the connections it made.
  void close();
}
