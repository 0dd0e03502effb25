package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.type.Bracketed;

/// Mappings and sequences of plain values as values: `{"a": [1, 2]}`.
public final class Mappings {

  private Mappings() {}

  /// Returns `mapping` as a `Map` in its order.
  static Map<@Nullable Object, @Nullable Object> value(Expr.Mapping mapping) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Expr.Entry entry : mapping.entries()) {
      map.put(plain(entry.key()), plain(entry.value()));
    }
    return map;
  }

  /// Returns `items` as the kind of sequence that `brackets` write.
  static List<@Nullable Object> bracketed(List<@Nullable Object> items, Expr.Brackets brackets) {
    return switch (brackets) {
      case LIST -> items;
      case TUPLE -> Bracketed.tuple(items);
      case SET -> Bracketed.set(items);
    };
  }

  /// Returns the value that `expr` is when it holds plain values only.
  ///
  /// @throws TypeError where it holds anything else
  public static @Nullable Object plain(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value();
      case Expr.Mapping m -> value(m);
      case Expr.Sequence s -> {
        List<@Nullable Object> items = new ArrayList<>();
        s.items().forEach(i -> items.add(plain(i)));
        yield bracketed(items, s.brackets());
      }
      case Expr e -> throw (TypeError) new TypeError("a mapping holds plain values only").about(e);
    };
  }
}
