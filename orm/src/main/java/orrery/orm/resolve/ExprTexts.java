package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.query.Expr;
import orrery.orm.type.Repr;

/// Expressions as Django's messages show them: `Count(F(authors))`.
final class ExprTexts {

  private ExprTexts() {}

  /// Says whether `call` is of an aggregate itself.
  static boolean isAggregateCall(Expr.Call call) {
    Functions.Row row = Functions.find(call.name());
    return row != null && row.sort() == Functions.Sort.AGGREGATE;
  }

  /// Says whether an aggregate stands in `expr` as it was asked.
  static boolean isAggregate(Expr expr) {
    return switch (expr) {
      case Expr.Call call ->
          isAggregateCall(call) || call.args().stream().anyMatch(ExprTexts::isAggregate);
      case Expr.Ordered ordered -> isAggregate(ordered.of());
      case Expr.Arithmetic a -> isAggregate(a.left()) || isAggregate(a.right());
      case Expr.Negated negated -> isAggregate(negated.of());
      case Expr e -> false;
    };
  }

  /// Returns the name of the class that `expr` is of.
  static String type(Expr expr) {
    return switch (expr) {
      case Expr.Call call -> call.name();
      case Expr.Ref ref -> "F";
      case Expr.Part part -> "Sliced";
      case Expr.Arithmetic a -> "CombinedExpression";
      case Expr.Negated negated -> "CombinedExpression";
      case Expr.Test test -> "Q";
      case Expr.Ordered ordered -> "OrderBy";
      case Expr e -> e.getClass().getSimpleName();
    };
  }

  /// Returns `expr` as Python shows Django's expressions.
  static String of(Expr expr) {
    return switch (expr) {
      case Expr.Literal l -> l.value() instanceof String s ? "F(" + s + ")" : Repr.of(l.value());
      case Expr.Ref ref -> "F(" + ref.path() + ")";
      case Expr.Value v when v.value() instanceof Expr.Literal l ->
          "Value(" + Repr.of(l.value()) + ")";
      case Expr.Arithmetic a ->
          argument(a.left()) + " " + a.operator().sign() + " " + argument(a.right());
      case Expr.Ordered o ->
          "OrderBy(" + of(o.of()) + ", descending=" + (o.descending() ? "True" : "False") + ")";
      case Expr.Call call -> {
        List<String> parts = new ArrayList<>();
        call.args().forEach(arg -> parts.add(argument(arg)));
        call.options().forEach(o -> parts.add(o.name() + "=" + of(o.value())));
        yield call.name() + "(" + String.join(", ", parts) + ")";
      }
      case Expr e -> e.getClass().getSimpleName() + "(…)";
    };
  }

  // A bare number among expressions is a Value.
  private static String argument(Expr expr) {
    return expr instanceof Expr.Literal l && !(l.value() instanceof String)
        ? "Value(" + Repr.of(l.value()) + ")"
        : of(expr);
  }
}
