package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Walk;

/// Conditions on window functions: SQL has no place for them, so they are put to the rows of a
/// select around.
final class Windows {

  private Windows() {}

  /// Says whether a condition of `scope` holds a window function.
  static boolean in(Scope scope) {
    return scope.where.stream().anyMatch(Aggregates::windowIn);
  }

  /// Returns the rows of `select` that meet `condition`, which holds window functions.
  ///
  /// @param wanted how many of the columns the answer has; the others only order
  static Statement.Select qualify(Statement.Select select, SqlExpr condition, int wanted) {
    List<Output> inner = new ArrayList<>();
    for (int i = 0; i < select.columns().size(); i++) {
      inner.add(new Output(select.columns().get(i).expr(), "col" + (i + 1)));
    }
    SqlExpr outside = outside(condition, inner);
    List<Order> orders = new ArrayList<>();
    for (Order order : select.orderBy()) {
      orders.add(new Order(take(order.expr(), inner, "order"), order.descending(), order.nulls()));
    }
    List<Output> outer = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      SqlExpr column =
          new SqlExpr.Column("qualify", "col" + (i + 1), select.columns().get(i).expr().type());
      outer.add(new Output(column, select.columns().get(i).alias()));
    }
    Statement.Select rows =
        select
            .withColumns(inner)
            .withOrder(List.of())
            .withSlice(OptionalLong.empty(), 0)
            .withLock(Optional.empty());
    return new Statement.Select(
            outer, List.of(new Statement.Derived(Positions.groups(rows), "qualify")))
        .withWhere(outside)
        .withOrder(orders)
        .withSlice(select.limit(), select.offset());
  }

  private static SqlExpr outside(SqlExpr expr, List<Output> inner) {
    return isOuter(expr)
        ? take(expr, inner, "qual")
        : Walk.map(expr, child -> outside(child, inner));
  }

  private static boolean isOuter(SqlExpr expr) {
    return expr instanceof SqlExpr.Window
        || (expr instanceof SqlExpr.Column c && !c.alias().equals("qualify"));
  }

  private static SqlExpr take(SqlExpr expr, List<Output> inner, String stem) {
    for (Output output : inner) {
      if (output.expr().equals(expr)) {
        return new SqlExpr.Column("qualify", output.alias().orElseThrow(), expr.type());
      }
    }
    String name = stem + inner.size();
    inner.add(new Output(expr, name));
    return new SqlExpr.Column("qualify", name, expr.type());
  }
}
