package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.meta.Field;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.Statement;
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
  ///
  /// @param right what the value of `lookup` means outside
  Conditions.Clause build(
      Condition.Lookup lookup, Path path, Lookups.Right right, Context context) {
    Scope inner = new Scope(scope.models, scope.model, scope);
    inner.filteredRelations.putAll(scope.filteredRelations);
    outwards(lookup.value(), right, inner);
    SqlExpr condition =
        new Conditions(inner)
            .build(new Condition.And(List.of(lookup)), Context.filter(new HashSet<>()))
            .sql();
    List<Hop> hops = path.hops();
    int many = firstToMany(hops);
    List<String> aliases = new Joins(inner).make(path, inner.sources.base(), null);
    Source joined = inner.sources.get(aliases.get(many + 1));
    // Rows that have no partner are no rows of the joined table, so the walk starts before it.
    boolean fromJoined = !joined.isOuter() && hops.get(many).filteredAs().isEmpty();
    String start = fromJoined ? joined.alias : aliases.get(many);
    inner.sources.use(Set.of(start));
    List<SqlExpr> parts = new ArrayList<>();
    parts.add(condition);
    if (fromJoined && joined.restriction != null) {
      parts.add(joined.restriction);
    }
    List<SqlExpr> outside = outside(hops, many, context);
    SqlExpr same = sameRow(inner.sources.get(start), context).orElse(null);
    if (same != null) {
      parts.add(same);
    } else {
      List<Hop.Pair> pairs = hops.get(many).columns();
      for (int i = 0; i < pairs.size(); i++) {
        Field own = fromJoined ? pairs.get(i).to() : pairs.get(i).from();
        parts.add(
            new SqlExpr.Compare(Comparison.EQUAL, Sources.column(start, own), outside.get(i)));
      }
    }
    SqlExpr where = Truths.and(parts);
    if (where == SqlExpr.Truth.NEVER) {
      return new Conditions.Clause(SqlExpr.Truth.NEVER, Set.of());
    }
    Statement.Select rows = Selects.one(inner.sources.from(first(inner, start, where)));
    SqlExpr exists = new SqlExpr.Exists(rows.withWhere(where));
    boolean orNull = aliases.subList(1, many + 1).stream().anyMatch(a -> isOuter(inner, a));
    return new Conditions.Clause(orNull ? orNull(exists, outside) : exists, Set.of());
  }

  // Tables before the joined one are left out, unless the condition looks at them.
  private static String first(Scope inner, String start, SqlExpr where) {
    Sources sources = inner.sources;
    boolean enough =
        Nested.columns(where, sources.aliases()).stream()
            .allMatch(c -> c.alias().equals(start) || sources.isBelow(c.alias(), start));
    return enough ? start : sources.base();
  }

  private static boolean isOuter(Scope inner, String alias) {
    return inner.sources.get(alias).isOuter();
  }

  private static SqlExpr orNull(SqlExpr exists, List<SqlExpr> columns) {
    List<SqlExpr> nulls = columns.stream().<SqlExpr>map(c -> new SqlExpr.IsNull(c, false)).toList();
    return Truths.or(List.of(exists, Truths.and(nulls)));
  }

  private static int firstToMany(List<Hop> hops) {
    for (int i = 0; i < hops.size(); i++) {
      if (hops.get(i).toMany()) {
        return i;
      }
    }
    throw new IllegalStateException("no to-many join on the path");
  }

  // The columns outside that the subquery's rows belong to.
  private List<SqlExpr> outside(List<Hop> hops, int many, Context context) {
    List<Hop> before = hops.subList(0, many);
    List<String> aliases = new Joins(scope).make(before, scope.sources.base(), context.reuse());
    List<Field> from = hops.get(many).columns().stream().map(Hop.Pair::from).toList();
    Sources.End end = scope.sources.trim(from, aliases, before);
    scope.sources.use(end.aliases());
    return end.targets().stream().<SqlExpr>map(f -> Sources.column(end.alias(), f)).toList();
  }

  // Where the same filter() has already joined this table outside, its row is the one that is
  // meant.
  private Optional<SqlExpr> sameRow(Source start, Context context) {
    Set<String> reuse = context.reuse();
    List<Field> key = scope.models.primaryKey(start.model);
    if (reuse == null || key.isEmpty()) {
      return Optional.empty();
    }
    for (String alias : reuse) {
      if (scope.sources.get(alias).plain.equals(start.plain)) {
        List<SqlExpr> parts = new ArrayList<>();
        for (Field field : key) {
          parts.add(
              new SqlExpr.Compare(
                  Comparison.EQUAL,
                  Sources.column(start.alias, field),
                  Sources.column(alias, field)));
        }
        return Optional.of(Truths.and(parts));
      }
    }
    return Optional.empty();
  }

  // A bare value of the row is one of the row outside; within arithmetic it is, as in Django, one
  // of the subquery's own row.
  private void outwards(Expr value, Lookups.Right right, Scope inner) {
    if (value instanceof Expr.Ref) {
      inner.known.put(value, new Expressions(scope, Context.expression()).resolve(value));
    } else if (value instanceof Expr.OuterRef && right instanceof Lookups.Right.Expression e) {
      inner.known.put(value, e.expr());
    }
  }
}
