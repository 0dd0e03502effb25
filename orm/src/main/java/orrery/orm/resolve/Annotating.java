package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.Values;

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
    List<Named> all = new ArrayList<>();
    for (Expr expr : positional) {
      String name = defaultName(expr, "annotations");
      if (named.stream().anyMatch(n -> n.name().equals(name))) {
        throw new ValueError(
                "The named annotation '"
                    + name
                    + "' conflicts with the default name for another annotation.")
            .about(expr);
      }
      all.add(new Named(name, expr));
    }
    all.addAll(named);
    boolean aggregated = false;
    for (Named item : all) {
      aggregated |= add(item.name(), item.value(), select);
    }
    if (aggregated) {
      group();
    }
  }

  /// Adds expressions among the fields of `values_list()` under their default names; returns all
  /// names.
  List<Selection> addExpressions(List<Selection> fields) {
    List<Selection> names = new ArrayList<>();
    for (Selection field : fields) {
      if (field instanceof Expr expr && !(expr instanceof Expr.Literal)) {
        String name = Picking.nameOf(expr, scope);
        add(List.of(), List.of(new Named(name, expr)), true);
        names.add(new Name(name));
      } else {
        names.add(field);
      }
    }
    return names;
  }

  /// Returns the name that an aggregate of one field has by default: `books__count`.
  static String defaultName(Expr expr, String what) {
    if (expr instanceof Expr.Call call
        && call.args().size() == 1
        && call.option("filter").isEmpty()) {
      Functions.Row row = Functions.find(call.name());
      String path =
          switch (call.args().getFirst()) {
            case Expr.Literal l when l.value() instanceof String s && !s.equals("*") -> s;
            case Expr.Ref ref -> ref.path();
            case Expr.Part(Expr.Ref(String sliced), _, _) -> sliced;
            case Expr e -> null;
          };
      if (row != null && row.sort() == Functions.Sort.AGGREGATE && path != null) {
        return path + "__" + call.name().toLowerCase(java.util.Locale.ROOT);
      }
    }
    throw new TypeError("Complex " + what + " require an alias").about(expr);
  }

  // Adds one, and says whether it is an aggregate.
  private boolean add(String name, Expr expr, boolean select) {
    try {
      scope.checkAlias(name);
      if (expr instanceof Expr.FilteredRelation filtered) {
        FilteredPaths.check(scope, filtered);
        scope.filteredRelations.put(
            name, new Scope.Filtered(filtered.relation(), filtered.condition()));
        return false;
      }
      if (expr instanceof Expr.Literal literal) {
        throw new TypeError(
            "QuerySet.annotate() received non-expression(s): "
                + Values.show(literal.value())
                + ".");
      }
      SqlExpr resolved = new Expressions(scope, Context.expression()).resolve(expr);
      scope.annotations.put(name, resolved);
      scope.annotationNodes.put(name, expr);
      select(name, select);
      return Aggregates.gather(resolved);
    } catch (OrmError e) {
      throw e.about(expr);
    }
  }

  private void select(String name, boolean select) {
    if (!select) {
      scope.selectedAnnotations.remove(name);
      return;
    }
    scope.selectedAnnotations.add(name);
    if (scope.picks != null) {
      List<Scope.Pick> picks = new ArrayList<>(scope.picks);
      picks.removeIf(p -> p.name().equals(name));
      picks.add(new Scope.Pick(name, null, name));
      scope.picks = picks;
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
        by.addAll(explicit(annotation));
      }
    }
    scope.groupBy = by;
    scope.groupByModel = false;
  }

  // What is picked by name counts as it stands, unless it holds an aggregate.
  private List<SqlExpr> explicit(SqlExpr annotation) {
    List<SqlExpr> columns = new Grouping(scope.sources).columns(annotation);
    return columns.isEmpty() || Aggregates.in(annotation) ? columns : List.of(annotation);
  }
}
