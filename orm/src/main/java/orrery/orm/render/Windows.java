package orrery.orm.render;

import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;

/// The writing of `… OVER (…)`.
final class Windows {

  private final Page page;

  Windows(Page page) {
    this.page = page;
  }

  void write(SqlExpr.Window window) {
    page.expr(window.of()).text(" OVER (");
    String between = "";
    if (!window.partitionBy().isEmpty()) {
      page.text("PARTITION BY ").list(window.partitionBy());
      between = " ";
    }
    if (!window.orderBy().isEmpty()) {
      page.text(between);
      new Expressions(page).orderBy(window.orderBy());
      between = " ";
    }
    if (window.frame().isPresent()) {
      frame(between, window.frame().get());
    }
    page.text(")");
  }

  private void frame(String between, SqlExpr.Frame frame) {
    page.text(between).text(frame.rows() ? "ROWS" : "RANGE").text(" BETWEEN ");
    page.text(end(frame.start(), "PRECEDING")).text(" AND ").text(end(frame.end(), "FOLLOWING"));
    if (frame.exclude() != null) {
      page.text(" EXCLUDE ").text(frame.exclude());
    }
  }

  private static String end(@Nullable Long distance, String unbounded) {
    if (distance == null) {
      return "UNBOUNDED " + unbounded;
    }
    return distance == 0
        ? "CURRENT ROW"
        : Math.abs(distance) + (distance < 0 ? " PRECEDING" : " FOLLOWING");
  }
}
