package orrery.orm.render;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Binding;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Order;

/// The writing of expressions, after the dialect's rewrites.
final class Expressions {

  private final Page page;
  private final Conditions conditions;

  Expressions(Page page) {
    this.page = page;
    this.conditions = new Conditions(page);
  }

  void write(SqlExpr expr) {
    switch (expr) {
      case SqlExpr.Column e -> column(e);
      case SqlExpr.Alias e -> page.name(e.name());
      case SqlExpr.Position e -> page.text(Integer.toString(e.index()));
      case SqlExpr.Param e -> param(e);
      case SqlExpr.Raw e -> raw(e);
      case SqlExpr.Star e -> page.text("*");
      case Truth e -> page.text(e == Truth.ALWAYS ? "1 = 1" : "1 = 0");
      case SqlExpr.Not e -> conditions.not(e);
      case SqlExpr.And e -> conditions.and(e);
      case SqlExpr.Or e -> conditions.or(e);
      case SqlExpr.Compare e -> compare(e);
      case SqlExpr.IsNull e -> page.operand(e.of()).text(e.negated() ? " IS NOT NULL" : " IS NULL");
      case SqlExpr.In e -> in(e);
      case SqlExpr.InRows e -> page.operand(e.left()).text(" IN (").rows(e.rows()).text(")");
      case SqlExpr.Between e ->
          page.operand(e.of()).text(" BETWEEN ").operand(e.low()).text(" AND ").operand(e.high());
      case SqlExpr.Match e -> page.dialect().match(e, page);
      case SqlExpr.Exists e -> page.text("EXISTS(").rows(e.rows()).text(")");
      case SqlExpr.Binary e -> binary(e);
      case SqlExpr.Function e -> page.dialect().function(e.name()).write(e, page);
      case SqlExpr.Aggregate e -> aggregate(e);
      case SqlExpr.Window e -> new Windows(page).write(e);
      case SqlExpr.Case e -> choice(e);
      case SqlExpr.Cast e -> cast(e);
      case SqlExpr.Scalar e -> page.text("(").rows(e.rows()).text(")");
      case SqlExpr.Tuple e -> tuple(e);
      case SqlExpr.Collate e -> page.operand(e.of()).text(" COLLATE ").name(e.collation());
    }
  }

  private void column(SqlExpr.Column column) {
    if (!column.alias().isEmpty()) {
      page.name(column.alias()).text(".");
    }
    page.name(column.name());
  }

  private void param(SqlExpr.Param param) {
    if (param.value() == null) {
      page.text("NULL");
    } else {
      page.binding(new Binding(param.value(), param.type()));
    }
  }

  private void raw(SqlExpr.Raw raw) {
    page.text(raw.text());
    raw.params().forEach(page::bound);
  }

  private void compare(SqlExpr.Compare compare) {
    page.operand(compare.left()).text(" ").text(compare.comparison().sign()).text(" ");
    right(compare.right());
  }

  /// Django puts what is computed on a right side in brackets, unless it has some.
  private void right(SqlExpr expr) {
    SqlExpr written = page.rewritten(expr);
    if (written instanceof SqlExpr.Param || Brackets.own(written)) {
      page.expr(expr);
    } else {
      page.text("(").expr(expr).text(")");
    }
  }

  private void in(SqlExpr.In in) {
    if (in.items().isEmpty()) {
      page.expr(Truth.NEVER);
    } else {
      page.operand(in.left()).text(" IN (").list(in.items()).text(")");
    }
  }

  private void binary(SqlExpr.Binary binary) {
    if (binary.operator() == SqlExpr.Arithmetic.POWER) {
      page.expr(
          new SqlExpr.Function("Power", List.of(binary.left(), binary.right()), binary.type()));
      return;
    }
    if (binary.operator() == SqlExpr.Arithmetic.BIT_XOR) {
      page.expr(
          new SqlExpr.Function("BitXor", List.of(binary.left(), binary.right()), binary.type()));
      return;
    }
    page.text("(").operand(binary.left());
    page.text(
        switch (binary.operator()) {
          case ADD -> " + ";
          case SUBTRACT -> " - ";
          case MULTIPLY -> " * ";
          case DIVIDE -> " / ";
          case MODULO -> " % ";
          case BIT_AND -> " & ";
          case BIT_OR -> " | ";
          case SHIFT_LEFT -> " << ";
          case SHIFT_RIGHT -> " >> ";
          case POWER, BIT_XOR -> throw new IllegalStateException("written as a function");
        });
    page.operand(binary.right()).text(")");
  }

  private void aggregate(SqlExpr.Aggregate aggregate) {
    page.text(page.dialect().aggregate(aggregate.name()));
    page.text(aggregate.distinct() ? "(DISTINCT " : "(").list(aggregate.args());
    if (!aggregate.orderBy().isEmpty()) {
      page.text(" ");
      orderBy(aggregate.orderBy());
    }
    page.text(")");
    Optional<SqlExpr> filter = aggregate.filter();
    if (filter.isPresent() && Conditions.constant(filter.get()) != Truth.ALWAYS) {
      page.text(" FILTER (WHERE ").expr(filter.get()).text(")");
    }
  }

  void orderBy(List<Order> orders) {
    String between = "ORDER BY ";
    for (Order order : orders) {
      page.text(between).expr(order.expr()).text(order.descending() ? " DESC" : " ASC");
      page.text(
          switch (order.nulls()) {
            case UNSAID -> "";
            case FIRST -> " NULLS FIRST";
            case LAST -> " NULLS LAST";
          });
      between = ", ";
    }
  }

  /// A branch that is never taken is left out, and one that is always taken ends the list.
  private void choice(SqlExpr.Case choice) {
    SqlExpr otherwise = choice.otherwise().orElse(null);
    boolean open = false;
    for (SqlExpr.Branch branch : choice.branches()) {
      Truth truth = Conditions.constant(branch.condition());
      if (truth == Truth.ALWAYS) {
        otherwise = branch.value();
        break;
      }
      if (truth == null) {
        page.text(open ? " WHEN " : "CASE WHEN ").expr(branch.condition());
        page.text(" THEN ").expr(branch.value());
        open = true;
      }
    }
    page.text(open ? " ELSE " : "");
    writeOrNull(otherwise);
    page.text(open ? " END" : "");
  }

  private void writeOrNull(@Nullable SqlExpr expr) {
    if (expr == null) {
      page.text("NULL");
    } else {
      page.expr(expr);
    }
  }

  private void cast(SqlExpr.Cast cast) {
    page.text("CAST(").expr(cast.of()).text(" AS ");
    page.text(page.dialect().castType(cast.type())).text(")");
  }

  private void tuple(SqlExpr.Tuple tuple) {
    page.text("(").list(tuple.items()).text(")");
  }

  /// Writes `columns` with their aliases.
  void outputs(List<Statement.Output> columns) {
    String between = "";
    for (Statement.Output column : columns) {
      page.text(between).expr(column.expr());
      column.alias().ifPresent(alias -> page.text(" AS ").name(alias));
      between = ", ";
    }
  }
}
