package orrery.orm.dialect;

import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// Where a spelling writes to: text, and expressions in their places. Not thread-safe.
public interface SqlOut {

  /// Writes `text` as it is.
  SqlOut text(String text);

  /// Writes `expr` where nothing stands beside it, such as between the commas of a call.
  SqlOut expr(SqlExpr expr);

  /// Writes `expr` where an operator stands beside it: in brackets, if it is a bare condition.
  SqlOut operand(SqlExpr expr);

  /// Writes a placeholder that stands for `binding`.
  SqlOut binding(Binding binding);

  /// Writes `name` quoted.
  SqlOut name(String name);

  /// Writes `rows` without brackets.
  SqlOut rows(Statement.Rows rows);

  /// Writes `exprs` with a comma between any two.
  default SqlOut list(List<? extends SqlExpr> exprs) {
    String between = "";
    for (SqlExpr expr : exprs) {
      text(between).expr(expr);
      between = ", ";
    }
    return this;
  }
}
