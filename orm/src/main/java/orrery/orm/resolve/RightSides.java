package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Models;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.type.Repr;

/// The right side of a lookup: a value, several, an expression, or another query.
final class RightSides {

  private final Scope scope;
  private final Expressions expressions;

  RightSides(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  /// Returns the right side that `value` is for the lookup `lookup` of what `path` leads to.
  Lookups.Right of(Path path, Expr value, String lookup) {
    if (!path.endsInRelation()) {
      return of(value, lookup);
    }
    // A relation is compared with the field that it goes by, and with rows of its own model only.
    Subqueries.Wanted wanted = new Subqueries.Wanted(path.targets(), path.model());
    return of(value, lookup, wanted);
  }

  /// Returns the right side that `value` is for the lookup `lookup`.
  Lookups.Right of(Expr value, String lookup) {
    return of(value, lookup, null);
  }

  /// Returns what tells an object that is written as a call, such as `Book(pk=1)`, from others;
  /// null where it has no key yet.
  static @Nullable Expr key(Models models, Expr.Call object) {
    List<Field> key = models.primaryKey(models.get(object.name()));
    for (Named option : object.options()) {
      boolean named = key.size() == 1 && option.name().equals(key.getFirst().name());
      if (named || option.name().equals("pk")) {
        return option.value() instanceof Expr.Literal l && l.value() == null
            ? null
            : option.value();
      }
    }
    return null;
  }

  private Expr savedKey(Expr.Call object) {
    Expr key = key(scope.models, object);
    if (key == null) {
      throw new ValueError("Model instances passed to related filters must be saved.")
          .about(object);
    }
    return key;
  }

  // Django's check_query_object_type.
  private void checkInstance(Expr.Call object, Subqueries.Wanted wanted) {
    if (!new Subqueries(scope).isRelated(scope.models.get(object.name()), wanted)) {
      Expr key = key(scope.models, object);
      String shown = key instanceof Expr.Literal l ? Repr.of(l.value()) : "None";
      throw new ValueError(
              "Cannot query \""
                  + object.name()
                  + " object ("
                  + shown
                  + ")\": Must be \""
                  + wanted.model().name()
                  + "\" instance.")
          .about(object);
    }
  }

  private Lookups.Right of(Expr value, String lookup, Subqueries.@Nullable Wanted wanted) {
    return switch (value) {
      case Expr.Literal l -> new Lookups.Right.One(l.value());
      case Expr.Sequence s -> {
        List<Lookups.Right> items = new ArrayList<>();
        for (Expr item : s.items()) {
          boolean object =
              item instanceof Expr.Call call && scope.models.find(call.name()).isPresent();
          items.add(of(item, "exact", object ? wanted : null));
        }
        yield new Lookups.Right.Many(items, s.brackets());
      }
      case Expr.ChainValue c -> new Subqueries(scope).right(c.query(), lookup, wanted);
      case Expr.Subquery c when lookup.equals("in") ->
          new Subqueries(scope).right(c.query(), lookup, wanted);
      case Expr.Call c when scope.models.find(c.name()).isPresent() -> {
        if (wanted != null) {
          checkInstance(c, wanted);
        }
        yield of(savedKey(c), lookup, wanted);
      }
      case Expr.Mapping m -> new Lookups.Right.One(Mappings.value(m));
      case Expr e -> new Lookups.Right.Expression(expressions.resolve(e));
    };
  }
}
