package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;

/// Fields instead of objects: `values()` and `values_list()`. Django's `set_values`.
final class Picking {

  private final Scope scope;

  Picking(Scope scope) {
    this.scope = scope;
  }

  /// Makes the rows those of `fields`; of none, of all fields and annotations.
  void pick(List<Selection> fields, Shape.Form form) {
    scope.form = form;
    scope.related = null;
    scope.relatedAll = false;
    scope.deferral = Deferral.none();
    if (scope.groupByModel) {
      // Rows were gathered by the model; they still are, whatever of it is shown.
      List<SqlExpr> by = new ArrayList<>();
      for (Field field : scope.models.members(scope.model).fields()) {
        by.add(column(field));
      }
      scope.groupBy = by;
      scope.groupByModel = false;
    }
    List<Scope.Pick> picks = new ArrayList<>();
    Set<String> kept = new LinkedHashSet<>();
    scope.picksAll = fields.isEmpty();
    if (fields.isEmpty()) {
      all(picks);
      kept.addAll(scope.selectedAnnotations);
    }
    for (Selection field : fields) {
      try {
        picks.add(one(field, kept));
      } catch (OrmError e) {
        throw e.about(field);
      }
    }
    scope.selectedAnnotations.retainAll(kept);
    scope.picks = picks;
  }

  private void all(List<Scope.Pick> picks) {
    if (scope.extra != null) {
      scope
          .extra
          .select()
          .forEach(n -> picks.add(new Scope.Pick(n.name(), Extras.column(scope, n.name()), null)));
    }
    for (Field field : scope.models.members(scope.model).fields()) {
      picks.add(new Scope.Pick(field.attname(), column(field), null));
    }
    scope.selectedAnnotations.forEach(name -> picks.add(new Scope.Pick(name, null, name)));
  }

  private Scope.Pick one(Selection field, Set<String> kept) {
    String name = nameOf(field, scope);
    if (scope.extra != null && scope.extra.select().stream().anyMatch(n -> n.name().equals(name))) {
      return new Scope.Pick(name, Extras.column(scope, name), null);
    }
    if (scope.annotations.containsKey(name)) {
      if (!scope.selectedAnnotations.contains(name)) {
        throw new FieldError(
            "Cannot select the '" + name + "' alias. Use annotate() to promote it.");
      }
      kept.add(name);
      return new Scope.Pick(name, null, name);
    }
    return new Scope.Pick(name, scope.value(name), null);
  }

  private SqlExpr column(Field field) {
    return scope.value(field.attname());
  }

  /// Returns the name under which a field or an expression is selected.
  static String nameOf(Selection field, Scope scope) {
    return switch (field) {
      case Name n -> n.text();
      case Expr.Literal l when l.value() instanceof String s -> s;
      case Expr.Call c when ExprTexts.isAggregateCall(c) ->
          Annotating.defaultName(c, "expressions");
      case Expr e -> unnamed(e, scope);
    };
  }

  // An expression without a name gets one from what it is, told apart by number: lower1, lower2.
  private static String unnamed(Expr expr, Scope scope) {
    String kind =
        expr instanceof Expr.Call c
            ? c.name()
            : expr instanceof Expr.Ref ? "F" : expr.getClass().getSimpleName();
    String stem = kind.toLowerCase(java.util.Locale.ROOT);
    int number = 1;
    for (String name : scope.annotations.keySet()) {
      if (name.equals(stem + number)) {
        number++;
      }
    }
    return stem + number;
  }
}
