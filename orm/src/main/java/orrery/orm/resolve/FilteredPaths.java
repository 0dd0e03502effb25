package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Condition;

/// Paths that start at a `FilteredRelation`: its last join has a name and a condition of its own.
final class FilteredPaths {

  /// A path from the filtered relation on, and the aliases of all joins, the filtered one's among
  /// them.
  record Found(Path path, List<String> aliases) {}

  private FilteredPaths() {}

  /// Returns where `names` lead if the first is a filtered relation, with its joins made; else
  /// null.
  static @Nullable Found find(Scope scope, List<String> names, Context context) {
    String alias = names.getFirst();
    Scope.Filtered filtered = scope.filteredRelations.get(alias);
    if (filtered == null) {
      return null;
    }
    Path relation = scope.paths.walk(scope.model, Scope.split(filtered.relation()), true, Set.of());
    List<Hop> hops = relation.hops();
    Joins joins = new Joins(scope);
    List<String> aliases =
        new ArrayList<>(
            joins.make(hops.subList(0, hops.size() - 1), scope.sources.base(), context.reuse()));
    boolean known = scope.sources.aliases().contains(alias);
    String joined = scope.sources.join(hops.getLast(), aliases.getLast(), null, alias);
    aliases.add(joined);
    if (!known) {
      Condition renamed = rename(filtered.condition(), filtered.relation(), alias);
      scope.sources.get(joined).restriction =
          new Conditions(scope).build(renamed, Context.expression()).sql();
    }
    if (names.size() == 1) {
      return new Found(
          new Path(List.of(), relation.last(), relation.targets(), relation.model(), List.of()),
          aliases);
    }
    Path rest = scope.paths.walk(relation.model(), names.subList(1, names.size()), false, Set.of());
    List<String> further = joins.make(rest.hops(), joined, context.reuse());
    aliases.addAll(further.subList(1, further.size()));
    return new Found(rest, aliases);
  }

  private static Condition rename(Condition condition, String relation, String alias) {
    return switch (condition) {
      case Condition.Lookup l ->
          l.path().equals(relation) || l.path().startsWith(relation + "__")
              ? new Condition.Lookup(alias + l.path().substring(relation.length()), l.value())
              : l;
      case Condition.And a -> new Condition.And(all(a.parts(), relation, alias));
      case Condition.Or o -> new Condition.Or(all(o.parts(), relation, alias));
      case Condition.Xor x -> new Condition.Xor(all(x.parts(), relation, alias));
      case Condition.Not n -> new Condition.Not(rename(n.part(), relation, alias));
      case Condition.Test t -> t;
    };
  }

  private static List<Condition> all(List<Condition> parts, String relation, String alias) {
    return parts.stream().map(p -> rename(p, relation, alias)).toList();
  }
}
