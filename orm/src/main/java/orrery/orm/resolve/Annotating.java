package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;

/// Values computed beside the fields: `annotate()` and `alias()`.
final class Annotating {

  private final Scope scope;

  Annotating(Scope scope) {
    this.scope = scope;
  }

  /// Adds annotations; those given by position get their default names.
  ///
  /// @param select whether they are selected too
  void add(List<Expr> positional, List<Named> named, boolean select) {
    for (Expr expr : positional) {
      add(defaultName(expr, "annotations"), expr, select);
    }
    for (Named item : named) {
      add(item.name(), item.value(), select);
    }
  }

  /// Adds expressions among the fields of `values_list()` under their default names; returns all
  /// names.
  List<Selection> addExpressions(List<Selection> fields) {
    List<Selection> names = new ArrayList<>();
    for (Selection field : fields) {
      if (field instanceof Expr expr && !(expr instanceof Expr.Literal)) {
        String name = Picking.nameOf(expr, scope);
        add(name, expr, true);
        names.add(new Name(name));
      } else {
        names.add(field);
      }
    }
    return names;
  }

  /// Returns the name that an aggregate of one field has by default: `books__count`.
  static String defaultName(Expr expr, String what) {
    if (expr instanceof Expr.Call call && call.args().size() == 1) {
      Functions.Row row = Functions.find(call.name());
      String path =
          switch (call.args().getFirst()) {
            case Expr.Literal l when l.value() instanceof String s && !s.equals("*") -> s;
            case Expr.Ref ref -> ref.path();
            case Expr e -> null;
          };
      if (row != null && row.sort() == Functions.Sort.AGGREGATE && path != null) {
        return path + "__" + call.name().toLowerCase(java.util.Locale.ROOT);
      }
    }
    throw new TypeError("Complex " + what + " require an alias").about(expr);
  }

  private void add(String name, Expr expr, boolean select) {
    try {
      scope.checkAlias(name);
      if (expr instanceof Expr.FilteredRelation filtered) {
        // Its names are checked at once, although it joins nothing until it is used.
        scope.paths.walk(scope.model, Scope.split(filtered.relation()), true, List.of());
        scope.filteredRelations.put(
            name, new Scope.Filtered(filtered.relation(), filtered.condition()));
        return;
      }
      LinkedHashSet<String> touched = new LinkedHashSet<>();
      SqlExpr resolved =
          new Expressions(scope, Context.expression(), touched).resolveArgument(expr);
      if (expr instanceof Expr.Literal l) {
        resolved = Literals.param(l.value());
        if (!(l.value() instanceof String)) {
          throw new TypeError(
              "QuerySet.annotate() received non-expression(s): "
                  + orrery.orm.type.Repr.of(l.value())
                  + ".");
        }
      }
      if (select) {
        Arithmetics.demandType(resolved);
      }
      scope.annotations.put(name, resolved);
      if (select) {
        scope.selectedAnnotations.add(name);
        if (scope.picks != null) {
          List<Scope.Pick> picks = new ArrayList<>(scope.picks);
          picks.removeIf(p -> p.name().equals(name));
          picks.add(new Scope.Pick(name, null, name));
          scope.picks = picks;
        }
      } else {
        scope.selectedAnnotations.remove(name);
      }
      if (Aggregates.in(resolved)) {
        group();
      }
    } catch (OrmError e) {
      throw e.about(expr);
    }
  }

  // The first aggregate fixes what rows are gathered by: the model, or what values() has picked so
  // far.
  private void group() {
    if (scope.picks == null) {
      scope.groupByModel = true;
      scope.groupBy = scope.groupBy == null ? List.of() : scope.groupBy;
      return;
    }
    List<SqlExpr> by = new ArrayList<>();
    for (Scope.Pick pick : scope.picks) {
      if (pick.expr() != null) {
        by.add(pick.expr());
      }
    }
    for (String name : scope.selectedAnnotations) {
      SqlExpr annotation = scope.annotations.get(name);
      if (annotation != null) {
        Grouping.columns(annotation).forEach(by::add);
      }
    }
    scope.groupBy = by;
    scope.groupByModel = false;
  }
}
