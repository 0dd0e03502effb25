package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Conditions along a relation to many, asked in a subquery: whether there is any such object, so
/// that no row is repeated.
final class Existing {
  private Existing() {}

  /// Returns `conditions` with those along `path` in one `Exists(…)`; nothing where one of them is
  /// part of a group, or the way back from `path` has no name.
  static Optional<List<Condition>> of(List<Condition> conditions, String path, Ground ground) {
    Optional<Query> related = Backwards.related(ground, path);
    List<Condition> left = new ArrayList<>();
    List<Condition> inside = new ArrayList<>();
    for (Condition condition : conditions) {
      switch (condition) {
        case Condition.Lookup(String lookup, Expr value) when lookup.startsWith(path + "__") -> {
          String rest = lookup.substring(path.length() + 2);
          boolean isOfRelation = LookupNames.isLookup(rest);
          inside.add(new Condition.Lookup(isOfRelation ? "pk__" + rest : rest, value));
        }
        case Condition.Lookup(String lookup, Expr value) when lookup.equals(path) ->
            inside.add(new Condition.Lookup("pk", value));
        case Condition other -> left.add(other);
      }
    }
    boolean isPlain = inside.stream().allMatch(Existing::isPlain) && !inside.isEmpty();
    boolean isElsewhere = left.stream().anyMatch(c -> names(c, path));
    if (related.isEmpty() || !isPlain || isElsewhere) {
      return Optional.empty();
    }
    boolean hasNullTest =
        inside.size() == 1
            && inside.getFirst() instanceof Condition.Lookup(String lookup, _)
            && lookup.equals("pk__isnull");
    List<Condition> all = new ArrayList<>(conditions(related.get()));
    if (!hasNullTest) {
      all.addAll(inside);
    }
    Query query = new Query(related.get().model(), List.of(new Step.Filter(all)));
    left.addFirst(new Condition.Test(new Expr.Exists(query)));
    return Optional.of(left);
  }

  private static List<Condition> conditions(Query query) {
    return query.steps().getFirst() instanceof Step.Filter(List<Condition> all) ? all : List.of();
  }

  /// What names a field of the query around would mean another one inside.
  private static boolean isPlain(Condition condition) {
    return condition instanceof Condition.Lookup(_, Expr value)
        && (value instanceof Expr.Literal
            || (value instanceof Expr.Sequence(_, var items)
                && items.stream().allMatch(Expr.Literal.class::isInstance)));
  }

  private static boolean names(Condition condition, String path) {
    return switch (condition) {
      case Condition.Lookup(String lookup, _) -> lookup.startsWith(path);
      case Condition.Not(Condition part) -> names(part, path);
      case Condition.And _, Condition.Or _, Condition.Xor _ ->
          ConditionTree.parts(condition).stream().anyMatch(c -> names(c, path));
      case Condition.Test _ -> false;
    };
  }
}
