package orrery.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
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

  /// Writes the results, which are parts of one, as they are read, and then the statements that
  /// were sent for them. The first part says how wide the columns are.
  void write(Iterator<Result> results, Supplier<List<Entry>> sent) {
    Result first = results.next();
    if (first instanceof Result.PlanText plan) {
      out.println(plan.text());
    } else if (first instanceof Result.Scalar scalar && !(scalar.value() instanceof Map)) {
      out.println(Grid.shown(scalar.value()));
    } else {
      rows(Grid.of(first), results);
    }
    out.println();
    statements(sent.get());
  }

  private void rows(Grid first, Iterator<Result> more) {
    Columns columns = head(first);
    long count = first.rows().size();
    try {
      lines(first, columns);
      while (more.hasNext()) {
        Grid part = Grid.of(more.next());
        lines(part, columns);
        count += part.rows().size();
      }
    } finally {
      // What was read before something failed is an answer too.
      foot(first, columns);
      out.println(count == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", count));
      out.flush();
    }
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
    Columns columns = head(grid);
    lines(grid, columns);
    foot(grid, columns);
  }

  private Columns head(Grid grid) {
    Columns columns = Columns.of(grid, room);
    line(grid.header(), columns);
    StringBuilder rule = new StringBuilder();
    for (int i = 0; i < columns.widths().size(); i++) {
      rule.append(i == 0 ? "" : " ".repeat(TableFit.GAP))
          .append("─".repeat(columns.widths().get(i)));
    }
    out.println(rule);
    return columns;
  }

  private void foot(Grid grid, Columns columns) {
    int shown = columns.widths().size();
    if (shown < grid.header().size()) {
      out.println(
          "… and "
              + String.join(", ", grid.header().subList(shown, grid.header().size()))
              + ", for which there is no room");
    }
  }

  private void lines(Grid grid, Columns columns) {
    for (List<@Nullable Object> row : grid.rows()) {
      line(columns.cells(row), columns);
    }
  }

  private void line(List<String> cells, Columns columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < columns.widths().size(); i++) {
      int width = columns.widths().get(i);
      String cell = TextWidth.clip(TextWidth.line(cells.get(i)), width);
      String gap = " ".repeat(width - TextWidth.of(cell));
      line.append(i == 0 ? "" : " ".repeat(TableFit.GAP));
      line.append(columns.numbers().get(i) ? gap + cell : cell + gap);
    }
    out.println(line.toString().stripTrailing());
  }

  /// The columns of a table as they are drawn.
  ///
  /// @param widths the width of each column that is shown
  /// @param numbers for each column, whether it holds numbers alone
  private record Columns(List<Integer> widths, List<Boolean> numbers) {

    static Columns of(Grid grid, OptionalInt room) {
      int widest = room.orElse(WIDEST);
      List<Integer> wanted = new ArrayList<>();
      List<Boolean> numbers = new ArrayList<>();
      for (int i = 0; i < grid.header().size(); i++) {
        int width = Math.min(widest, TextWidth.of(TextWidth.line(grid.header().get(i))));
        boolean isNumber = !grid.rows().isEmpty();
        for (List<@Nullable Object> row : grid.rows()) {
          Object value = row.get(i);
          isNumber &= value == null || value instanceof Number;
          String text = TextWidth.clip(TextWidth.line(Grid.shown(value)), widest);
          width = Math.max(width, TextWidth.of(text));
        }
        wanted.add(width);
        numbers.add(isNumber);
      }
      return new Columns(TableFit.of(wanted, room.orElse(Integer.MAX_VALUE)).widths(), numbers);
    }

    List<String> cells(List<@Nullable Object> row) {
      return row.stream().map(Grid::shown).toList();
    }
  }
}
