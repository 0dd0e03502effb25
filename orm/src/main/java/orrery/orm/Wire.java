package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Rows;
import orrery.orm.dialect.Sql;
import orrery.orm.query.Query;
import orrery.orm.render.SqlWriter;
import orrery.orm.resolve.Parents;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
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

  /// Divides parents so that each statement has no more placeholders than its database can take.
  List<Parents> divide(Resolver resolver, Query query, Parents parents, String at) {
    Plan whole = resolver.resolve(query, parents);
    int most = database(whole, at).dialect().maxBindings();
    int size = parents.keys().size();
    if (size < 2 || write(whole, at).bindings().size() <= most) {
      return List.of(parents);
    }
    int one = bindings(resolver, query, parents, 1, at);
    int each = Math.max(1, bindings(resolver, query, parents, 2, at) - one);
    int room = Math.max(1, (most - (one - each)) / each);
    List<Parents> parts = new ArrayList<>();
    for (int start = 0; start < size; start += room) {
      parts.add(part(parents, start, Math.min(size, start + room)));
    }
    return parts;
  }

  private int bindings(Resolver resolver, Query query, Parents parents, int keys, String at) {
    return write(resolver.resolve(query, part(parents, 0, keys)), at).bindings().size();
  }

  private static Parents part(Parents of, int start, int end) {
    return new Parents(of.relation(), of.keys().subList(start, end), of.contentType());
  }
}
