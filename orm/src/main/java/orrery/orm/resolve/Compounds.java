package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import orrery.orm.error.DatabaseError;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;

/// The statement of a combined query. Django's `get_combinator_sql`.
final class Compounds {

  private final Scope scope;
  private final Scope.Combined combined;

  Compounds(Scope scope, Scope.Combined combined) {
    this.scope = scope;
    this.combined = combined;
  }

  /// Returns the statement with what its columns mean.
  Selects.Built build() {
    List<Scope> scopes = parts();
    boolean fixed = combined.parts().stream().anyMatch(part -> part.picks != null);
    List<Selects.Built> parts = new ArrayList<>();
    scopes.forEach(part -> parts.add(part(part)));
    Selects.Built first = parts.getFirst();
    List<Statement.Rows> rows = new ArrayList<>(parts.stream().map(Selects.Built::rows).toList());
    List<Order> asked = asked(combined.parts().getFirst());
    List<Integer> unselected = unselected(asked, rows.getFirst());
    if (!unselected.isEmpty()) {
      if (fixed || !rows.stream().allMatch(Statement.Select.class::isInstance)) {
        throw new DatabaseError("ORDER BY term does not match any column in the result set.");
      }
      rows.clear();
      scopes.forEach(part -> rows.add(withOrders(part, unselected)));
    }
    List<Order> orders = orders(asked, rows.getFirst());
    if (rows.size() == 1 && orders.isEmpty() && !scope.isSliced()) {
      return first;
    }
    if (rows.size() == 1
        && rows.getFirst() instanceof Statement.Select select
        && !isSliced(select)) {
      return first.with(select.withOrder(orders).withSlice(scope.limit(), scope.low));
    }
    return first.with(
        new Statement.Compound(
            operator(),
            combined.all(),
            rows.size() == 1 ? List.of(rows.getFirst(), nothing(rows.getFirst())) : rows,
            orders,
            scope.limit(),
            scope.low));
  }

  private static boolean isSliced(Statement.Select select) {
    return select.limit().isPresent() || select.offset() > 0;
  }

  private static Statement.Rows nothing(Statement.Rows rows) {
    return rows instanceof Statement.Select select
        ? select
            .withWhere(SqlExpr.Truth.NEVER)
            .withOrder(List.of())
            .withSlice(OptionalLong.empty(), 0)
        : rows;
  }

  // What is empty adds nothing and takes nothing away.
  private List<Scope> parts() {
    List<Scope> parts = new ArrayList<>(combined.parts());
    switch (combined.combinator()) {
      case UNION -> {
        List<Scope> kept = parts.stream().filter(p -> !Resolver.empty(p)).toList();
        return kept.isEmpty() ? parts.subList(0, 1) : kept;
      }
      case DIFFERENCE -> parts.subList(1, parts.size()).removeIf(Resolver::empty);
      case INTERSECTION -> {}
    }
    return parts;
  }

  private Selects.Built part(Scope part) {
    if (part.picks == null && scope.picks != null) {
      List<Selection> names =
          scope.picksAll
              ? List.of()
              : scope.picks.stream().<Selection>map(p -> new Name(p.name())).toList();
      new Picking(part).pick(names, scope.form);
    }
    if (!part.isSliced() && part.distinctFields.isEmpty() && part.orderBy.isEmpty()) {
      // The model's own order of a part says nothing about the whole.
      part.unorder();
    }
    Selects.Built built = new Selects(part).build(List.of());
    return built.with(Selects.named(built.rows()));
  }

  private Statement.SetOperator operator() {
    return switch (combined.combinator()) {
      case UNION -> Statement.SetOperator.UNION;
      case INTERSECTION -> Statement.SetOperator.INTERSECT;
      case DIFFERENCE -> Statement.SetOperator.EXCEPT;
    };
  }

  private static List<Integer> unselected(List<Order> asked, Statement.Rows rows) {
    List<Integer> unselected = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (place(asked.get(i).expr(), rows) < 0) {
        unselected.add(i);
      }
    }
    return unselected;
  }

  // What orders the whole must be a column of every part.
  private Statement.Rows withOrders(Scope part, List<Integer> unselected) {
    Scope words = Combining.copy(part);
    words.orderBy = scope.orderBy;
    words.defaultOrder = false;
    List<Order> orders = new Ordering(words).orders();
    words.orderBy = part.orderBy;
    if (!(part(words).rows() instanceof Statement.Select select)) {
      throw new IllegalStateException("a part of several");
    }
    List<Output> columns = new ArrayList<>(select.columns());
    for (int index : unselected) {
      columns.add(new Output(orders.get(index).expr(), "__orderbycol" + (columns.size() + 1)));
    }
    return select.withColumns(columns);
  }

  // Rows of a compound are ordered by the places of their columns.
  private static List<Order> orders(List<Order> asked, Statement.Rows rows) {
    List<Order> written = new ArrayList<>();
    for (Order order : asked) {
      written.add(
          new Order(
              new SqlExpr.Position(place(order.expr(), rows) + 1, order.expr().type()),
              order.descending(),
              order.nulls()));
    }
    return written;
  }

  private static int place(SqlExpr expr, Statement.Rows rows) {
    if (expr instanceof SqlExpr.Position position) {
      return position.index() - 1;
    }
    if (rows instanceof Statement.Select select) {
      List<Output> columns = select.columns();
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).expr().equals(expr)) {
          return i;
        }
      }
    }
    return -1;
  }

  // The order that the whole was given, in the words of its first part.
  private List<Order> asked(Scope first) {
    if (scope.orderBy.isEmpty()) {
      return List.of();
    }
    Scope words = Combining.copy(first);
    words.orderBy = scope.orderBy;
    words.defaultOrder = false;
    words.reversed = scope.reversed;
    return new Ordering(words).orders();
  }
}
