package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.error.NameError;
import orrery.orm.error.Nearest;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Walk;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;
import orrery.orm.type.Values;

/// Expressions of names become expressions of columns, inside one [Scope].
final class Expressions {

  private final Scope scope;
  private final Context context;
  private final Set<String> touched;

  /// @param touched gets the joins that what is resolved stands on
  Expressions(Scope scope, Context context, Set<String> touched) {
    this.scope = scope;
    this.context = context;
    this.touched = touched;
  }

  Expressions(Scope scope, Context context) {
    this(scope, context, new LinkedHashSet<>());
  }

  /// Returns what `expr` means; errors say that they are about it.
  SqlExpr resolve(Expr expr) {
    SqlExpr known = scope.known.get(expr);
    if (known != null) {
      return known;
    }
    try {
      return switch (expr) {
        case Expr.Literal e -> Literals.param(e.value());
        case Expr.Ref e -> new References(scope).resolve(e.path(), context, touched);
        case Expr.OuterRef e -> outer(e);
        case Expr.Value e -> value(e);
        case Expr.Arithmetic e -> arithmetic(e);
        case Expr.Negated e ->
            Arithmetics.of(Expr.Operator.MULTIPLY, resolve(e.of()), Literals.param(-1L));
        case Expr.Part e -> part(e);
        case Expr.Call e -> new Calls(scope, this).resolve(e);
        case Expr.Case e -> cases(e);
        case Expr.Subquery e -> subquery(e);
        case Expr.Exists e -> new Subqueries(scope).exists(e.query());
        case Expr.ChainValue e -> subquery(new Expr.Subquery(e.query(), Optional.empty()));
        case Expr.Window e -> window(e);
        case Expr.Test e -> condition(e.condition());
        case Expr.Ordered e -> throw new TypeError("An ordering has no value of its own.");
        case Expr.FilteredRelation e ->
            throw new ValueError("FilteredRelation must be given a name of its own.");
        case Expr.Sequence e -> {
          List<SqlExpr> items = new ArrayList<>();
          e.items().forEach(i -> items.add(resolve(i)));
          yield new SqlExpr.Tuple(items, FieldTypes.ANY);
        }
        case Expr.Mapping e -> throw new TypeError("A mapping cannot stand for a column.");
      };
    } catch (OrmError e) {
      throw e.about(expr);
    }
  }

  /// Returns what `expr` means where a bare text is the name of a field, as in the arguments of
  /// functions.
  SqlExpr resolveArgument(Expr expr) {
    if (expr instanceof Expr.Literal literal && literal.value() instanceof String path) {
      try {
        return new References(scope).resolve(path, context, touched);
      } catch (OrmError e) {
        throw e.about(expr);
      }
    }
    return resolve(expr);
  }

  /// Returns `condition` as an expression: joins that it makes keep rows without a partner.
  SqlExpr condition(orrery.orm.query.Condition condition) {
    Conditions.Clause clause = new Conditions(scope).build(condition, context.inExpression());
    scope.sources.promote(clause.needed());
    stand(clause.sql());
    return clause.sql();
  }

  // What is compared with a condition stands on the joins of its columns, as in Django, which
  // counts
  // what refers to each.
  private void stand(SqlExpr expr) {
    if (expr instanceof SqlExpr.Column column && scope.sources.aliases().contains(column.alias())) {
      touched.addAll(scope.sources.line(column.alias()));
    }
    Walk.children(expr).forEach(this::stand);
  }

  /// Returns the keys of an order.
  List<Order> orders(List<? extends Selection> by) {
    List<Order> orders = new ArrayList<>();
    for (Selection item : by) {
      Order order = order(item);
      if (item instanceof Expr && order.expr() instanceof SqlExpr.Tuple key) {
        key.items().forEach(i -> orders.add(new Order(i, order.descending(), order.nulls())));
      } else {
        orders.add(order);
      }
    }
    return orders;
  }

  /// Returns one key of an order, where a bare name is a field with an optional `-`.
  Order order(Selection item) {
    return switch (item) {
      case Name name -> {
        boolean descending = name.text().startsWith("-");
        String path = descending ? name.text().substring(1) : name.text();
        yield new Order(new References(scope).resolve(path, context, touched), descending);
      }
      case Expr.Literal l when l.value() instanceof String text -> order(new Name(text));
      case Expr.Ordered o ->
          new Order(resolveArgument(o.of()), o.descending(), Ordering.nulls(o.nulls()));
      case Expr e -> new Order(resolve(e), false);
    };
  }

  private SqlExpr outer(Expr.OuterRef ref) {
    Scope around = scope;
    for (int level = 0; around != null && level < ref.levels(); level++) {
      around = around.outer;
    }
    if (around == null) {
      throw new ValueError(
              "This queryset contains a reference to an outer query and may only be used in a"
                  + " subquery.")
          .about(ref);
    }
    // Joins that an outer reference needs may be shared with any of the query around it.
    SqlExpr found =
        new References(around).resolve(ref.path(), Context.expression(), new LinkedHashSet<>());
    return found;
  }

  private SqlExpr value(Expr.Value value) {
    Optional<FieldType> said = value.outputField().map(OutputFields::of);
    boolean holdsMany =
        said.filter(type -> type.kind() == Kind.JSON || type.kind() == Kind.ARRAY).isPresent();
    if (holdsMany
        && (value.value() instanceof Expr.Mapping || value.value() instanceof Expr.Sequence)) {
      Object plain = Mappings.plain(value.value());
      return new SqlExpr.Param(Values.prepare(said.get(), plain, "Value"), said.get());
    }
    SqlExpr inner = resolve(value.value());
    return said.isPresent() && inner instanceof SqlExpr.Param p
        ? new SqlExpr.Param(p.value(), said.get())
        : inner;
  }

  private SqlExpr arithmetic(Expr.Arithmetic e) {
    SqlExpr left = resolve(e.left());
    SqlExpr right = resolve(e.right());
    Calls.refuseTuples("CombinedExpression", List.of(left, right));
    return Arithmetics.of(e.operator(), left, right);
  }

  private SqlExpr part(Expr.Part e) {
    List<SqlExpr> args = new ArrayList<>();
    SqlExpr of = resolve(e.of());
    if (of.type().kind() != Kind.TEXT && of.type().kind() != Kind.ARRAY) {
      throw new NotSupportedError("This field does not support slicing.");
    }
    args.add(of);
    args.add(Literals.param((long) e.start() + 1));
    e.stop().ifPresent(stop -> args.add(Literals.param((long) stop - e.start())));
    return new SqlExpr.Function("Substr", args, args.getFirst().type());
  }

  private SqlExpr cases(Expr.Case e) {
    List<SqlExpr.Branch> branches = new ArrayList<>();
    List<SqlExpr> values = new ArrayList<>();
    for (Expr.When when : e.branches()) {
      SqlExpr test = condition(when.condition());
      SqlExpr then = resolve(when.then());
      Calls.refuseTuples("When", List.of(then));
      // A branch that never holds is left out, as Django does.
      if (test != SqlExpr.Truth.NEVER) {
        branches.add(new SqlExpr.Branch(test, then));
      }
      values.add(then);
    }
    Optional<SqlExpr> otherwise = e.otherwise().map(this::resolve);
    otherwise.ifPresent(values::add);
    Calls.refuseTuples("Case", values);
    FieldType type =
        e.outputField().map(OutputFields::of).orElseGet(() -> OutputTypes.common(values));
    if (branches.isEmpty()) {
      return otherwise.orElseGet(() -> new SqlExpr.Param(null, type));
    }
    return new SqlExpr.Case(branches, otherwise, type);
  }

  private SqlExpr subquery(Expr.Subquery e) {
    SqlExpr found = new Subqueries(scope).scalar(e.query());
    return e.outputField()
        .map(OutputFields::of)
        .<SqlExpr>map(
            type -> found instanceof SqlExpr.Scalar s ? new SqlExpr.Scalar(s.rows(), type) : found)
        .orElse(found);
  }

  private SqlExpr window(Expr.Window e) {
    SqlExpr of = new Calls(scope, this).windowed(e.expression());
    List<SqlExpr> partition = new ArrayList<>();
    for (Expr p : e.partitionBy()) {
      partition.add(resolveArgument(p));
    }
    List<Order> orders = orders(e.orderBy());
    Calls.refuseTuples("ExpressionList", partition);
    Calls.refuseTuples("OrderByList", orders.stream().map(Order::expr).toList());
    FieldType type = e.outputField().map(OutputFields::of).orElse(of.type());
    return new SqlExpr.Window(of, partition, orders, e.frame().map(Frames::of), type);
  }

  /// Returns the error for a function that does not exist.
  static NameError unknown(String name) {
    NameError error = new NameError("name '" + name + "' is not defined");
    error.meaning(Nearest.of(name, Functions.names()));
    return error;
  }
}
