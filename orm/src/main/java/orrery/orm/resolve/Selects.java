package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.meta.Field;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
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
      List<Integer> keys) {

    /// Returns the same meaning for the columns of another statement.
    Built with(Statement.Rows rows) {
      return new Built(rows, root, annotations, values, keys);
    }
  }

  private static final Output ONE =
      new Output(new SqlExpr.Raw("1", List.of(), FieldTypes.INTEGER), "a");

  private final Scope scope;

  Selects(Scope scope) {
    this.scope = scope;
  }

  /// Returns the statement, to stand inside another.
  Statement.Rows rows() {
    return Positions.in(build(List.of()).rows());
  }

  /// Returns the type of the first column of `rows`.
  static FieldType firstType(Statement.Rows rows) {
    return switch (rows) {
      case Statement.Select select -> select.columns().getFirst().expr().type();
      case Statement.Compound compound -> firstType(compound.parts().getFirst());
      case Statement.RawRows raw -> FieldTypes.ANY;
    };
  }

  /// Returns the statement that finds out whether there is a row.
  Statement.Rows exists() {
    if (scope.combined != null || scope.raw != null || Windows.in(scope)) {
      scope.clearOrder();
      return one(List.of(new Statement.Derived(named(rows()), "subquery")));
    }
    LoadMask.of(scope.models, scope.model, scope.deferral);
    scope.unorder();
    boolean firstOfEqual = scope.distinct && scope.isSliced();
    List<Output> outputs = new ArrayList<>(firstOfEqual ? outputs(List.of()).outputs() : List.of());
    Statement.Select all = select(outputs, wholeGroup());
    List<Output> columns = new ArrayList<>(all.columns());
    columns.add(ONE);
    OptionalLong limit =
        OptionalLong.of(Math.min(1, all.limit().isPresent() ? all.limit().getAsLong() : 1));
    return Positions.in(all.withColumns(columns).withSlice(limit, scope.low));
  }

  // Where nothing is selected any more, groups of the model are those of all its fields.
  private List<SqlExpr> wholeGroup() {
    if (!scope.groupByModel) {
      return scope.groupBy == null ? List.of() : scope.groupBy;
    }
    List<SqlExpr> by = new ArrayList<>();
    for (Field field : scope.models.members(scope.model).fields()) {
      by.add(scope.value(field.attname()));
    }
    return by;
  }

  /// Returns a select of the constant 1 from `from`, at most one row.
  static Statement.Select one(List<Statement.From> from) {
    return new Statement.Select(List.of(ONE), from).withSlice(OptionalLong.of(1), 0);
  }

  /// Returns `rows` with a name for every column, so that it can stand in place of a table.
  static Statement.Rows named(Statement.Rows rows) {
    if (!(rows instanceof Statement.Select select)) {
      return rows;
    }
    List<Output> named = new ArrayList<>();
    int nameless = 0;
    for (Output output : select.columns()) {
      String name = output.alias().isPresent() ? output.alias().get() : "col" + ++nameless;
      named.add(new Output(output.expr(), name));
    }
    return Positions.groups(Positions.orders(select).withColumns(named));
  }

  /// Returns the statement with what its columns mean; nothing goes by its place yet.
  ///
  /// @param keys columns that are wanted besides
  Built build(List<SqlExpr> keys) {
    if (scope.raw != null) {
      return raw(scope.raw);
    }
    if (scope.combined != null) {
      return new Compounds(scope, scope.combined).build();
    }
    Columns columns = outputs(keys);
    List<SqlExpr> groupBy = scope.groupByModel || scope.groupBy == null ? List.of() : scope.groupBy;
    Statement.Select select = select(columns.outputs(), groupBy);
    List<Integer> places = keys.stream().map(key -> place(key, columns.outputs())).toList();
    return new Built(select, columns.root(), columns.annotations(), columns.values(), places);
  }

  private static int place(SqlExpr expr, List<Output> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).expr().equals(expr)) {
        return i;
      }
    }
    return -1;
  }

  // A key that is a loaded field of the object itself need not be sent twice.
  private List<SqlExpr> unloaded(List<SqlExpr> keys) {
    if (keys.isEmpty() || scope.picks != null) {
      return keys;
    }
    List<Output> loaded = new ArrayList<>();
    new ObjectSelection(scope, loaded).select(() -> {});
    return keys.stream().filter(key -> place(key, loaded) < 0).toList();
  }

  /// What is selected, and what it means.
  record Columns(
      List<Output> outputs,
      Shape.@Nullable ObjectShape root,
      List<Shape.Slot> annotations,
      List<Shape.Slot> values) {}

  /// Returns what is selected.
  ///
  /// @param keys columns that are wanted besides
  Columns outputs(List<SqlExpr> keys) {
    List<Output> outputs = new ArrayList<>();
    for (SqlExpr key : unloaded(keys)) {
      String name = key instanceof SqlExpr.Column c ? c.name() : "key";
      outputs.add(new Output(key, "_prefetch_related_val_" + name));
    }
    List<Shape.Slot> values = new ArrayList<>();
    List<Shape.Slot> annotations = new ArrayList<>();
    if (scope.picks != null) {
      for (Scope.Pick pick : scope.picks) {
        values.add(add(pick, outputs));
      }
      return new Columns(outputs, null, annotations, values);
    }
    if (scope.extra != null) {
      scope
          .extra
          .select()
          .forEach(n -> {
            annotations.add(new Shape.Slot(n.name(), outputs.size(), FieldTypes.ANY));
            outputs.add(new Output(Extras.column(scope, n.name()), n.name()));
          });
    }
    Shape.ObjectShape root =
        new ObjectSelection(scope, outputs).select(() -> annotations(annotations, outputs));
    return new Columns(outputs, root, annotations, values);
  }

  private void annotations(List<Shape.Slot> slots, List<Output> outputs) {
    for (String name : scope.selectedAnnotations) {
      SqlExpr expr = annotation(name);
      slots.add(slot(name, outputs.size(), expr));
      if (expr instanceof SqlExpr.Tuple tuple) {
        tuple.items().forEach(i -> outputs.add(new Output(i)));
      } else {
        outputs.add(new Output(expr, name));
      }
    }
  }

  private Shape.Slot add(Scope.Pick pick, List<Output> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).alias().equals(Optional.of(pick.name()))) {
        // What is picked twice is sent once.
        return new Shape.Slot(pick.name(), i, outputs.get(i).expr().type());
      }
    }
    SqlExpr expr =
        pick.annotation() != null
            ? annotation(pick.annotation())
            : Objects.requireNonNull(pick.expr());
    Shape.Slot slot = slot(pick.name(), outputs.size(), expr);
    if (expr instanceof SqlExpr.Tuple tuple) {
      tuple.items().forEach(i -> outputs.add(new Output(i)));
    } else {
      // What was picked by default goes without a name, as the fields of an object do.
      boolean plain = scope.picksAll && expr instanceof SqlExpr.Column && pick.annotation() == null;
      outputs.add(plain ? new Output(expr) : new Output(expr, pick.name()));
    }
    return slot;
  }

  private static Shape.Slot slot(String name, int column, SqlExpr expr) {
    int width = expr instanceof SqlExpr.Tuple tuple ? tuple.items().size() : 1;
    return new Shape.Slot(name, column, expr.type(), width);
  }

  private SqlExpr annotation(String name) {
    SqlExpr expr = Objects.requireNonNull(scope.annotations.get(name), name);
    try {
      OutputTypes.demand(expr);
    } catch (FieldError e) {
      throw e.about(scope.annotationNodes.getOrDefault(name, e));
    }
    return expr;
  }

  /// Returns the select of `outputs`; nothing goes by its place yet.
  ///
  /// @param groupBy what rows are gathered by, beside what is selected
  Statement.Select select(List<Output> outputs, List<SqlExpr> groupBy) {
    Ordering ordering = new Ordering(scope);
    boolean grouped = scope.groupBy != null;
    // Rows that are gathered have no order of their model any more.
    List<Order> orders = grouped && ordering.isFromModel() ? List.of() : ordering.orders();
    scope.where.forEach(OutputTypes::demandCases);
    orders.forEach(order -> OutputTypes.demandCases(order.expr()));
    outputs.forEach(output -> OutputTypes.demandCases(output.expr()));
    Clauses clauses = Clauses.of(scope.where);
    List<Output> columns = new ArrayList<>(outputs);
    if (scope.distinct && scope.distinctFields.isEmpty()) {
      columns.addAll(unselected(orders, outputs));
    }
    List<SqlExpr> groups =
        grouped
            ? new Grouping(scope.sources).of(groupBy, columns, orders, clauses.having())
            : List.of();
    List<SqlExpr> distinctOn = new ArrayList<>();
    scope.distinctFields.forEach(name -> distinctOn.add(scope.value(name.text())));
    Statement.Select select =
        new Statement.Select(columns, scope.from())
            .withWhere(scope.none ? SqlExpr.Truth.NEVER : clauses.where())
            .withGroups(groups, clauses.having())
            .withDistinct(scope.distinct && distinctOn.isEmpty(), distinctOn)
            .withOrder(orders)
            .withSlice(scope.limit(), scope.low)
            .withLock(lock());
    return clauses.qualify() == SqlExpr.Truth.ALWAYS
        ? select
        : Windows.qualify(select, clauses.qualify(), outputs.size());
  }

  // What orders distinct rows must be selected too.
  private static List<Output> unselected(List<Order> orders, List<Output> outputs) {
    List<Output> more = new ArrayList<>();
    for (Order order : orders) {
      boolean selected = outputs.stream().anyMatch(o -> o.expr().equals(order.expr()));
      if (!selected && !(order.expr() instanceof SqlExpr.Alias)) {
        more.add(new Output(order.expr()));
      }
    }
    return more;
  }

  private Optional<Statement.Lock> lock() {
    Step.SelectForUpdate lock = scope.lock;
    return lock == null
        ? Optional.empty()
        : Optional.of(
            new Statement.Lock(
                lock.nowait(),
                lock.skipLocked(),
                lock.of().stream().map(this::locked).toList(),
                lock.noKey()));
  }

  /// Returns the alias of the table that is locked under `name`: `self`, or a relation that is
  /// joined. What is neither is left for the database to refuse.
  private String locked(Name name) {
    String at = scope.sources.base();
    if (name.text().equals("self")) {
      return at;
    }
    Path path = FilteredPaths.walk(scope, Scope.split(name.text()), Paths.Demand.NONE);
    if (!path.rest().isEmpty() || path.hops().isEmpty()) {
      return name.text();
    }
    for (Hop hop : path.hops()) {
      String joined = scope.sources.find(hop, at, null);
      if (joined == null) {
        return name.text();
      }
      at = joined;
    }
    return at;
  }

  private Built raw(Step.Raw raw) {
    List<SqlExpr.Param> params = new ArrayList<>();
    raw.params()
        .forEach(p -> params.add(Literals.param(p instanceof Expr.Literal l ? l.value() : null)));
    return new Built(
        new Statement.RawRows(raw.sql().replace("%s", "?"), params, List.of()),
        new Shape.ObjectShape(scope.model, List.of(), List.of()),
        List.of(),
        List.of(),
        List.of());
  }
}
