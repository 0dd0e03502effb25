package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.From;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Walk;

/// The walk over expressions that enters selects too, for what they say of the rows outside.
final class Nested {

  private Nested() {}

  /// Returns `expr` with `change` applied to everything in it and in the selects in it.
  static SqlExpr rewrite(SqlExpr expr, UnaryOperator<SqlExpr> change) {
    SqlExpr inside =
        switch (expr) {
          case SqlExpr.Exists e -> new SqlExpr.Exists(rows(e.rows(), change));
          case SqlExpr.Scalar e -> new SqlExpr.Scalar(rows(e.rows(), change), e.type());
          case SqlExpr.InRows e ->
              new SqlExpr.InRows(rewrite(e.left(), change), rows(e.rows(), change));
          case SqlExpr e -> Walk.map(e, child -> rewrite(child, change));
        };
    return change.apply(inside);
  }

  /// Returns the columns of `aliases` that `expr`, or a select in it, looks at.
  static Set<SqlExpr.Column> columns(SqlExpr expr, Set<String> aliases) {
    Set<SqlExpr.Column> found = new LinkedHashSet<>();
    rewrite(
        expr,
        e -> {
          if (e instanceof SqlExpr.Column column && aliases.contains(column.alias())) {
            found.add(column);
          }
          return e;
        });
    return found;
  }

  private static Statement.Rows rows(Statement.Rows rows, UnaryOperator<SqlExpr> change) {
    return switch (rows) {
      case Statement.Select select -> select(select, change);
      case Statement.Compound compound -> {
        List<Statement.Rows> parts = new ArrayList<>();
        compound.parts().forEach(part -> parts.add(rows(part, change)));
        yield new Statement.Compound(
            compound.operator(),
            compound.all(),
            parts,
            orders(compound.orderBy(), change),
            compound.limit(),
            compound.offset());
      }
      case Statement.RawRows raw -> raw;
    };
  }

  private static Statement.Select select(Statement.Select select, UnaryOperator<SqlExpr> change) {
    List<Output> outputs = new ArrayList<>();
    select.columns().forEach(o -> outputs.add(new Output(rewrite(o.expr(), change), o.alias())));
    List<From> from = new ArrayList<>();
    select.from().forEach(f -> from.add(from(f, change)));
    return new Statement.Select(
        outputs,
        from,
        rewrite(select.where(), change),
        all(select.groupBy(), change),
        rewrite(select.having(), change),
        select.distinct(),
        all(select.distinctOn(), change),
        orders(select.orderBy(), change),
        select.limit(),
        select.offset(),
        select.lock());
  }

  private static From from(From from, UnaryOperator<SqlExpr> change) {
    return switch (from) {
      case Statement.Table table -> table;
      case Statement.Derived derived ->
          new Statement.Derived(rows(derived.rows(), change), derived.alias());
      case Statement.Join join ->
          new Statement.Join(join.kind(), from(join.source(), change), rewrite(join.on(), change));
    };
  }

  private static List<SqlExpr> all(List<SqlExpr> exprs, UnaryOperator<SqlExpr> change) {
    List<SqlExpr> changed = new ArrayList<>();
    exprs.forEach(e -> changed.add(rewrite(e, change)));
    return changed;
  }

  private static List<Order> orders(List<Order> orders, UnaryOperator<SqlExpr> change) {
    List<Order> changed = new ArrayList<>();
    orders.forEach(
        o -> changed.add(new Order(rewrite(o.expr(), change), o.descending(), o.nulls())));
    return changed;
  }
}
