package orrery.orm.resolve;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr;
import orrery.orm.sql.SqlExpr;

/// The frame of a window: `RowRange(start=-2, end=0)`, `ValueRange()`.
final class Frames {

  private Frames() {}

  /// Returns the frame that `expr` describes.
  static SqlExpr.Frame of(Expr expr) {
    if (!(expr instanceof Expr.Call call)
        || !List.of("RowRange", "ValueRange").contains(call.name())) {
      throw (TypeError) new TypeError("frame must be RowRange(…) or ValueRange(…)").about(expr);
    }
    boolean rows = call.name().equals("RowRange");
    Long start = end(call, "start", 0);
    Long end = end(call, "end", 1);
    if (!rows && ((start != null && start != 0) || (end != null && end != 0))) {
      throw new ValueError("start and end of a ValueRange must be None or 0.");
    }
    if (rows && start != null && end != null && start > end) {
      throw new ValueError("start cannot be greater than end.");
    }
    return new SqlExpr.Frame(rows, start, end, null);
  }

  private static @Nullable Long end(Expr.Call call, String name, int position) {
    Optional<Expr> value =
        call.option(name)
            .or(() ->
                call.args().size() > position
                    ? Optional.of(call.args().get(position))
                    : Optional.empty());
    return value.isPresent() && value.get() instanceof Expr.Literal l && l.value() instanceof Long n
        ? n
        : null;
  }
}
