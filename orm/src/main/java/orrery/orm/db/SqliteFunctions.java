package orrery.orm.db;

import java.sql.Connection;
import java.sql.SQLException;

/// The SQL functions that SQLite lacks, registered for each physical connection.
final class SqliteFunctions {

  private SqliteFunctions() {}

  static void register(Connection connection) throws SQLException {}
}
