package orrery.ui.grid;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import orrery.ui.Beside;
import orrery.ui.grid.out.Format;
import orrery.ui.grid.out.RowWriter;
import orrery.ui.grid.out.Table;

/// Takes the chosen cells out of the grid, as text in some form; rows that are not there are
/// fetched. Belongs to the window's thread.
final class Copying {
  /// The most rows that are copied.
  private static final int MOST = 100_000;

  private final GridViewModel grid;
  private final Beside beside;
  private final Consumer<Throwable> failed;

  Copying(GridViewModel grid, Beside beside, Consumer<Throwable> failed) {
    this.grid = grid;
    this.beside = beside;
    this.failed = failed;
  }

  /// Gives the cells with tabs between columns, each in its place.
  void copy(boolean head, Consumer<String> taker) {
    Sheet of = grid.sheet();
    if (of != null) {
      List<Area> areas = grid.selection().areas();
      List<Integer> order = grid.selection().order();
      List<String> names =
          head ? order.stream().map(i -> of.columns().get(i).name()).toList() : List.of();
      rows(of, areas, row -> Tsv.of(areas, names, i -> row.apply(i).arranged(order)), taker);
    }
  }

  /// Gives the rows and columns that have chosen cells in another form.
  void copyAs(Format format, Consumer<String> taker) {
    Sheet of = grid.sheet();
    if (of == null) {
      return;
    }
    List<Area> areas = grid.selection().areas();
    TreeSet<Integer> places = new TreeSet<>();
    TreeSet<Integer> rows = new TreeSet<>();
    for (Area area : areas) {
      for (int i = area.left(); i <= area.right(); i++) {
        places.add(i);
      }
      for (int i = area.top(); i <= Math.min(area.bottom(), area.top() + MOST); i++) {
        rows.add(i);
      }
    }
    List<Integer> columns =
        of.written(places.stream().map(grid.selection().order()::get).toList(), format);
    Table table = of.table(columns, format);
    rows(of, areas, row -> text(format, table, columns, rows, row), taker);
  }

  private static String text(
      Format format,
      Table table,
      List<Integer> columns,
      Iterable<Integer> rows,
      IntFunction<Row> row) {
    StringWriter out = new StringWriter();
    try (RowWriter writer = format.write(out, table)) {
      for (int index : rows) {
        Row at = row.apply(index);
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(at.value(column)));
        writer.row(values);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Text cannot fail to be written", e);
    }
    return out.toString();
  }

  private void rows(
      Sheet of, List<Area> areas, Function<IntFunction<Row>, String> make, Consumer<String> taker) {
    if (areas.isEmpty()) {
      return;
    }
    int top = areas.stream().mapToInt(Area::top).min().orElse(0);
    int bottom = areas.stream().mapToInt(Area::bottom).max().orElse(0);
    boolean isThere = true;
    for (int row = top; row <= bottom && isThere; row++) {
      isThere = !grid.peek(row).isPending();
    }
    if (isThere) {
      taker.accept(make.apply(grid::peek));
    } else if (bottom - top >= MOST) {
      failed.accept(
          new IllegalStateException(
              "At most %,d rows can be copied at once; export them to a file.".formatted(MOST)));
    } else {
      beside.ask(
          "Copy rows",
          () -> {
            List<Row> fetched = of.fetch(top, bottom - top + 1);
            return make.apply(
                row -> row - top < fetched.size() ? fetched.get(row - top) : Row.PENDING);
          },
          taker,
          failed);
    }
  }
}
