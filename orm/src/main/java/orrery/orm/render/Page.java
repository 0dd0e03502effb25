package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.SqlOut;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// What one statement is written on: its text so far, the values of its placeholders, and which
/// part came from where.
final class Page implements SqlOut {

  private final StringBuilder text = new StringBuilder();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final Dialect dialect;
  private final boolean traced;
  private final boolean condensed;
  private final Expressions expressions = new Expressions(this);
  private final Statements statements = new Statements(this);

  /// Makes an empty one.
  ///
  /// @param condensed whether lists of values are to take as few placeholders as they can
  Page(Dialect dialect, boolean traced, boolean condensed) {
    this.dialect = dialect;
    this.traced = traced;
    this.condensed = condensed;
  }

  Dialect dialect() {
    return dialect;
  }

  String text() {
    return text.toString();
  }

  List<Binding> bindings() {
    return bindings;
  }

  List<Span> spans() {
    return spans;
  }

  @Override
  public Page text(String part) {
    text.append(part);
    return this;
  }

  @Override
  public Page name(String name) {
    return text(dialect.quote(name));
  }

  @Override
  public Page binding(Binding binding) {
    bindings.add(binding);
    return text(dialect.placeholder(binding.type()));
  }

  @Override
  public Page expr(SqlExpr expr) {
    int start = text.length();
    expressions.write(rewritten(expr));
    return span(start, expr);
  }

  @Override
  public Page operand(SqlExpr expr) {
    return Brackets.bare(expr) ? text("(").expr(expr).text(")") : expr(expr);
  }

  @Override
  public Page rows(Statement.Rows rows) {
    return statement(rows);
  }

  Page bound(SqlExpr.Param param) {
    bindings.add(new Binding(param.value(), param.type()));
    return this;
  }

  Page names(List<String> names) {
    String between = "";
    for (String name : names) {
      text(between).name(name);
      between = ", ";
    }
    return this;
  }

  @Override
  public Page list(List<? extends SqlExpr> exprs) {
    SqlOut.super.list(exprs);
    return this;
  }

  Page statement(Statement statement) {
    int start = text.length();
    statements.write(dialect.rewrite(statement));
    return span(start, statement);
  }

  Page span(int start, Object node) {
    if (traced) {
      spans.add(new Span(start, text.length(), node));
    }
    return this;
  }

  int length() {
    return text.length();
  }

  /// Returns what is written in place of `expr`; one rewrite may be what another is for.
  ///
  /// A dialect that has nothing to say returns the very node, so that trees are not compared.
  @SuppressWarnings("ReferenceEquality")
  SqlExpr rewritten(SqlExpr expr) {
    SqlExpr before = condensed && expr instanceof SqlExpr.In in ? dialect.condensed(in) : expr;
    SqlExpr after = dialect.rewrite(before);
    while (after != before) {
      before = after;
      after = dialect.rewrite(before);
    }
    return after;
  }
}
