package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.dialect.Binding;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// The writing of statements, after the dialect's rewrites.
final class Statements {

  private final Page page;
  private final Selects selects;

  Statements(Page page) {
    this.page = page;
    this.selects = new Selects(page);
  }

  void write(Statement statement) {
    switch (statement) {
      case Statement.Select s -> selects.select(s);
      case Statement.Compound s -> selects.compound(s);
      case Statement.RawRows s -> raw(s);
      case Statement.Insert s -> insert(s);
      case Statement.Update s -> update(s);
      case Statement.Delete s -> delete(s);
      case Statement.Explain s -> page.text(page.dialect().explain(s)).text(" ").statement(s.of());
    }
  }

  /// The `;` at the end would end the statement around it.
  private void raw(Statement.RawRows rows) {
    page.text(rows.text().strip().replaceFirst("[;\\s]+$", ""));
    rows.params().forEach(page::bound);
  }

  private void insert(Statement.Insert insert) {
    boolean ignore = insert.conflict().map(c -> c.update().isEmpty()).orElse(false);
    boolean orIgnore = ignore && page.dialect().features().insertOrIgnore();
    page.text(orIgnore ? "INSERT OR IGNORE INTO " : "INSERT INTO ");
    selects.target(insert.table());
    if (insert.columns().isEmpty()) {
      page.text(" DEFAULT VALUES");
    } else {
      page.text(" (").names(insert.columns()).text(") VALUES ");
      values(insert.rows());
    }
    if (insert.conflict().isPresent() && !orIgnore) {
      conflict(insert.conflict().get());
    }
    returning(insert.returning());
  }

  private void values(List<List<SqlExpr>> rows) {
    String between = "(";
    for (List<SqlExpr> row : rows) {
      page.text(between);
      for (int i = 0; i < row.size(); i++) {
        page.text(i == 0 ? "" : ", ");
        value(row.get(i));
      }
      page.text(")");
      between = ", (";
    }
  }

  /// NULL is a binding here, so that the rows of a batch have one text whatever is in them.
  private void value(SqlExpr value) {
    if (value instanceof SqlExpr.Param param) {
      int start = page.length();
      page.binding(new Binding(param.value(), param.type())).span(start, param);
    } else {
      page.expr(value);
    }
  }

  private void conflict(Statement.Conflict conflict) {
    page.text(" ON CONFLICT");
    if (!conflict.target().isEmpty()) {
      page.text("(").names(conflict.target()).text(")");
    }
    if (conflict.update().isEmpty()) {
      page.text(" DO NOTHING");
      return;
    }
    String between = " DO UPDATE SET ";
    for (String column : conflict.update()) {
      page.text(between).name(column).text(" = EXCLUDED.").name(column);
      between = ", ";
    }
  }

  private void update(Statement.Update update) {
    page.text("UPDATE ");
    selects.target(update.table());
    List<Statement.Assignment> set = new ArrayList<>(update.set());
    for (int i = 0; i < set.size(); i++) {
      page.text(i == 0 ? " SET " : ", ").name(set.get(i).column()).text(" = ");
      page.expr(set.get(i).value());
    }
    selects.where(update.where());
    returning(update.returning());
  }

  private void delete(Statement.Delete delete) {
    page.text("DELETE FROM ");
    selects.target(delete.table());
    selects.where(delete.where());
  }

  private void returning(List<Statement.Output> columns) {
    if (!columns.isEmpty()) {
      page.text(" RETURNING ");
      new Expressions(page).outputs(columns);
    }
  }
}
