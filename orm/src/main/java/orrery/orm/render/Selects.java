package orrery.orm.render;

import java.util.List;
import java.util.OptionalLong;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.From;

/// The writing of selects: one clause after the other, in the order SQL has them.
final class Selects {

  private final Page page;
  private final Expressions expressions;

  Selects(Page page) {
    this.page = page;
    this.expressions = new Expressions(page);
  }

  void select(Statement.Select select) {
    page.text(select.distinct() || !select.distinctOn().isEmpty() ? "SELECT DISTINCT " : "SELECT ");
    distinctOn(select.distinctOn());
    expressions.outputs(select.columns());
    from(select.from());
    where(select.where());
    groupBy(select.groupBy());
    condition(" HAVING ", select.having());
    orderBy(select.orderBy());
    slice(select.limit(), select.offset());
    select.lock().ifPresent(this::lock);
  }

  private void distinctOn(List<SqlExpr> exprs) {
    if (!exprs.isEmpty()) {
      page.text("ON (").list(exprs).text(") ");
    }
  }

  private void from(List<From> sources) {
    String between = " FROM ";
    for (From source : sources) {
      page.text(source instanceof Statement.Join ? " " : between);
      source(source);
      between = ", ";
    }
  }

  private void source(From source) {
    int start = page.length();
    switch (source) {
      case Statement.Table table -> table(table);
      case Statement.Derived derived -> derived(derived);
      case Statement.Join join -> join(join);
    }
    page.span(start, source);
  }

  /// Writes a table, and its alias where that is another word than its name.
  void table(Statement.Table table) {
    table(table, " ");
  }

  /// Writes the table that a statement changes: there an alias must be announced.
  void target(Statement.Table table) {
    int start = page.length();
    table(table, " AS ");
    page.span(start, table);
  }

  private void table(Statement.Table table, String between) {
    table.schema().ifPresent(schema -> page.name(schema).text("."));
    page.name(table.name());
    if (!table.alias().equals(table.name()) && !table.alias().isEmpty()) {
      page.text(between).name(table.alias());
    }
  }

  private void derived(Statement.Derived derived) {
    page.text("(").rows(derived.rows()).text(")");
    if (!derived.alias().isEmpty()) {
      page.text(" ").name(derived.alias());
    }
  }

  private void join(Statement.Join join) {
    page.text(
        switch (join.kind()) {
          case INNER -> "INNER JOIN ";
          case LEFT -> "LEFT OUTER JOIN ";
          case CROSS -> "CROSS JOIN ";
        });
    source(join.source());
    if (join.kind() != Statement.JoinKind.CROSS) {
      page.text(" ON (");
      on(join.on());
      page.text(")");
    }
  }

  /// Columns that must be equal are written bare, further conditions in brackets.
  private void on(SqlExpr on) {
    List<SqlExpr> parts = on instanceof SqlExpr.And and ? and.parts() : List.of(on);
    String between = "";
    for (SqlExpr part : parts) {
      page.text(between);
      if (part instanceof SqlExpr.Compare c
          && c.left() instanceof SqlExpr.Column
          && c.right() instanceof SqlExpr.Column) {
        int start = page.length();
        page.expr(c.left()).text(" ").text(c.comparison().sign()).text(" ").expr(c.right());
        page.span(start, c);
      } else if (part instanceof Truth || Brackets.own(part)) {
        page.expr(part);
      } else {
        page.text("(").expr(part).text(")");
      }
      between = " AND ";
    }
  }

  void where(SqlExpr where) {
    condition(" WHERE ", where);
  }

  private void condition(String word, SqlExpr condition) {
    if (Conditions.constant(condition) != Truth.ALWAYS) {
      page.text(word).expr(condition);
    }
  }

  private void groupBy(List<SqlExpr> exprs) {
    if (!exprs.isEmpty()) {
      page.text(" GROUP BY ").list(exprs);
    }
  }

  private void orderBy(List<Statement.Order> orders) {
    if (!orders.isEmpty()) {
      page.text(" ");
      expressions.orderBy(orders);
    }
  }

  private void slice(OptionalLong limit, long offset) {
    if (limit.isPresent()) {
      page.text(" LIMIT ").text(Long.toString(limit.getAsLong()));
    }
    if (offset > 0) {
      page.text(" OFFSET ").text(Long.toString(offset));
    }
  }

  private void lock(Statement.Lock lock) {
    page.text(lock.noKey() ? " FOR NO KEY UPDATE" : " FOR UPDATE");
    String between = " OF ";
    for (String alias : lock.of()) {
      page.text(between).name(alias);
      between = ", ";
    }
    page.text(lock.nowait() ? " NOWAIT" : lock.skipLocked() ? " SKIP LOCKED" : "");
  }

  void compound(Statement.Compound compound) {
    boolean brackets = page.dialect().features().bracketedCompounds();
    String sign =
        switch (compound.operator()) {
              case UNION -> " UNION ";
              case INTERSECT -> " INTERSECT ";
              case EXCEPT -> " EXCEPT ";
            }
            + (compound.all() ? "ALL " : "");
    String between = "";
    for (Statement.Rows part : compound.parts()) {
      page.text(between).text(brackets ? "(" : "").rows(part).text(brackets ? ")" : "");
      between = sign;
    }
    orderBy(compound.orderBy());
    slice(compound.limit(), compound.offset());
  }
}
