package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

  private final Scope scope;

  Counting(Scope scope) {
    this.scope = scope;
  }

  /// Returns the plan of the number of rows.
  Plan count() {
    boolean empty = Resolver.empty(scope);
    SqlExpr star =
        new SqlExpr.Aggregate(
            "Count",
            List.of(new SqlExpr.Star()),
            false,
            Optional.empty(),
            List.of(),
            FieldTypes.INTEGER);
    List<Output> columns = List.of(new Output(star, "__count"));
    Statement.Rows rows;
    if (needsRowsFirst()) {
      unorder();
      rows = Resolver.around(Selects.renamed(slim(new Selects(scope).rows())), columns);
    } else {
      rows = over(columns);
    }
    return new Plan(
        scope.model,
        rows,
        new Shape.Scalar(Shape.ScalarKind.COUNT, FieldTypes.INTEGER, 0L),
        List.of(),
        empty,
        scope.database);
  }

  // Which columns are selected does not change how many rows there are, unless equal ones are given
  // once.
  private Statement.Rows slim(Statement.Rows rows) {
    List<SqlExpr> key = scope.keyColumns();
    boolean whole =
        scope.distinct
            || scope.picks != null
            || scope.extra != null
            || key.size() != 1
            || Windows.in(scope)
            || scope.combined != null
            || !splitNothing();
    if (whole || !(rows instanceof Statement.Select select)) {
      return rows;
    }
    List<SqlExpr> groupBy =
        select.groupBy().isEmpty()
            ? List.of()
            : Grouping.of(key, List.of(), select.orderBy(), true, select.having());
    return Selects.withColumns(
        select, List.of(new Output(key.getFirst())), groupBy, select.orderBy());
  }

  // An annotation that is no aggregate may stand on a to-many relation, and so divides the rows of
  // one object.
  private boolean splitNothing() {
    return scope.groupBy == null
        || scope.selectedAnnotations.stream()
            .map(scope.annotations::get)
            .allMatch(e -> e != null && Grouping.columns(e).isEmpty());
  }

  private boolean needsRowsFirst() {
    boolean aggregated = scope.where.stream().anyMatch(Aggregates::in);
    for (String name : scope.annotations.keySet()) {
      SqlExpr annotation = scope.annotations.get(name);
      aggregated |= annotation != null && Aggregates.in(annotation);
    }
    return aggregated
        || scope.groupBy != null
        || scope.isSliced()
        || scope.distinct
        || scope.combined != null
        || scope.raw != null
        || Windows.in(scope);
  }

  private void unorder() {
    if (!scope.isSliced() && scope.distinctFields.isEmpty()) {
      scope.orderBy = List.of();
      scope.defaultOrder = false;
      scope.extra =
          scope.extra == null
              ? null
              : new orrery.orm.query.Step.Extra(
                  scope.extra.select(),
                  scope.extra.selectParams(),
                  scope.extra.where(),
                  scope.extra.params(),
                  scope.extra.tables(),
                  List.of());
    }
    scope.related = null;
    scope.relatedAll = false;
  }

  private Statement.Select over(List<Output> columns) {
    return new Statement.Select(
        columns,
        scope.from(),
        scope.condition(),
        List.of(),
        SqlExpr.Truth.ALWAYS,
        false,
        List.of(),
        List.of(),
        OptionalLong.empty(),
        0,
        Optional.empty());
  }

  /// Returns the plan of `aggregate()`.
  Plan aggregate(Terminal.Aggregate terminal) {
    List<Named> wanted = new ArrayList<>();
    terminal
        .positional()
        .forEach(e -> wanted.add(new Named(Annotating.defaultName(e, "aggregates"), e)));
    wanted.addAll(terminal.named());
    boolean empty = Resolver.empty(scope);
    boolean rowsFirst = needsRowsFirst() || wanted.stream().anyMatch(this::readsWindowOrSubquery);
    List<Output> columns = new ArrayList<>();
    List<Output> inner = new ArrayList<>();
    Map<String, SqlExpr> kept = new LinkedHashMap<>(scope.annotations);
    if (rowsFirst) {
      outputsOfAnnotations();
    }
    for (Named named : wanted) {
      try {
        SqlExpr expr = new Expressions(scope, Context.expression()).resolveArgument(named.value());
        if (!Aggregates.in(expr)) {
          throw new TypeError(named.name() + " is not an aggregate expression");
        }
        columns.add(new Output(rowsFirst ? lift(expr, inner) : expr, named.name()));
        scope.annotations.put(named.name(), expr);
      } catch (OrmError e) {
        throw e.about(named.value());
      }
    }
    scope.annotations.clear();
    scope.annotations.putAll(kept);
    Statement.Rows rows = rowsFirst ? around(columns, inner) : over(columns);
    List<Shape.Slot> slots = new ArrayList<>();
    List<Shape.IfEmpty> ifEmpty = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).alias().orElseThrow();
      slots.add(new Shape.Slot(name, i, columns.get(i).expr().type()));
      ifEmpty.add(new Shape.IfEmpty(name, ifEmpty(columns.get(i).expr())));
    }
    return new Plan(
        scope.model, rows, new Shape.Aggregates(slots, ifEmpty), List.of(), empty, scope.database);
  }

  private boolean readsWindowOrSubquery(Named named) {
    boolean[] found = new boolean[1];
    scope.annotations.forEach((name, expr) -> {
      boolean heavy = Aggregates.windowIn(expr) || Walk.any(expr, e -> e instanceof SqlExpr.Scalar);
      found[0] |= heavy && mentions(named.value(), name);
    });
    return found[0];
  }

  private static boolean mentions(Expr expr, String name) {
    return switch (expr) {
      case Expr.Literal l -> name.equals(l.value());
      case Expr.Ref r -> r.path().equals(name);
      case Expr.Call c -> c.args().stream().anyMatch(a -> mentions(a, name));
      case Expr.Arithmetic a -> mentions(a.left(), name) || mentions(a.right(), name);
      case Expr e -> false;
    };
  }

  // Inside the aggregates, an annotation is a column of the rows around which they stand.
  private void outputsOfAnnotations() {
    for (String name : List.copyOf(scope.annotations.keySet())) {
      SqlExpr expr = java.util.Objects.requireNonNull(scope.annotations.get(name));
      if (scope.selectedAnnotations.contains(name)) {
        scope.annotations.put(name, new SqlExpr.Column(AROUND, name, expr.type()));
      }
    }
  }

  // A column of the inner rows that no annotation names is selected there under a name of its own.
  private SqlExpr lift(SqlExpr expr, List<Output> inner) {
    return Walk.rewrite(
        expr,
        e -> {
          if (!(e instanceof SqlExpr.Column column) || column.alias().equals(AROUND)) {
            return e;
          }
          for (Output output : inner) {
            if (output.expr().equals(column)) {
              return new SqlExpr.Column(AROUND, output.alias().orElseThrow(), e.type());
            }
          }
          String name = "__col" + (inner.size() + 1);
          inner.add(new Output(column, name));
          return new SqlExpr.Column(AROUND, name, e.type());
        });
  }

  private Statement.Rows around(List<Output> columns, List<Output> inner) {
    unorder();
    Statement.Rows rows = new Selects(scope).rows();
    if (rows instanceof Statement.Select select && scope.combined == null) {
      List<Output> outputs = new ArrayList<>(select.columns());
      outputs.addAll(inner);
      Statement.Select whole = Selects.withColumns(select, outputs);
      if (!select.groupBy().isEmpty()) {
        List<SqlExpr> by = new ArrayList<>(select.groupBy());
        inner.stream().map(Output::expr).filter(e -> !by.contains(e)).forEach(by::add);
        whole = Selects.withColumns(whole, whole.columns(), by, whole.orderBy());
      }
      return Resolver.around(Selects.renamed(whole), columns);
    }
    if (!inner.isEmpty()) {
      throw new FieldError("Cannot aggregate over a field that the combined query does not give.");
    }
    return Resolver.around(rows, columns);
  }

  private static @Nullable Object ifEmpty(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Aggregate a when a.name().equals("Count") -> 0L;
      case SqlExpr.Function f when f.name().equals("Coalesce") -> {
        for (SqlExpr arg : f.args()) {
          Object value = arg instanceof SqlExpr.Param p ? p.value() : ifEmpty(arg);
          if (value != null) {
            yield value;
          }
        }
        yield null;
      }
      case SqlExpr e -> null;
    };
  }
}
