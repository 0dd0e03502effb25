package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.meta.Field;
import orrery.orm.query.Expr;
import orrery.orm.type.FieldType;

/// The right side of a lookup: a value, several, an expression, or another query.
final class RightSides {

  private final Scope scope;
  private final Expressions expressions;
  private @Nullable Field wanted;

  RightSides(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  /// Says which field a query on the right gives where it selects none itself.
  RightSides wanting(@Nullable Field field) {
    this.wanted = field;
    return this;
  }

  /// Returns the right side that `expr` is for the lookup `lookup`.
  Lookups.Right of(Expr expr, String lookup, FieldType left) {
    return switch (expr) {
      case Expr.Literal l -> new Lookups.Right.One(l.value());
      case Expr.Sequence s -> {
        List<Lookups.Right> items = new ArrayList<>();
        s.items().forEach(i -> items.add(of(i, "exact", left)));
        yield new Lookups.Right.Many(items);
      }
      case Expr.ChainValue c -> new Subqueries(scope).right(c.query(), lookup, wanted);
      case Expr.Subquery c when lookup.equals("in") ->
          new Subqueries(scope).right(c.query(), lookup, wanted);
      case Expr.Value v when v.outputField().isEmpty() -> of(v.value(), lookup, left);
      case Expr.Mapping m ->
          throw (TypeError) new TypeError("a mapping is no value of a field").about(m);
      case Expr e -> new Lookups.Right.Expression(expressions.resolve(e));
    };
  }
}
