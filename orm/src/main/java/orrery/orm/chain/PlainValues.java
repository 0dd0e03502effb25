package orrery.orm.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;
import orrery.orm.type.Bracketed;

/// Values of Python among the arguments of a call, for messages that show them.
final class PlainValues {

  private PlainValues() {}

  /// Returns the value that `expr` is; null where it is None or holds what is no value.
  static @Nullable Object of(Expr expr) {
    return switch (expr) {
      case Expr.Literal literal -> literal.value();
      case Expr.Sequence sequence when sequence.items().stream().allMatch(PythonTypes::isPlain) -> {
        List<@Nullable Object> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(of(item)));
        yield switch (sequence.brackets()) {
          case LIST -> items;
          case TUPLE -> Bracketed.tuple(items);
          case SET -> Bracketed.set(items);
        };
      }
      case Expr.Mapping mapping when mapping.entries().stream().allMatch(PlainValues::isPlain) -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(of(entry.key()), of(entry.value())));
        yield map;
      }
      case Expr e -> null;
    };
  }

  private static boolean isPlain(Expr.Entry entry) {
    return PythonTypes.isPlain(entry.key()) && PythonTypes.isPlain(entry.value());
  }
}
