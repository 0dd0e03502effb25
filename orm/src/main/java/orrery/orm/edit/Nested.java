package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.meta.Member;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Queries as values of a condition: `country__in=Country.objects.values("pk")`.
public final class Nested {
  private Nested() {}

  /// Returns the query that `value` is.
  public static Optional<Query> query(Expr value) {
    return switch (value) {
      case Expr.ChainValue(Query query) -> Optional.of(query);
      case Expr.Subquery(Query query, _) -> Optional.of(query);
      case Expr.Exists(Query query) -> Optional.of(query);
      case Expr other -> Optional.empty();
    };
  }

  /// Returns `value`, which is a query, with another.
  public static Expr with(Expr value, Query query) {
    return switch (value) {
      case Expr.Subquery(_, var type) -> new Expr.Subquery(query, type);
      case Expr.Exists _ -> new Expr.Exists(query);
      case Expr other -> new Expr.ChainValue(query);
    };
  }

  /// Returns a query to start from as the value of `rule`: of the model that its path ends at.
  public static Expr value(Ground ground, Rule rule) {
    boolean isList = rule.operator().takes() == Operator.Takes.LIST;
    Meaning meaning = ground.meaning(rule.path());
    if (meaning.isRelation()) {
      Query all = new Query(meaning.model());
      return isList
          ? new Expr.ChainValue(all)
          : new Expr.Subquery(first(all.with(values("pk"))), Optional.empty());
    }
    List<Member> hops = ground.hops(rule.path());
    boolean isOwn = hops.isEmpty();
    String model = isOwn ? ground.model() : hops.getLast().model();
    String name = isOwn ? "pk" : hops.getLast().name();
    Query values = new Query(model).with(values(name));
    return isList
        ? new Expr.ChainValue(values)
        : new Expr.Subquery(first(values), Optional.empty());
  }

  private static Step values(String name) {
    return new Step.Values(List.of(new Name(name)), List.of());
  }

  private static Query first(Query query) {
    return query.with(new Step.Slice(0, OptionalInt.of(1)));
  }
}
