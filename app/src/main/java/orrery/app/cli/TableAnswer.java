package orrery.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.db.Entry;

/// An answer for people: a table, the number of rows, and each statement that was sent with its
/// reason.
final class TableAnswer {

  /// The widest that a column gets where nothing says how wide the table may be.
  private static final int WIDEST = 48;

  private final PrintWriter out;
  private final OptionalInt room;

  /// Makes it for the terminal that the program writes to, if it does.
  TableAnswer(PrintWriter out) {
    this(out, TerminalWidth.columns());
  }

  /// Makes it for tables of at most `room` columns of a terminal; of any width where it is empty.
  TableAnswer(PrintWriter out, OptionalInt room) {
    this.out = out;
    this.room = room;
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

  /// Writes a grid with a line under its header, numbers to the right. What finds no room is named
  /// below.
  void table(Grid grid) {
    int columns = grid.header().size();
    int widest = room.orElse(WIDEST);
    List<Integer> wanted = new ArrayList<>();
    boolean[] numbers = new boolean[columns];
    Arrays.fill(numbers, !grid.rows().isEmpty());
    for (int i = 0; i < columns; i++) {
      wanted.add(Math.min(widest, TextWidth.of(TextWidth.line(grid.header().get(i)))));
    }
    List<List<String>> cells = new ArrayList<>();
    for (List<@Nullable Object> row : grid.rows()) {
      List<String> shown = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        Object value = row.get(i);
        numbers[i] &= value == null || value instanceof Number;
        String text = TextWidth.clip(TextWidth.line(Grid.shown(value)), widest);
        wanted.set(i, Math.max(wanted.get(i), TextWidth.of(text)));
        shown.add(text);
      }
      cells.add(shown);
    }
    List<Integer> widths = TableFit.of(wanted, room.orElse(Integer.MAX_VALUE)).widths();
    line(grid.header(), widths, numbers);
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      rule.append(i == 0 ? "" : " ".repeat(TableFit.GAP)).append("─".repeat(widths.get(i)));
    }
    out.println(rule);
    cells.forEach(row -> line(row, widths, numbers));
    if (widths.size() < columns) {
      out.println(
          "… and "
              + String.join(", ", grid.header().subList(widths.size(), columns))
              + ", for which there is no room");
    }
  }

  private void line(List<String> cells, List<Integer> widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.size(); i++) {
      String cell = TextWidth.clip(TextWidth.line(cells.get(i)), widths.get(i));
      String gap = " ".repeat(widths.get(i) - TextWidth.of(cell));
      line.append(i == 0 ? "" : " ".repeat(TableFit.GAP));
      line.append(numbers[i] ? gap + cell : cell + gap);
    }
    out.println(line.toString().stripTrailing());
  }
}
