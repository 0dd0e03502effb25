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

  private final Sources sources;

  Grouping(Sources sources) {
    this.sources = sources;
  }

  /// Returns the whole grouping of a statement, each expression once.
  ///
  /// @param explicit what was asked for, which counts as it stands
  List<SqlExpr> of(
      List<SqlExpr> explicit, List<Output> outputs, List<Order> orders, SqlExpr having) {
    Set<SqlExpr> by = new LinkedHashSet<>();
    explicit.stream().filter(e -> !isConstant(e)).forEach(by::add);
    outputs.stream()
        .map(Output::expr)
        .filter(e -> !by.contains(e))
        .forEach(e -> by.addAll(columns(e)));
    orders.stream()
        .map(Order::expr)
        .filter(e -> !by.contains(e))
        .forEach(e -> by.addAll(columns(e)));
    by.addAll(columns(having));
    return List.copyOf(by);
  }

  /// Returns what an expression adds to the grouping: itself, or where it holds an aggregate, what
  /// stands beside it.
  List<SqlExpr> columns(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Aggregate e -> List.of();
      case SqlExpr.Window e -> {
        List<SqlExpr> found = new ArrayList<>();
        e.partitionBy().forEach(p -> found.addAll(columns(p)));
        e.orderBy().forEach(o -> found.addAll(columns(o.expr())));
        yield found;
      }
      case SqlExpr.Scalar e -> outside(e);
      case SqlExpr.Exists e -> outside(e);
      case SqlExpr.Condition e -> ofChildren(e);
      case SqlExpr e when Aggregates.in(e) || Aggregates.windowIn(e) -> ofChildren(e);
      case SqlExpr e -> isConstant(e) ? List.of() : List.of(e);
    };
  }

  private List<SqlExpr> ofChildren(SqlExpr expr) {
    List<SqlExpr> found = new ArrayList<>();
    Walk.children(expr).forEach(child -> found.addAll(columns(child)));
    if (expr instanceof SqlExpr.InRows) {
      found.addAll(Nested.columns(expr, sources.aliases()));
    }
    return found;
  }

  // A select inside depends on the row by what it looks at outside; across a join that may be
  // several rows.
  private List<SqlExpr> outside(SqlExpr select) {
    Set<SqlExpr.Column> columns = Nested.columns(select, sources.aliases());
    boolean own = columns.stream().allMatch(c -> c.alias().equals(sources.base()));
    return own ? List.copyOf(columns) : List.of(select);
  }

  private static boolean isConstant(SqlExpr expr) {
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
}
