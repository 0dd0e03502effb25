package orrery.orm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import orrery.orm.db.Database;
import orrery.orm.error.ConnectionDoesNotExist;
import orrery.orm.error.Nearest;

/// The open databases by alias; the first is the one that is meant where none is named. Immutable
/// and thread-safe.
public final class Databases {

  private final Map<String, Database> byAlias = new LinkedHashMap<>();
  private final Database first;

  /// Makes a set of databases, the first of which is the default.
  public Databases(Database first, Database... others) {
    this.first = first;
    byAlias.put(first.alias(), first);
    for (Database other : others) {
      byAlias.put(other.alias(), other);
    }
  }

  /// Returns the database called `alias`; for an empty alias the default.
  ///
  /// @throws ConnectionDoesNotExist where there is none, in the words of Django's
  ///   `ConnectionDoesNotExist`
  public Database get(String alias) {
    Database database = alias.isEmpty() ? first : byAlias.get(alias);
    if (database == null) {
      ConnectionDoesNotExist error =
          new ConnectionDoesNotExist("The connection '" + alias + "' doesn't exist.");
      error.meaning(Nearest.of(alias, byAlias.keySet()));
      throw error;
    }
    return database;
  }

  /// Returns all of them, the default first.
  public Collection<Database> all() {
    return byAlias.values();
  }
}
