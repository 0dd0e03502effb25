package orrery.orm.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import orrery.orm.error.Nearest;
import orrery.orm.error.NotSupportedError;

/// The functions that a database has: Django's name of each, and how it is written. Immutable; a
/// new function is a new line in the table of each database, or in [StandardFunctions].
final class Functions {

  private final String database;
  private final Map<String, Spelling> rows;

  private Functions(String database, Map<String, Spelling> rows) {
    this.database = database;
    this.rows = Map.copyOf(rows);
  }

  /// Starts the table of `database` with what is written the same everywhere.
  static Builder of(String database) {
    Builder builder = new Builder(database);
    StandardFunctions.add(builder);
    return builder;
  }

  Spelling get(String name) {
    Spelling found = rows.get(name);
    if (found == null) {
      throw (NotSupportedError)
          new NotSupportedError(database + " has no function " + name + ".")
              .meaning(Nearest.of(name, rows.keySet()));
    }
    return found;
  }

  Set<String> names() {
    return rows.keySet();
  }

  /// A table in the making; a later row with the same name takes the place of an earlier one.
  static final class Builder {

    private final String database;
    private final Map<String, Spelling> rows = new LinkedHashMap<>();

    private Builder(String database) {
      this.database = database;
    }

    /// Adds a function that is written as `template`, with `{0}` for the first argument and `{*}`
    /// for all of them.
    Builder add(String name, String template) {
      return add(name, Template.of(template));
    }

    /// Adds a function that is written by `spelling`.
    Builder add(String name, Spelling spelling) {
      rows.put(name, spelling);
      return this;
    }

    Functions build() {
      return new Functions(database, rows);
    }
  }
}
