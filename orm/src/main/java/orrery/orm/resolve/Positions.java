package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;

/// What is selected under a name is ordered and grouped by its place, which also spares sending its
/// values twice.
final class Positions {

  private Positions() {}

  /// Returns `rows` with places in its order and its groups.
  static Statement.Rows in(Statement.Rows rows) {
    return rows instanceof Statement.Select select ? groups(orders(select)) : rows;
  }

  /// Returns `select` with places in its order.
  static Statement.Select orders(Statement.Select select) {
    List<Order> orders = new ArrayList<>();
    for (Order order : select.orderBy()) {
      SqlExpr expr = place(order.expr(), select.columns());
      orders.add(new Order(expr, order.descending(), order.nulls()));
    }
    return select.withOrder(orders);
  }

  /// Returns `select` with places in its groups.
  static Statement.Select groups(Statement.Select select) {
    List<SqlExpr> groups = new ArrayList<>();
    for (SqlExpr group : select.groupBy()) {
      groups.add(place(group, select.columns()));
    }
    return select.withGroups(groups, select.having());
  }

  private static SqlExpr place(SqlExpr expr, List<Output> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      Output output = outputs.get(i);
      if (output.alias().isPresent() && output.expr().equals(expr)) {
        return new SqlExpr.Position(i + 1, expr.type());
      }
    }
    return expr;
  }
}
