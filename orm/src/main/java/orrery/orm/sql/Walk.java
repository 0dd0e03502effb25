package orrery.orm.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import orrery.orm.sql.Statement.Order;

/// The one walk over expressions: their parts, and a copy with parts exchanged. Selects inside are
/// not entered.
public final class Walk {

  private Walk() {}

  /// Returns the expressions directly inside `expr`.
  public static List<SqlExpr> children(SqlExpr expr) {
    List<SqlExpr> found = new ArrayList<>();
    map(
        expr,
        child -> {
          found.add(child);
          return child;
        });
    return found;
  }

  /// Says whether `test` holds of `expr` or of anything inside it.
  public static boolean any(SqlExpr expr, Predicate<SqlExpr> test) {
    if (test.test(expr)) {
      return true;
    }
    for (SqlExpr child : children(expr)) {
      if (any(child, test)) {
        return true;
      }
    }
    return false;
  }

  /// Returns `expr` with `change` applied to everything in it, from the inside out.
  public static SqlExpr rewrite(SqlExpr expr, UnaryOperator<SqlExpr> change) {
    return change.apply(map(expr, child -> rewrite(child, change)));
  }

  /// Returns `expr` with each expression directly inside it exchanged for what `change` makes of
  /// it.
  public static SqlExpr map(SqlExpr expr, UnaryOperator<SqlExpr> change) {
    return switch (expr) {
      case SqlExpr.Column e -> e;
      case SqlExpr.Alias e -> e;
      case SqlExpr.Position e -> e;
      case SqlExpr.Param e -> e;
      case SqlExpr.Raw e -> e;
      case SqlExpr.Star e -> e;
      case SqlExpr.Truth e -> e;
      case SqlExpr.Exists e -> e;
      case SqlExpr.Scalar e -> e;
      case SqlExpr.Not e -> new SqlExpr.Not(change.apply(e.of()));
      case SqlExpr.And e -> new SqlExpr.And(all(e.parts(), change));
      case SqlExpr.Or e -> new SqlExpr.Or(all(e.parts(), change));
      case SqlExpr.Compare e ->
          new SqlExpr.Compare(e.comparison(), change.apply(e.left()), change.apply(e.right()));
      case SqlExpr.IsNull e -> new SqlExpr.IsNull(change.apply(e.of()), e.negated());
      case SqlExpr.In e -> new SqlExpr.In(change.apply(e.left()), all(e.items(), change));
      case SqlExpr.InRows e -> new SqlExpr.InRows(change.apply(e.left()), e.rows());
      case SqlExpr.Between e ->
          new SqlExpr.Between(change.apply(e.of()), change.apply(e.low()), change.apply(e.high()));
      case SqlExpr.Match e ->
          new SqlExpr.Match(
              e.kind(), change.apply(e.left()), change.apply(e.pattern()), e.ignoreCase());
      case SqlExpr.Binary e ->
          new SqlExpr.Binary(
              e.operator(), change.apply(e.left()), change.apply(e.right()), e.type());
      case SqlExpr.Function e -> new SqlExpr.Function(e.name(), all(e.args(), change), e.type());
      case SqlExpr.Aggregate e ->
          new SqlExpr.Aggregate(
              e.name(),
              all(e.args(), change),
              e.distinct(),
              e.filter().map(change),
              orders(e.orderBy(), change),
              e.type());
      case SqlExpr.Window e ->
          new SqlExpr.Window(
              change.apply(e.of()),
              all(e.partitionBy(), change),
              orders(e.orderBy(), change),
              e.frame(),
              e.type());
      case SqlExpr.Case e -> {
        List<SqlExpr.Branch> branches = new ArrayList<>();
        for (SqlExpr.Branch branch : e.branches()) {
          branches.add(
              new SqlExpr.Branch(change.apply(branch.condition()), change.apply(branch.value())));
        }
        Optional<SqlExpr> otherwise = e.otherwise().map(change);
        yield new SqlExpr.Case(branches, otherwise, e.type());
      }
      case SqlExpr.Cast e -> new SqlExpr.Cast(change.apply(e.of()), e.type());
      case SqlExpr.Tuple e -> new SqlExpr.Tuple(all(e.items(), change), e.type());
      case SqlExpr.Collate e -> new SqlExpr.Collate(change.apply(e.of()), e.collation());
    };
  }

  private static List<SqlExpr> all(List<SqlExpr> exprs, UnaryOperator<SqlExpr> change) {
    List<SqlExpr> changed = new ArrayList<>(exprs.size());
    for (SqlExpr expr : exprs) {
      changed.add(change.apply(expr));
    }
    return changed;
  }

  private static List<Order> orders(List<Order> orders, UnaryOperator<SqlExpr> change) {
    List<Order> changed = new ArrayList<>(orders.size());
    for (Order order : orders) {
      changed.add(new Order(change.apply(order.expr()), order.descending(), order.nulls()));
    }
    return changed;
  }
}
