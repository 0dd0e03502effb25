package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Walk;

/// What rows are gathered by: all that is selected, ordered by or kept that is no aggregate.
/// Django's `get_group_by`.
final class Grouping {

  private Grouping() {}

  /// Returns what an expression adds to the grouping: itself, or where it holds an aggregate, what
  /// stands beside it.
  static List<SqlExpr> columns(SqlExpr expr) {
    if (expr instanceof SqlExpr.Param
        || expr instanceof SqlExpr.Star
        || expr instanceof SqlExpr.Truth) {
      return List.of();
    }
    if (expr instanceof SqlExpr.Aggregate) {
      return List.of();
    }
    if (!Aggregates.in(expr) && !Aggregates.windowIn(expr)) {
      return constant(expr) ? List.of() : List.of(expr);
    }
    List<SqlExpr> found = new ArrayList<>();
    for (SqlExpr child : Walk.children(expr)) {
      found.addAll(columns(child));
    }
    return found;
  }

  private static boolean constant(SqlExpr expr) {
    return !Walk.any(
        expr,
        e ->
            e instanceof SqlExpr.Column
                || e instanceof SqlExpr.Raw
                || e instanceof SqlExpr.Scalar
                || e instanceof SqlExpr.Exists
                || e instanceof SqlExpr.InRows
                || e instanceof SqlExpr.Alias);
  }

  /// Returns the whole grouping of a statement, each expression once; one that is selected goes by
  /// its place.
  static List<SqlExpr> of(
      List<SqlExpr> explicit,
      List<Output> outputs,
      List<Order> orders,
      boolean ordersCount,
      SqlExpr having) {
    Set<SqlExpr> by = new LinkedHashSet<>();
    explicit.forEach(e -> by.addAll(columns(e)));
    outputs.forEach(o -> by.addAll(columns(o.expr())));
    if (ordersCount) {
      orders.forEach(o -> by.addAll(columns(o.expr())));
    }
    if (having != SqlExpr.Truth.ALWAYS) {
      by.addAll(columnsOfHaving(having));
    }
    List<SqlExpr> written = new ArrayList<>();
    for (SqlExpr expr : by) {
      written.add(place(expr, outputs));
    }
    return written;
  }

  private static List<SqlExpr> columnsOfHaving(SqlExpr having) {
    List<SqlExpr> found = new ArrayList<>();
    for (SqlExpr child : Walk.children(having)) {
      found.addAll(child instanceof SqlExpr.Condition ? columnsOfHaving(child) : columns(child));
    }
    return found;
  }

  private static SqlExpr place(SqlExpr expr, List<Output> outputs) {
    if (expr instanceof SqlExpr.Column) {
      return expr;
    }
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).expr().equals(expr)) {
        return new SqlExpr.Position(i + 1, expr.type());
      }
    }
    return expr;
  }
}
