package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import orrery.orm.error.TypeError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Truths;

/// Two querysets of one model as one: `a & b`, `a | b`, `a ^ b`. Django's `Query.combine`.
///
/// The rows are those of the left one; of the right one count the conditions with the joins that
/// they stand on, and the order.
final class Merging {

  private final Scope left;
  private final Scope right;
  private final Step.Connector connector;

  private Merging(Scope left, Scope right, Step.Connector connector) {
    this.left = left;
    this.right = right;
    this.connector = connector;
  }

  /// Returns what `left`, whose steps so far are `query`, is together with the other queryset.
  static Scope merge(Folder folder, Scope left, Query query, Step.Merge step) {
    Scope right = folder.fold(step.other(), left.outer);
    check(left, right, step.connector());
    boolean all = step.connector() == Step.Connector.AND;
    if (left.none || right.none) {
      return left.none == all ? left : right;
    }
    Scope first = all || !left.isSliced() ? left : folder.fold(byKey(query), left.outer);
    Scope second = all || !right.isSliced() ? right : folder.fold(byKey(step.other()), left.outer);
    new Merging(first, second, step.connector()).merge();
    return first;
  }

  private static void check(Scope left, Scope right, Step.Connector connector) {
    if (left.combined != null || right.combined != null) {
      String sign =
          connector == Step.Connector.AND ? "&" : connector == Step.Connector.OR ? "|" : "^";
      throw new TypeError("Cannot use " + sign + " operator with combined queryset.");
    }
    boolean sameValues =
        left.picks == null || (right.picks != null && names(left.picks).equals(names(right.picks)));
    if (!sameValues) {
      throw new TypeError("Merging 'QuerySet' classes must involve the same values in each case.");
    }
  }

  private static Set<String> names(List<Scope.Pick> picks) {
    Set<String> names = new HashSet<>();
    picks.forEach(p -> names.add(p.name()));
    return names;
  }

  // What is limited to some rows is merged as the rows with their keys.
  private static Query byKey(Query sliced) {
    Query keys = sliced.with(new Step.Values(List.of(new Name("pk")), List.of()));
    Condition.Lookup among = new Condition.Lookup("pk__in", new Expr.ChainValue(keys));
    return new Query(sliced.model(), List.of(new Step.Filter(List.of(among))));
  }

  private void merge() {
    if (!left.model.name().equals(right.model.name())) {
      throw new TypeError("Cannot combine queries on two different base models.");
    }
    left.refuseIfSliced("Cannot combine queries once a slice has been taken.");
    if (left.distinct != right.distinct) {
      throw new TypeError("Cannot combine a unique query with a non-unique query.");
    }
    if (!left.distinctFields.equals(right.distinctFields)) {
      throw new TypeError("Cannot combine queries with different distinct fields.");
    }
    Map<String, String> aliases = join();
    SqlExpr theirs = renamed(Truths.and(right.where), aliases);
    SqlExpr ours = Truths.and(left.where);
    left.where.clear();
    left.addWhere(
        switch (connector) {
          case AND -> Truths.and(ours, theirs);
          case OR -> Truths.or(List.of(ours, theirs));
          case XOR -> Conditions.xor(List.of(ours, theirs));
        });
    if (!right.orderBy.isEmpty()) {
      left.orderBy = right.orderBy;
    }
  }

  // Takes the right one's joins over, and returns what each is called now. For AND another related
  // row may meet the right conditions; else one row is enough.
  private Map<String, String> join() {
    Promoter promoter =
        new Promoter(
            switch (connector) {
              case AND -> Promoter.Connector.AND;
              case OR -> Promoter.Connector.OR;
              case XOR -> Promoter.Connector.XOR;
            },
            2,
            false);
    promoter.vote(left.sources.inner());
    Set<String> reuse =
        connector == Step.Connector.AND ? new HashSet<>() : new HashSet<>(left.sources.aliases());
    Map<String, String> aliases = new HashMap<>();
    aliases.put(right.sources.base(), left.sources.base());
    List<String> needed = new ArrayList<>();
    for (String alias : right.sources.aliases()) {
      Source source = right.sources.get(alias);
      if (source.hop != null) {
        String taken = take(source, source.hop, reuse, aliases, needed);
        reuse.remove(taken);
        aliases.put(alias, taken);
      }
    }
    promoter.vote(needed);
    promoter.settle(left.sources);
    return aliases;
  }

  private String take(
      Source source, Hop hop, Set<String> reuse, Map<String, String> aliases, List<String> needed) {
    String parent = Objects.requireNonNull(aliases.get(source.parent));
    Optional<String> shared = Optional.ofNullable(left.sources.find(hop, parent, reuse));
    String taken = shared.orElseGet(() -> left.sources.join(hop, parent));
    Source ours = left.sources.get(taken);
    boolean inner = shared.isPresent() ? !source.isOuter() : !ours.isOuter();
    if (inner) {
      needed.add(taken);
    }
    if (shared.isEmpty() && source.restriction != null) {
      aliases.put(source.alias, taken);
      ours.restriction = renamed(source.restriction, aliases);
    }
    if (right.sources.isUsed(source.alias)) {
      left.sources.use(Set.of(taken));
    }
    return taken;
  }

  private static SqlExpr renamed(SqlExpr expr, Map<String, String> aliases) {
    return Nested.rewrite(
        expr,
        e ->
            e instanceof SqlExpr.Column column && aliases.containsKey(column.alias())
                ? new SqlExpr.Column(
                    Objects.requireNonNull(aliases.get(column.alias())),
                    column.name(),
                    column.type())
                : e);
  }
}
