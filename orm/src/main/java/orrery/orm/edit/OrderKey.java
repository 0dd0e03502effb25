package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;

/// One of the things that rows are ordered by, taken apart. Immutable.
///
/// @param path the path, without a sign
/// @param descending whether it goes downwards
/// @param nulls where NULL stands
public record OrderKey(String path, boolean descending, Expr.Nulls nulls) {

  /// Takes an order apart; nothing where something in it is more than a path.
  public static Optional<List<OrderKey>> of(List<Selection> by) {
    List<OrderKey> keys = new ArrayList<>();
    for (Selection selection : by) {
      Optional<OrderKey> key = of(selection);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys);
  }

  private static Optional<OrderKey> of(Selection selection) {
    return switch (selection) {
      case Name(String text) when text.startsWith("-") ->
          Optional.of(new OrderKey(text.substring(1), true, Expr.Nulls.UNSAID));
      case Name(String text) -> Optional.of(new OrderKey(text, false, Expr.Nulls.UNSAID));
      case Expr.Ref(String path) -> Optional.of(new OrderKey(path, false, Expr.Nulls.UNSAID));
      case Expr.Ordered(Expr.Ref(String path), boolean down, Expr.Nulls nulls) ->
          Optional.of(new OrderKey(path, down, nulls));
      case Expr other -> Optional.empty();
    };
  }

  /// Returns what `order_by` takes for it.
  public Selection selection() {
    return nulls == Expr.Nulls.UNSAID
        ? new Name((descending ? "-" : "") + path)
        : new Expr.Ordered(new Expr.Ref(path), descending, nulls);
  }
}
