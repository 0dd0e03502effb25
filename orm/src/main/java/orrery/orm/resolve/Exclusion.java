package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.meta.Field;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.Truths;

/// A negated condition across a to-many relation: no row over there may meet it. Django's
/// `split_exclude`.
///
/// A join would only tell that some row does not meet it, so the condition goes into a correlated
/// subquery.
final class Exclusion {

  private final Scope scope;

  Exclusion(Scope scope) {
    this.scope = scope;
  }

  /// Returns the condition that some related row meets `lookup`, to be negated by the caller.
  Conditions.Clause build(Condition.Lookup lookup, Path path, Context context) {
    Scope inner = new Scope(scope.models, scope.model, scope);
    Condition moved = new Condition.Lookup(lookup.path(), outwards(lookup.value()));
    SqlExpr condition =
        new Conditions(inner)
            .build(new Condition.And(List.of(moved)), Context.filter(new HashSet<>()))
            .sql();
    List<Hop> hops = path.hops();
    int many = firstToMany(hops);
    List<String> aliases = new Joins(inner).make(path, inner.sources.base(), null);
    boolean keepsAll = false;
    for (int i = 0; i <= many; i++) {
      keepsAll |= inner.sources.get(aliases.get(i + 1)).isOuter();
    }
    Hop hop = hops.get(many);
    Source joined = inner.sources.get(aliases.get(many + 1));
    boolean fromJoined = !joined.isOuter();
    String start = fromJoined ? joined.alias : aliases.get(many);
    inner.sources.use(Set.of(start));
    Sources.End outer = outer(hop, hops.subList(0, many), context);
    List<SqlExpr> parts = new ArrayList<>();
    parts.add(condition);
    if (fromJoined && joined.restriction != null) {
      parts.add(joined.restriction);
    }
    List<SqlExpr> nulls = new ArrayList<>();
    for (int i = 0; i < hop.columns().size(); i++) {
      Field own = fromJoined ? hop.columns().get(i).to() : hop.columns().get(i).from();
      SqlExpr theirs = Sources.column(outer.alias(), outer.targets().get(i));
      parts.add(new SqlExpr.Compare(Comparison.EQUAL, Sources.column(start, own), theirs));
      nulls.add(new SqlExpr.IsNull(theirs, false));
    }
    sameRow(hop, hops.subList(0, many + 1), start, fromJoined, context).ifPresent(parts::add);
    SqlExpr where = Truths.and(parts);
    if (where == SqlExpr.Truth.NEVER) {
      return new Conditions.Clause(SqlExpr.Truth.NEVER, Set.of());
    }
    SqlExpr exists = new SqlExpr.Exists(Subqueries.one(inner.sources.from(start), where));
    SqlExpr whole = keepsAll ? Truths.or(List.of(exists, Truths.and(nulls))) : exists;
    return new Conditions.Clause(whole, new LinkedHashSet<>());
  }

  private static int firstToMany(List<Hop> hops) {
    for (int i = 0; i < hops.size(); i++) {
      if (hops.get(i).toMany()) {
        return i;
      }
    }
    throw new IllegalStateException("no to-many join on the path");
  }

  private Sources.End outer(Hop hop, List<Hop> before, Context context) {
    List<String> aliases = new Joins(scope).make(before, scope.sources.base(), context.reuse());
    List<Field> from = hop.columns().stream().map(Hop.Pair::from).toList();
    Sources.End end = scope.sources.trim(from, aliases, before);
    scope.sources.use(end.aliases());
    return end;
  }

  // Where the same filter() has already joined this relation, its row is the one that is meant.
  private java.util.Optional<SqlExpr> sameRow(
      Hop hop, List<Hop> hops, String start, boolean fromJoined, Context context) {
    if (!fromJoined || context.reuse() == null) {
      return java.util.Optional.empty();
    }
    String parent = scope.sources.base();
    String plain = null;
    for (Hop at : hops) {
      String identity = parent + " " + at.identity();
      plain = null;
      for (String alias : scope.sources.aliases()) {
        Source source = scope.sources.get(alias);
        boolean shared = !at.toMany() || context.reuse().contains(alias);
        if (source.identity.equals(identity) && shared && scope.sources.isUsed(alias)) {
          plain = alias;
        }
      }
      if (plain == null) {
        return java.util.Optional.empty();
      }
      parent = plain;
    }
    List<Field> key = scope.models.primaryKey(hop.to());
    if (plain == null || key.isEmpty()) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        new SqlExpr.Compare(
            Comparison.EQUAL,
            Sources.column(start, key.getFirst()),
            Sources.column(plain, key.getFirst())));
  }

  // A value of the row itself becomes a value of the row outside.
  private static Expr outwards(Expr expr) {
    return switch (expr) {
      case Expr.Ref ref -> new Expr.OuterRef(ref.path());
      case Expr.Arithmetic a ->
          new Expr.Arithmetic(a.operator(), outwards(a.left()), outwards(a.right()));
      case Expr.Negated n -> new Expr.Negated(outwards(n.of()));
      case Expr.Call c ->
          new Expr.Call(c.name(), c.args().stream().map(Exclusion::outwards).toList(), c.options());
      case Expr.Sequence s ->
          new Expr.Sequence(s.brackets(), s.items().stream().map(Exclusion::outwards).toList());
      case Expr.Literal e -> e;
      case Expr.Mapping e -> e;
      case Expr.OuterRef e -> new Expr.OuterRef(e.path(), e.levels() + 1);
      case Expr.Part e -> new Expr.Part(outwards(e.of()), e.start(), e.stop());
      case Expr.Value e -> e;
      case Expr.Case e -> e;
      case Expr.Subquery e -> e;
      case Expr.Exists e -> e;
      case Expr.ChainValue e -> e;
      case Expr.Window e -> e;
      case Expr.Ordered e -> e;
      case Expr.Test e -> e;
      case Expr.FilteredRelation e -> e;
    };
  }
}
