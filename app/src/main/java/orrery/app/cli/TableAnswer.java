package orrery.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.db.Entry;

/// An answer for people: a table, the number of rows, and each statement that was sent with its
/// reason.
final class TableAnswer {

  private static final int WIDEST = 48;

  private final PrintWriter out;

  TableAnswer(PrintWriter out) {
    this.out = out;
  }

  /// Writes `result` and the statements that were sent for it.
  void write(Result result, List<Entry> sent) {
    if (result instanceof Result.PlanText plan) {
      out.println(plan.text());
    } else if (result instanceof Result.Scalar scalar
        && !(scalar.value() instanceof java.util.Map)) {
      out.println(Grid.shown(scalar.value()));
    } else {
      Grid grid = Grid.of(result);
      table(grid);
      int rows = grid.rows().size();
      out.println(rows == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", rows));
    }
    out.println();
    statements(sent);
  }

  /// Writes the statements, each with what it cost and why it was sent.
  void statements(List<Entry> sent) {
    double millis = 0;
    for (Entry entry : sent) {
      millis += entry.millis();
      out.printf(
          Locale.ROOT,
          "-- %s · %,d %s · %.1f ms%n",
          entry.reason().text(),
          entry.rows(),
          entry.rows() == 1 ? "row" : "rows",
          entry.millis());
      out.println(entry.interpolated());
    }
    out.printf(
        Locale.ROOT,
        "%d %s · %.1f ms%n",
        sent.size(),
        sent.size() == 1 ? "query" : "queries",
        millis);
    out.flush();
  }

  /// Writes a grid with a line under its header, numbers to the right.
  void table(Grid grid) {
    int columns = grid.header().size();
    int[] widths = new int[columns];
    boolean[] numbers = new boolean[columns];
    java.util.Arrays.fill(numbers, !grid.rows().isEmpty());
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      widths[i] = width(grid.header().get(i));
    }
    for (List<@Nullable Object> row : grid.rows()) {
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        Object value = row.get(i);
        numbers[i] &= value == null || value instanceof Number;
        String text = clip(Grid.shown(value));
        widths[i] = Math.max(widths[i], width(text));
        shown.add(text);
      }
      cells.add(shown);
    }
    line(grid.header(), widths, numbers);
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      rule.append(i == 0 ? "" : "  ").append("─".repeat(widths[i]));
    }
    out.println(rule);
    cells.forEach(row -> line(row, widths, numbers));
  }

  private void line(List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String gap = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(numbers[i] ? gap + cells.get(i) : cells.get(i) + gap);
    }
    out.println(line.toString().stripTrailing());
  }

  private static String clip(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ⏎ ").replace('\t', ' ');
    return line.codePointCount(0, line.length()) <= WIDEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
