package orrery.ui.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds a text in the cells that were fetched, whatever its case, from one to the next; what was
/// not fetched is found by a filter. Belongs to the window's thread.
public final class GridFind {
  private final GridViewModel grid;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  /// A cell with the text.
  ///
  /// @param place where its column stands, from the left
  private record Hit(int row, int place) {}

  GridFind(GridViewModel grid) {
    this.grid = grid;
    text.subscribe(_ -> say());
  }

  /// Whether something is being found.
  public BooleanProperty shownProperty() {
    return shown;
  }

  /// What is found.
  public StringProperty textProperty() {
    return text;
  }

  /// How many cells have it: `3 of 12 in 400 rows`.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// Says whether a cell has the text.
  public boolean hits(Cell cell) {
    String word = word();
    return !word.isEmpty()
        && (cell.text().toLowerCase(Locale.ROOT).contains(word)
            || cell.note().toLowerCase(Locale.ROOT).contains(word));
  }

  /// Chooses the next cell that has the text, or the one before; past the last comes the first.
  public void go(int step) {
    List<Hit> hits = hits();
    if (hits.isEmpty()) {
      return;
    }
    GridSelection selection = grid.selection();
    int place = selection.order().indexOf(selection.column());
    Hit now = new Hit(selection.row(), place);
    int at = hits.indexOf(now);
    int next;
    if (at >= 0) {
      next = Math.floorMod(at + step, hits.size());
    } else {
      int behind = (int) hits.stream().filter(hit -> ORDER.compare(hit, now) < 0).count();
      next = Math.floorMod(step > 0 ? behind : behind - 1, hits.size());
    }
    Hit to = hits.get(next);
    selection.select(to.row(), selection.order().get(to.place()));
    say();
  }

  /// Puts the condition into the chain that the column of the cell has the text, for all rows.
  public void filter() {
    int column = grid.selection().column();
    if (!text.get().isBlank() && column >= 0) {
      grid.filters().contains(column, text.get());
    }
  }

  /// Says whether [#filter] has a column to look in.
  public boolean canFilter() {
    return grid.filters().canFilter(grid.selection().column());
  }

  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::row).thenComparingInt(Hit::place);

  private List<Hit> hits() {
    Sheet of = grid.sheet();
    List<Hit> hits = new ArrayList<>();
    if (of == null || word().isEmpty()) {
      return hits;
    }
    List<Integer> order = grid.selection().order();
    for (RowBlocks.Range range : of.ranges()) {
      for (int row = range.from(); row < range.to(); row++) {
        Row at = grid.peek(row);
        for (int place = 0; place < order.size(); place++) {
          if (hits(at.cell(order.get(place)))) {
            hits.add(new Hit(row, place));
          }
        }
      }
    }
    hits.sort(ORDER);
    return hits;
  }

  private void say() {
    Sheet of = grid.sheet();
    if (of == null || word().isEmpty()) {
      said.set("");
      return;
    }
    List<Hit> hits = hits();
    GridSelection selection = grid.selection();
    int place = selection.order().indexOf(selection.column());
    int at = hits.indexOf(new Hit(selection.row(), place)) + 1;
    String count =
        hits.isEmpty()
            ? "nothing"
            : at > 0 ? "%,d of %,d".formatted(at, hits.size()) : "%,d".formatted(hits.size());
    said.set(count + " in " + Cells.count(of.fetched(), "row"));
  }

  private String word() {
    return text.get().strip().toLowerCase(Locale.ROOT);
  }
}
