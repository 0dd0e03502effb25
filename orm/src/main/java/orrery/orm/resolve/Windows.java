package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
    SqlExpr outside = outside(condition, aliases(select), inner);
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

  // What the condition looks at stands in the rows inside; so does what its own selects look at.
  private static SqlExpr outside(SqlExpr expr, Set<String> aliases, List<Output> inner) {
    return switch (expr) {
      case SqlExpr.Window window -> take(window, inner, "qual");
      case SqlExpr.Column column -> column(column, aliases, inner);
      case SqlExpr.Exists exists -> Nested.rewrite(exists, e -> column(e, aliases, inner));
      case SqlExpr.Scalar scalar -> Nested.rewrite(scalar, e -> column(e, aliases, inner));
      case SqlExpr.InRows in
          when Nested.rewrite(
                  new SqlExpr.InRows(Literals.param(null), in.rows()),
                  e -> column(e, aliases, inner))
              instanceof SqlExpr.InRows rows ->
          new SqlExpr.InRows(outside(in.left(), aliases, inner), rows.rows());
      case SqlExpr e -> Walk.map(e, child -> outside(child, aliases, inner));
    };
  }

  private static SqlExpr column(SqlExpr expr, Set<String> aliases, List<Output> inner) {
    return expr instanceof SqlExpr.Column column && aliases.contains(column.alias())
        ? take(column, inner, "qual")
        : expr;
  }

  private static Set<String> aliases(Statement.Select rows) {
    Set<String> aliases = new HashSet<>();
    for (Statement.From from : rows.from()) {
      aliases.add(from.alias());
    }
    return aliases;
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
