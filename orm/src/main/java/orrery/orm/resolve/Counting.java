package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Walk;
import orrery.orm.type.FieldTypes;

/// Values over all rows: `count()` and `aggregate()`. Django's `get_aggregation`.
final class Counting {

  private static final String AROUND = "subquery";

  private static final SqlExpr ROWS =
      new SqlExpr.Aggregate(
          "Count",
          List.of(new SqlExpr.Star()),
          false,
          Optional.empty(),
          List.of(),
          FieldTypes.INTEGER);

  private final Scope scope;

  Counting(Scope scope) {
    this.scope = scope;
  }

  /// Returns the plan of the number of rows.
  Plan count() {
    return new Plan(
        scope.model,
        rows(Map.of("__count", ROWS)),
        new Shape.Scalar(Shape.ScalarKind.COUNT, FieldTypes.INTEGER, 0L),
        List.of(),
        Resolver.empty(scope),
        scope.database);
  }

  /// Returns the plan of `aggregate()`.
  Plan aggregate(Terminal.Aggregate terminal) {
    Map<String, SqlExpr> aggregates = resolve(wanted(terminal));
    List<Shape.Slot> slots = new ArrayList<>();
    List<Shape.IfEmpty> ifEmpty = new ArrayList<>();
    boolean known = true;
    for (Map.Entry<String, SqlExpr> entry : aggregates.entrySet()) {
      slots.add(new Shape.Slot(entry.getKey(), slots.size(), entry.getValue().type()));
      Object value = OverNothing.of(entry.getValue());
      known &= !(value instanceof OverNothing.Unknown);
      ifEmpty.add(new Shape.IfEmpty(entry.getKey(), known ? value : null));
    }
    return new Plan(
        scope.model,
        rows(aggregates),
        new Shape.Aggregates(slots, ifEmpty),
        List.of(),
        aggregates.isEmpty() || (known && Resolver.empty(scope)),
        scope.database);
  }

  // Those with a name come first, as in Django.
  private static List<Named> wanted(Terminal.Aggregate terminal) {
    List<Named> wanted = new ArrayList<>(terminal.named());
    for (Expr expr : terminal.positional()) {
      String name = Annotating.defaultName(expr, "aggregates");
      wanted.removeIf(n -> n.name().equals(name));
      wanted.add(new Named(name, expr));
    }
    return wanted;
  }

  private Map<String, SqlExpr> resolve(List<Named> wanted) {
    Map<String, SqlExpr> aggregates = new LinkedHashMap<>();
    scope.summarized = aggregates;
    for (Named named : wanted) {
      try {
        Scope.checkName(named.name());
        SqlExpr expr = new Expressions(scope, Context.expression()).resolve(named.value());
        if (!Aggregates.in(expr)) {
          throw new TypeError(named.name() + " is not an aggregate expression");
        }
        OutputTypes.demand(expr);
        OutputTypes.demandCases(expr);
        aggregates.put(named.name(), expr);
      } catch (OrmError e) {
        throw e.about(named.value());
      }
    }
    scope.summarized = null;
    return aggregates;
  }

  private Statement.Rows rows(Map<String, SqlExpr> aggregates) {
    Set<String> asked = new LinkedHashSet<>();
    aggregates.values().forEach(expr -> asked.addAll(Summaries.names(expr)));
    return needsRowsFirst(asked) ? around(aggregates, asked) : over(aggregates);
  }

  private boolean isAggregated() {
    return scope.annotations.values().stream().anyMatch(Aggregates::in)
        || scope.where.stream().anyMatch(Aggregates::in);
  }

  private boolean needsRowsFirst(Set<String> asked) {
    return (scope.groupBy != null && !scope.groupByModel)
        || isAggregated()
        || scope.isSliced()
        || scope.distinct
        || scope.combined != null
        || scope.raw != null
        || Windows.in(scope)
        || asked.stream().anyMatch(this::isOfOtherRows);
  }

  private boolean isOfOtherRows(String name) {
    SqlExpr annotation = scope.annotations.get(name);
    return annotation != null
        && (Aggregates.windowIn(annotation)
            || Walk.any(
                annotation, e -> e instanceof SqlExpr.Scalar || e instanceof SqlExpr.Exists));
  }

  // All rows are one group, so the aggregates stand in the very statement.
  private Statement.Rows over(Map<String, SqlExpr> aggregates) {
    LoadMask.of(scope.models, scope.model, scope.deferral);
    List<Output> columns = new ArrayList<>();
    aggregates.forEach(
        (name, expr) -> columns.add(new Output(Summaries.inlined(expr, scope.annotations), name)));
    return new Statement.Select(columns, scope.from()).withWhere(scope.condition());
  }

  // The rows are made first, and the aggregates stand around them.
  private Statement.Rows around(Map<String, SqlExpr> aggregates, Set<String> asked) {
    scope.clearOrder();
    scope.related = null;
    scope.relatedAll = false;
    Statement.Rows compound =
        scope.combined != null || scope.raw != null ? new Selects(scope).rows() : null;
    List<Output> inner = compound == null ? inner(asked) : new ArrayList<>();
    List<Output> more = new ArrayList<>();
    List<Output> columns = new ArrayList<>();
    aggregates.forEach((name, expr) -> columns.add(new Output(lift(expr, compound, more))));
    inner.addAll(more);
    if (inner.isEmpty()) {
      scope.keyColumns().forEach(key -> inner.add(new Output(key)));
    }
    Statement.Rows rows = compound != null ? compound : new Selects(scope).select(inner, groupBy());
    return new Statement.Select(
        columns, List.of(new Statement.Derived(Selects.named(rows), AROUND)));
  }

  private List<SqlExpr> groupBy() {
    if (scope.groupBy != null && scope.picks == null && isAggregated() && !scope.distinct) {
      return scope.keyColumns();
    }
    return scope.groupByModel || scope.groupBy == null ? List.of() : scope.groupBy;
  }

  // What the rows have to give: all where equal ones are given once, else what is asked for or
  // decides how many rows there are.
  private List<Output> inner(Set<String> asked) {
    Selects.Columns columns = new Selects(scope).outputs(List.of());
    if (scope.distinct) {
      return new ArrayList<>(columns.outputs());
    }
    List<Output> outputs = new ArrayList<>();
    for (Output output : columns.outputs()) {
      String name = output.alias().orElse("");
      SqlExpr annotation = scope.annotations.get(name);
      boolean kept = annotation == null ? scope.picks != null : isKept(name, annotation, asked);
      if (kept) {
        outputs.add(output);
      }
    }
    return outputs;
  }

  private boolean isKept(String name, SqlExpr annotation, Set<String> asked) {
    return Windows.in(scope)
        || asked.contains(name)
        || !new Grouping(scope.sources).columns(annotation).isEmpty();
  }

  // A column of the inner rows that no annotation names is selected there under a name of its own.
  private SqlExpr lift(SqlExpr expr, Statement.@Nullable Rows compound, List<Output> more) {
    return Walk.rewrite(
        expr,
        e -> {
          if (!(e instanceof SqlExpr.Column column)) {
            return e;
          }
          if (compound != null) {
            return new SqlExpr.Alias(nameIn(compound, column), e.type());
          }
          for (Output output : more) {
            if (output.expr().equals(column)) {
              return new SqlExpr.Alias(output.alias().orElseThrow(), e.type());
            }
          }
          String name = "__col" + (more.size() + 1);
          more.add(new Output(column, name));
          return new SqlExpr.Alias(name, e.type());
        });
  }

  private static String nameIn(Statement.Rows rows, SqlExpr.Column column) {
    Statement.Rows first = rows;
    while (first instanceof Statement.Compound compound) {
      first = compound.parts().getFirst();
    }
    if (first instanceof Statement.Select select) {
      for (Output output : select.columns()) {
        if (output.expr().equals(column) && output.alias().isPresent()) {
          return output.alias().get();
        }
      }
    }
    throw new FieldError("Cannot aggregate over a field that the combined query does not give.");
  }
}
