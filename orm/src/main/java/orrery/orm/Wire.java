package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Rows;
import orrery.orm.dialect.Sql;
import orrery.orm.render.SqlWriter;
import orrery.orm.resolve.Plan;
import orrery.orm.type.FieldType;

/// The last stretch of the line: a plan is spelled for its database and sent there. Thread-safe.
final class Wire {

  private final Databases databases;

  Wire(Databases databases) {
    this.databases = databases;
  }

  /// Returns the database called `alias`; for an empty alias the default.
  Database database(String alias) {
    return databases.get(alias);
  }

  /// Returns the database that `plan` is for.
  ///
  /// @param at the alias of the one at hand, where the plan names none
  Database database(Plan plan, String at) {
    return databases.get(plan.database().isEmpty() ? at : plan.database());
  }

  /// Spells `plan`.
  Sql write(Plan plan, String at) {
    return new SqlWriter(database(plan, at).dialect()).write(plan.statement());
  }

  /// Sends `plan`.
  Rows send(Plan plan, String at, Reason reason) {
    return database(plan, at).query(write(plan, at), reason);
  }

  /// Sends a plan by hand, whose columns hold what `types` says by their names.
  Rows send(Plan plan, String at, Reason reason, Function<String, FieldType> types) {
    return database(plan, at).query(write(plan, at), reason, types);
  }

  /// Divides what asks for `keys` so that no part has more values than its database has
  /// placeholders; where already the rest of it has, it stays whole.
  ///
  /// @param asking gives the plan that asks for some of the keys
  <K> List<Plan> divide(List<K> keys, Function<List<K>, Plan> asking, String at) {
    Plan whole = asking.apply(keys);
    int most = database(whole, at).dialect().maxBindings();
    int size = keys.size();
    if (size < 2 || bindings(whole, at) <= most) {
      return List.of(whole);
    }
    int one = bindings(asking.apply(keys.subList(0, 1)), at);
    int each = Math.max(1, bindings(asking.apply(keys.subList(0, 2)), at) - one);
    int room = (most - (one - each)) / each;
    if (room < 1) {
      return List.of(whole);
    }
    List<Plan> parts = new ArrayList<>();
    for (int start = 0; start < size; start += room) {
      parts.add(asking.apply(keys.subList(start, Math.min(size, start + room))));
    }
    return parts;
  }

  private int bindings(Plan plan, String at) {
    return new SqlWriter(database(plan, at).dialect()).bindings(plan.statement());
  }
}
