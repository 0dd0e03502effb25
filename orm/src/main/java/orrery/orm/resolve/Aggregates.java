package orrery.orm.resolve;

import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Walk;

/// Whether an expression looks at more than its own row.
final class Aggregates {

  private Aggregates() {}

  /// Says whether `expr` holds an aggregate over the rows of its statement; one over a window is
  /// none.
  static boolean in(SqlExpr expr) {
    if (expr instanceof SqlExpr.Aggregate) {
      return true;
    }
    if (expr instanceof SqlExpr.Window window) {
      boolean inArguments = Walk.children(window.of()).stream().anyMatch(Aggregates::in);
      boolean inPartition = window.partitionBy().stream().anyMatch(Aggregates::in);
      return inArguments || inPartition || window.orderBy().stream().anyMatch(o -> in(o.expr()));
    }
    return Walk.children(expr).stream().anyMatch(Aggregates::in);
  }

  /// Says whether `expr` has rows gathered. One within a window does not, as in Django: the window
  /// is taken over the one row that is left.
  static boolean gather(SqlExpr expr) {
    return expr instanceof SqlExpr.Aggregate
        || (!(expr instanceof SqlExpr.Window)
            && Walk.children(expr).stream().anyMatch(Aggregates::gather));
  }

  /// Says whether `expr` holds a window function.
  static boolean windowIn(SqlExpr expr) {
    return Walk.any(expr, e -> e instanceof SqlExpr.Window);
  }
}
