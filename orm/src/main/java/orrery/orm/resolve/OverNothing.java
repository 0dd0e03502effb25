package orrery.orm.resolve;

import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;

/// What an expression over all rows is where there are none, so that nothing need be sent. Django's
/// `empty_result_set_value`.
final class OverNothing {

  /// That only the database can tell.
  enum Unknown {
    /// The only one of its kind.
    UNKNOWN
  }

  private OverNothing() {}

  /// Returns the value of `expr` over no rows, or [Unknown#UNKNOWN].
  static @Nullable Object of(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Aggregate a when a.name().equals("Count") -> 0L;
      case SqlExpr.Aggregate a -> null;
      case SqlExpr.Param p -> p.value();
      case SqlExpr.Function f when f.name().equals("Coalesce") -> {
        for (SqlExpr arg : f.args()) {
          Object value = of(arg);
          if (value != null) {
            yield value;
          }
        }
        yield null;
      }
      case SqlExpr e -> Unknown.UNKNOWN;
    };
  }
}
