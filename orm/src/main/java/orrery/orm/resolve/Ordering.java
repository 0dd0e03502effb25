package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.resolve.Paths.Demand;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.Nulls;
import orrery.orm.sql.Statement.Order;
import orrery.orm.type.FieldTypes;

/// The order of a statement: what was asked for, else the model's own. Django's `get_order_by`.
final class Ordering {

  private final Scope scope;

  Ordering(Scope scope) {
    this.scope = scope;
  }

  /// Says whether the order comes from the model rather than from the query.
  boolean isFromModel() {
    return scope.orderBy.isEmpty() && scope.defaultOrder;
  }

  /// Says whether anything orders the rows.
  boolean isOrdered() {
    return scope.none
        || !scope.orderBy.isEmpty()
        || (scope.extra != null && !scope.extra.orderBy().isEmpty())
        || (scope.defaultOrder
            && !scope.models.concrete(scope.model).ordering().isEmpty()
            && scope.groupBy == null);
  }

  /// Returns the keys of the order, each once.
  List<Order> orders() {
    List<Selection> by = new ArrayList<>();
    if (scope.extra != null && !scope.extra.orderBy().isEmpty()) {
      by.addAll(scope.extra.orderBy());
    } else if (!scope.orderBy.isEmpty()) {
      by.addAll(scope.orderBy);
    } else if (scope.defaultOrder) {
      modelOrdering(scope.model).forEach(name -> by.add(new Name(name)));
    }
    List<Order> orders = new ArrayList<>();
    Set<SqlExpr> seen = new HashSet<>();
    for (Selection item : by) {
      try {
        for (Order order : keys(item)) {
          if (seen.add(order.expr())) {
            orders.add(scope.reversed ? reverse(order) : order);
          }
        }
      } catch (OrmError e) {
        throw e.about(item);
      }
    }
    return orders;
  }

  private List<String> modelOrdering(Model model) {
    return model.ordering().isEmpty() ? scope.models.concrete(model).ordering() : model.ordering();
  }

  private List<Order> keys(Selection item) {
    return switch (item) {
      case Name name -> named(name.text());
      case Expr.Literal l when l.value() instanceof String text -> named(text);
      case Expr.Ordered o -> columns(ordered(o));
      case Expr e -> columns(new Order(resolve(e), false));
    };
  }

  // A key of several columns orders by each of them.
  private static List<Order> columns(Order order) {
    return order.expr() instanceof SqlExpr.Tuple tuple
        ? tuple.items().stream()
            .map(item -> new Order(item, order.descending(), order.nulls()))
            .toList()
        : List.of(order);
  }

  private Order ordered(Expr.Ordered o) {
    return new Order(resolve(o.of()), o.descending(), nulls(o.nulls()));
  }

  private SqlExpr resolve(Expr expr) {
    return new Expressions(scope, Context.expression()).resolveArgument(expr);
  }

  private List<Order> named(String text) {
    if (text.equals("?")) {
      return List.of(new Order(new SqlExpr.Function("Random", List.of(), FieldTypes.FLOAT), false));
    }
    boolean descending = text.startsWith("-");
    int skip = descending ? 1 : 0;
    String path = text.substring(skip);
    int dot = path.indexOf('.');
    if (dot > 0) {
      // A column of a table, which only extra() lets through.
      String column = path.substring(dot + 1);
      return List.of(
          new Order(
              new SqlExpr.Column(path.substring(0, dot), column, FieldTypes.ANY), descending));
    }
    SqlExpr annotation = scope.annotations.get(path);
    if (annotation != null) {
      return List.of(new Order(annotation, descending));
    }
    if (scope.extra != null && scope.extra.select().stream().anyMatch(n -> n.name().equals(path))) {
      return List.of(new Order(new SqlExpr.Alias(path, FieldTypes.ANY), descending));
    }
    try {
      return scope.annotations.containsKey(Scope.split(path).getFirst())
          ? List.of(new Order(scope.value(path), descending))
          : path(path, scope.model, scope.sources.base(), descending, new HashSet<>());
    } catch (FieldError e) {
      throw e.offset(e.offset() + skip);
    }
  }

  private List<Order> path(
      String text, Model model, String from, boolean descending, Set<String> seen) {
    List<String> names = Scope.split(text);
    Path path = walk(model, names, Demand.FIRST);
    List<String> aliases = new Joins(scope).make(path, from, null);
    Model at = path.model();
    boolean ofRelation =
        path.endsInRelation()
            && path.rest().isEmpty()
            && !modelOrdering(at).isEmpty()
            && !text.equals("pk")
            && !(path.last() instanceof Field f && f.attname().equals(names.getLast()));
    if (ofRelation) {
      // Ordering by a relation means ordering as its model does, unless that leads round in a
      // circle.
      if (!seen.add(String.join("/", aliases))) {
        throw new FieldError("Infinite loop caused by ordering.");
      }
      List<Order> orders = new ArrayList<>();
      for (String item : modelOrdering(at)) {
        boolean down = item.startsWith("-");
        orders.addAll(
            path(down ? item.substring(1) : item, at, aliases.getLast(), down != descending, seen));
      }
      return orders;
    }
    Sources.End end = scope.sources.trim(path.targets(), aliases, path.hops());
    scope.sources.use(end.aliases());
    References.Walk again = further -> walk(model, further, Demand.ALL);
    SqlExpr value = References.value(path, end, names, again);
    return columns(new Order(value, descending));
  }

  // The scope's own model may have filtered relations too.
  private Path walk(Model model, List<String> names, Demand demand) {
    return model == scope.model
        ? FilteredPaths.walk(scope, names, demand)
        : scope.paths.walk(model, names, demand, scope.otherNames());
  }

  /// Returns the order turned round, NULLs included.
  static Order reverse(Order order) {
    Nulls nulls =
        switch (order.nulls()) {
          case UNSAID -> Nulls.UNSAID;
          case FIRST -> Nulls.LAST;
          case LAST -> Nulls.FIRST;
        };
    return new Order(order.expr(), !order.descending(), nulls);
  }

  /// Returns where an asked order puts NULL.
  static Nulls nulls(Expr.Nulls nulls) {
    return switch (nulls) {
      case UNSAID -> Nulls.UNSAID;
      case FIRST -> Nulls.FIRST;
      case LAST -> Nulls.LAST;
    };
  }
}
