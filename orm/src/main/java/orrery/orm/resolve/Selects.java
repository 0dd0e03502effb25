package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.DatabaseError;
import orrery.orm.query.Name;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Truths;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The statement that a scope amounts to, and how its rows become objects or values.
final class Selects {

  /// A statement with what its columns mean.
  ///
  /// @param root how objects are made; null where rows are values
  /// @param annotations the selected annotations, of objects
  /// @param values the selected values, of values
  /// @param keys where the keys stand that were asked for
  record Built(
      Statement.Rows rows,
      Shape.@Nullable ObjectShape root,
      List<Shape.Slot> annotations,
      List<Shape.Slot> values,
      List<Integer> keys) {}

  private final Scope scope;

  Selects(Scope scope) {
    this.scope = scope;
  }

  /// Returns the statement.
  Statement.Rows rows() {
    return build(List.of()).rows();
  }

  /// Returns the type of the first column.
  FieldType firstType() {
    Statement.Rows rows = rows();
    return switch (rows) {
      case Statement.Select select -> select.columns().getFirst().expr().type();
      case Statement.Compound c -> FieldTypes.ANY;
      case Statement.RawRows r -> FieldTypes.ANY;
    };
  }

  /// Returns the statement that finds out whether there is a row.
  Statement.Rows exists() {
    boolean whole =
        scope.combined != null
            || scope.groupBy != null
            || (scope.distinct && scope.isSliced())
            || Windows.in(scope)
            || scope.raw != null;
    if (whole) {
      if (!scope.isSliced()) {
        scope.orderBy = List.of();
        scope.defaultOrder = false;
      }
      return Subqueries.one(
          List.of(new Statement.Derived(renamed(rows()), "subquery")), SqlExpr.Truth.ALWAYS);
    }
    Statement.Select one = Subqueries.one(scope.from(), scope.condition());
    if (!scope.isSliced()) {
      return one;
    }
    OptionalLong limit =
        scope.limit().isPresent()
            ? OptionalLong.of(Math.min(1, scope.limit().getAsLong()))
            : one.limit();
    return new Statement.Select(
        one.columns(),
        one.from(),
        one.where(),
        List.of(),
        SqlExpr.Truth.ALWAYS,
        false,
        List.of(),
        List.of(),
        limit,
        scope.low,
        Optional.empty());
  }

  /// Returns `rows` with a name for every column, so that it can stand in place of a table.
  static Statement.Rows renamed(Statement.Rows rows) {
    if (!(rows instanceof Statement.Select select)) {
      return rows;
    }
    List<Output> named = new ArrayList<>();
    for (int i = 0; i < select.columns().size(); i++) {
      Output output = select.columns().get(i);
      named.add(new Output(output.expr(), output.alias().orElse("col" + (i + 1))));
    }
    return withColumns(select, named);
  }

  /// Returns `select` with other columns.
  static Statement.Select withColumns(Statement.Select select, List<Output> columns) {
    return withColumns(select, columns, select.groupBy(), select.orderBy());
  }

  /// Returns `select` with other columns, grouping and order.
  static Statement.Select withColumns(
      Statement.Select select, List<Output> columns, List<SqlExpr> groupBy, List<Order> orderBy) {
    return new Statement.Select(
        columns,
        select.from(),
        select.where(),
        groupBy,
        select.having(),
        select.distinct(),
        select.distinctOn(),
        orderBy,
        select.limit(),
        select.offset(),
        select.lock());
  }

  /// Returns the statement with what its columns mean.
  ///
  /// @param keys columns that are wanted besides
  Built build(List<SqlExpr> keys) {
    if (scope.raw != null) {
      return raw(scope.raw);
    }
    if (scope.combined != null) {
      return combined(scope.combined);
    }
    List<Output> outputs = new ArrayList<>();
    List<SqlExpr> unloaded = unloaded(keys);
    for (SqlExpr key : unloaded) {
      String name = key instanceof SqlExpr.Column c ? c.name() : "key";
      outputs.add(new Output(key, "_prefetch_related_val_" + name));
    }
    Shape.ObjectShape root = null;
    List<Shape.Slot> annotations = new ArrayList<>();
    List<Shape.Slot> values = new ArrayList<>();
    if (scope.picks != null) {
      for (Scope.Pick pick : scope.picks) {
        values.add(new Shape.Slot(pick.name(), outputs.size(), add(pick, outputs)));
      }
    } else {
      if (scope.extra != null) {
        scope
            .extra
            .select()
            .forEach(n -> {
              annotations.add(new Shape.Slot(n.name(), outputs.size(), FieldTypes.ANY));
              outputs.add(new Output(Extras.column(scope, n.name()), n.name()));
            });
      }
      root = new ObjectSelection(scope, outputs).select();
      for (String name : scope.selectedAnnotations) {
        SqlExpr expr = annotation(name);
        annotations.add(new Shape.Slot(name, outputs.size(), expr.type()));
        outputs.add(new Output(expr, name));
      }
    }
    List<Integer> places = new ArrayList<>();
    for (SqlExpr key : keys) {
      places.add(place(key, outputs));
    }
    return new Built(statement(outputs), root, annotations, values, places);
  }

  // A key that is a loaded field of the object itself need not be sent twice.
  private List<SqlExpr> unloaded(List<SqlExpr> keys) {
    if (keys.isEmpty() || scope.picks != null) {
      return keys;
    }
    List<Output> loaded = new ArrayList<>();
    new ObjectSelection(scope, loaded).select();
    return keys.stream().filter(key -> place(key, loaded) < 0).toList();
  }

  private static int place(SqlExpr expr, List<Output> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).expr().equals(expr)) {
        return i;
      }
    }
    return -1;
  }

  private FieldType add(Scope.Pick pick, List<Output> outputs) {
    if (pick.annotation() != null) {
      SqlExpr expr = annotation(pick.annotation());
      outputs.add(new Output(expr, pick.annotation()));
      return expr.type();
    }
    SqlExpr expr = java.util.Objects.requireNonNull(pick.expr());
    if (expr instanceof SqlExpr.Tuple tuple) {
      tuple.items().forEach(i -> outputs.add(new Output(i)));
      return expr.type();
    }
    outputs.add(expr instanceof SqlExpr.Column ? new Output(expr) : new Output(expr, pick.name()));
    return expr.type();
  }

  private SqlExpr annotation(String name) {
    return java.util.Objects.requireNonNull(scope.annotations.get(name), name);
  }

  private Statement.Rows statement(List<Output> outputs) {
    Ordering ordering = new Ordering(scope);
    boolean grouped = scope.groupBy != null;
    // Rows that are gathered have no order of their model any more.
    List<Order> orders = grouped && ordering.isFromModel() ? List.of() : ordering.orders();
    List<SqlExpr> where = new ArrayList<>();
    List<SqlExpr> having = new ArrayList<>();
    List<SqlExpr> qualify = new ArrayList<>();
    for (SqlExpr part : scope.where) {
      (Aggregates.windowIn(part) ? qualify : Aggregates.in(part) ? having : where).add(part);
    }
    List<Output> columns = new ArrayList<>(outputs);
    if (scope.distinct && scope.distinctFields.isEmpty()) {
      // What orders distinct rows must be selected too.
      for (Order order : orders) {
        boolean selected = columns.stream().anyMatch(o -> o.expr().equals(order.expr()));
        if (!selected && !(order.expr() instanceof SqlExpr.Alias)) {
          columns.add(new Output(order.expr()));
        }
      }
    }
    SqlExpr kept = Truths.and(having);
    List<SqlExpr> groupBy =
        grouped
            ? Grouping.of(
                scope.groupByModel || scope.groupBy == null ? List.of() : scope.groupBy,
                columns,
                orders,
                true,
                kept)
            : List.of();
    List<SqlExpr> distinctOn = new ArrayList<>();
    for (Name name : scope.distinctFields) {
      distinctOn.add(
          new References(scope)
              .resolve(name.text(), Context.expression(), new java.util.LinkedHashSet<>()));
    }
    Statement.Select select =
        new Statement.Select(
            columns,
            scope.from(),
            scope.none ? SqlExpr.Truth.NEVER : Truths.and(where),
            groupBy,
            kept,
            scope.distinct && distinctOn.isEmpty(),
            distinctOn,
            selected(orders, columns),
            scope.limit(),
            scope.low,
            lock());
    return qualify.isEmpty()
        ? select
        : Windows.qualify(select, Truths.and(qualify), outputs.size());
  }

  // What is selected under a name is ordered by its name, which also spares sending its parameters
  // twice.
  private static List<Order> selected(List<Order> orders, List<Output> outputs) {
    List<Order> written = new ArrayList<>();
    for (Order order : orders) {
      SqlExpr expr = order.expr();
      for (Output output : outputs) {
        if (output.alias().isPresent()
            && output.expr().equals(expr)
            && !(expr instanceof SqlExpr.Column)) {
          expr = new SqlExpr.Alias(output.alias().get(), expr.type());
        }
      }
      written.add(new Order(expr, order.descending(), order.nulls()));
    }
    return written;
  }

  private Optional<Statement.Lock> lock() {
    Step.SelectForUpdate lock = scope.lock;
    return lock == null
        ? Optional.empty()
        : Optional.of(
            new Statement.Lock(
                lock.nowait(),
                lock.skipLocked(),
                lock.of().stream().map(Name::text).toList(),
                lock.noKey()));
  }

  private Built raw(Step.Raw raw) {
    List<SqlExpr.Param> params = new ArrayList<>();
    raw.params()
        .forEach(p ->
            params.add(
                Literals.param(p instanceof orrery.orm.query.Expr.Literal l ? l.value() : null)));
    return new Built(
        new Statement.RawRows(raw.sql().replace("%s", "?"), params, List.of()),
        new Shape.ObjectShape(scope.model, List.of(), List.of()),
        List.of(),
        List.of(),
        List.of());
  }

  private Built combined(Scope.Combined combined) {
    List<Built> parts = new ArrayList<>();
    for (Scope part : combined.parts()) {
      if (part.picks == null && scope.picks != null) {
        new Picking(part)
            .pick(
                scope.picks.stream()
                    .<orrery.orm.query.Selection>map(p -> new Name(p.name()))
                    .toList(),
                scope.form);
      }
      parts.add(new Selects(part).build(List.of()));
    }
    Built first = parts.getFirst();
    if (scope.picks == null && combined.parts().getFirst().picks != null) {
      scope.picks = combined.parts().getFirst().picks;
      scope.form = combined.parts().getFirst().form;
    }
    List<Statement.Rows> rows = new ArrayList<>(parts.stream().map(Built::rows).toList());
    if (rows.size() == 1 && scope.orderBy.isEmpty() && !scope.isSliced()) {
      return first;
    }
    Statement.SetOperator operator =
        switch (combined.combinator()) {
          case UNION -> Statement.SetOperator.UNION;
          case INTERSECTION -> Statement.SetOperator.INTERSECT;
          case DIFFERENCE -> Statement.SetOperator.EXCEPT;
        };
    return new Built(
        new Statement.Compound(
            operator,
            combined.all(),
            rows,
            positions(combined.parts().getFirst(), rows.getFirst()),
            scope.limit(),
            scope.low),
        first.root(),
        first.annotations(),
        first.values(),
        List.of());
  }

  private List<Order> positions(Scope first, Statement.Rows rows) {
    List<Order> written = new ArrayList<>();
    for (Order order : orders(first)) {
      int place = -1;
      if (rows instanceof Statement.Select select) {
        for (int i = 0; i < select.columns().size() && place < 0; i++) {
          place = select.columns().get(i).expr().equals(order.expr()) ? i : -1;
        }
      }
      if (place < 0) {
        throw new DatabaseError("ORDER BY term does not match any column in the result set.");
      }
      Order by =
          new Order(
              new SqlExpr.Position(place + 1, order.expr().type()),
              order.descending(),
              order.nulls());
      written.add(scope.reversed ? Ordering.reverse(by) : by);
    }
    return written;
  }

  private List<Order> orders(Scope first) {
    List<orrery.orm.query.Selection> kept = first.orderBy;
    boolean byDefault = first.defaultOrder;
    boolean reversed = first.reversed;
    first.orderBy = scope.orderBy;
    first.defaultOrder = false;
    first.reversed = false;
    List<Order> orders = scope.orderBy.isEmpty() ? List.of() : new Ordering(first).orders();
    first.orderBy = kept;
    first.defaultOrder = byDefault;
    first.reversed = reversed;
    return orders;
  }
}
