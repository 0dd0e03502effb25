package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.resolve.Paths.Demand;

/// Paths that may start at a `FilteredRelation`: its last join has a name and a condition of its
/// own.
final class FilteredPaths {

  private FilteredPaths() {}

  /// Walks `names` from the scope's model, or from the filtered relation that the first of them
  /// names.
  static Path walk(Scope scope, List<String> names, Demand demand) {
    String alias = names.getFirst();
    Scope.Filtered filtered = scope.filteredRelations.get(alias);
    if (filtered == null) {
      return scope.paths.walk(scope.model, names, demand, scope.otherNames());
    }
    Path relation =
        scope.paths.walk(scope.model, Scope.split(filtered.relation()), Demand.ALL, List.of());
    List<Hop> hops = new ArrayList<>(relation.hops());
    hops.add(hops.removeLast().filteredAs(alias));
    List<Path.Step> steps = new ArrayList<>();
    steps.add(new Path.Step(alias, hops));
    if (names.size() == 1) {
      return new Path(steps, relation.last(), relation.targets(), relation.model(), List.of());
    }
    Demand below = demand == Demand.FIRST ? Demand.NONE : demand;
    List<String> further = names.subList(1, names.size());
    Path rest = scope.paths.walk(relation.model(), further, below, scope.otherNames());
    if (rest.steps().isEmpty() && rest.targets().isEmpty()) {
      return new Path(steps, relation.last(), relation.targets(), relation.model(), rest.rest());
    }
    steps.addAll(rest.steps());
    return new Path(steps, rest.last(), rest.targets(), rest.model(), rest.rest());
  }

  /// Gives the join `alias`, which was just made, the condition of its filtered relation.
  static void restrict(Scope scope, String name, String alias, @Nullable Set<String> reuse) {
    Scope.Filtered filtered = java.util.Objects.requireNonNull(scope.filteredRelations.get(name));
    Condition renamed = new Renaming(scope, filtered.relation(), name).of(filtered.condition());
    @Nullable Set<String> shared = null;
    if (reuse != null) {
      shared = new HashSet<>(reuse);
      shared.add(alias);
    }
    scope.sources.get(alias).restriction =
        new Conditions(scope).build(renamed, Context.restriction(shared)).sql();
    scope.sources.moveToEnd(alias);
  }

  /// Refuses a filtered relation that leads nowhere, or whose condition looks beyond it.
  static void check(Scope scope, Expr.FilteredRelation filtered) {
    String relation = filtered.relation();
    if (relation.isEmpty()) {
      throw new ValueError("relation_name cannot be empty.");
    }
    Path path =
        scope.paths.walk(scope.model, Scope.split(relation), Demand.FIRST, scope.otherNames());
    if (!path.rest().isEmpty()) {
      throw new ValueError(
          "FilteredRelation's relation_name cannot contain lookups (got '" + relation + "').");
    }
    if (path.hops().isEmpty()) {
      throw new ValueError(
          "FilteredRelation's relation_name must be a relation (got '" + relation + "').");
    }
    for (Condition.Lookup lookup : lookups(filtered.condition(), new ArrayList<>())) {
      try {
        check(scope, path, relation, lookup);
      } catch (OrmError e) {
        throw e.about(lookup);
      }
    }
  }

  private static void check(Scope scope, Path path, String relation, Condition.Lookup lookup) {
    List<String> names = Scope.split(lookup.path());
    Path asked = scope.paths.walk(scope.model, names, Demand.FIRST, scope.otherNames());
    int fields = names.size() - asked.rest().size();
    int within = fields - (asked.rest().isEmpty() ? 2 : 1);
    List<String> through = path.steps().stream().map(Path.Step::name).toList();
    for (int i = 0; i < Math.min(within, through.size()); i++) {
      if (!through.get(i).equals(names.get(i))) {
        throw new ValueError(
            "FilteredRelation's condition doesn't support relations outside the '"
                + relation
                + "' (got '"
                + lookup.path()
                + "').");
      }
    }
    if (fields > through.size() + 1) {
      throw new ValueError(
          "FilteredRelation's condition doesn't support nested relations deeper than the"
              + " relation_name (got '"
              + lookup.path()
              + "' for '"
              + relation
              + "').");
    }
  }

  private static List<Condition.Lookup> lookups(Condition condition, List<Condition.Lookup> found) {
    switch (condition) {
      case Condition.Lookup l -> found.add(l);
      case Condition.And a -> a.parts().forEach(p -> lookups(p, found));
      case Condition.Or o -> o.parts().forEach(p -> lookups(p, found));
      case Condition.Xor x -> x.parts().forEach(p -> lookups(p, found));
      case Condition.Not n -> lookups(n.part(), found);
      case Condition.Test t -> {}
    }
    return found;
  }

  /// Conditions on a relation become conditions on its filtered relation.
  private record Renaming(Scope scope, String relation, String alias) {

    Condition of(Condition condition) {
      return switch (condition) {
        case Condition.Lookup l -> of(l);
        case Condition.And a -> new Condition.And(all(a.parts()));
        case Condition.Or o -> new Condition.Or(all(o.parts()));
        case Condition.Xor x -> new Condition.Xor(all(x.parts()));
        case Condition.Not n -> new Condition.Not(of(n.part()));
        case Condition.Test t -> t;
      };
    }

    private Condition of(Condition.Lookup lookup) {
      String path = lookup.path();
      if (!path.equals(relation) && !path.startsWith(relation + "__")) {
        return lookup;
      }
      Condition.Lookup renamed =
          new Condition.Lookup(alias + path.substring(relation.length()), lookup.value());
      scope.origins.put(renamed, lookup);
      return renamed;
    }

    private List<Condition> all(List<Condition> parts) {
      return parts.stream().map(this::of).toList();
    }
  }
}
