package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;

/// The statements that make what is in a database again, but for the rows: on SQLite to the letter
/// as they were written, comments included; on PostgreSQL in the server's own words.
public final class Statements {

  // A virtual table makes the tables that it keeps its data in itself. Tables come first: a view
  // may
  // name one that was made after it.
  private static final String SQLITE =
      """
      SELECT sql
      FROM sqlite_schema
      WHERE sql IS NOT NULL
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
      ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid\
      """;

  private Statements() {}

  /// Returns the statements, without semicolons, in an order in which they can be run.
  ///
  /// @throws orrery.orm.error.DatabaseError where the database fails
  public static List<String> read(Database database) {
    if (!database.dialect().name().equals("sqlite")) {
      return new PostgresStatements(database).read();
    }
    List<String> statements = new ArrayList<>();
    for (@Nullable Object[] row : database.all(Sql.of(SQLITE), Reason.SCHEMA)) {
      statements.add(String.valueOf(row[0]));
    }
    return statements;
  }
}
