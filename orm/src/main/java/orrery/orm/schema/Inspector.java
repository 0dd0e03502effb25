package orrery.orm.schema;

import orrery.orm.db.Database;
import orrery.orm.error.NotSupportedError;

/// Reads what one database says of its tables.
public interface Inspector {

  /// Returns the one for the kind of `database`.
  ///
  /// @throws NotSupportedError where there is none
  static Inspector of(Database database) {
    return switch (database.dialect().name()) {
      case "sqlite" -> new SqliteInspector(database);
      case "postgresql" -> new PostgresInspector(database);
      default ->
          throw new NotSupportedError(
              "Tables of " + database.dialect().name() + " cannot be read yet.");
    };
  }

  /// Reads the tables.
  Schema read();
}
