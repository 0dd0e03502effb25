package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Which cells are chosen: rectangles, so that a million rows cost as much as one. JavaFX's own
/// selection walks every index, some of it in quadratic time.
///
/// Columns are those of the result, wherever they stand; only an [Area] counts the columns that are
/// shown, from left to right.
///
/// Belongs to the window's thread.
public final class GridSelection {
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final List<Area> others = new ArrayList<>();
  private List<Integer> order = List.of();
  private int all;
  private int rows;
  private int columns;
  private int anchorRow = -1;
  private int anchorColumn = -1;
  private int row = -1;
  private int column = -1;
  private boolean wholeRows;

  /// Makes an empty one.
  GridSelection() {}

  /// A number that grows with each change.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Returns the row that the keyboard is in; -1 where nothing is chosen.
  public int row() {
    return row;
  }

  /// Returns the column that the keyboard is in; -1 where nothing is chosen.
  public int column() {
    return column < 0 || column >= order.size() ? -1 : order.get(column);
  }

  /// Returns the columns that are shown, from left to right.
  List<Integer> order() {
    return order;
  }

  private int place(int column) {
    return column == Integer.MAX_VALUE ? column : order.indexOf(column);
  }

  /// Says how large the grid is; what is chosen beyond it is given up.
  void size(int rows, int columns) {
    boolean isReshaped = columns != all;
    this.rows = rows;
    all = columns;
    if (isReshaped) {
      order(IntStream.range(0, columns).boxed().toList());
    } else if (row >= rows) {
      clear();
    }
  }

  /// Says which columns are shown, from left to right.
  void order(List<Integer> shown) {
    if (!shown.equals(order)) {
      order = List.copyOf(shown);
      columns = order.size();
      clear();
    }
  }

  /// Chooses nothing.
  public void clear() {
    others.clear();
    anchorRow = -1;
    anchorColumn = -1;
    row = -1;
    column = -1;
    wholeRows = false;
    changed();
  }

  /// Chooses one cell.
  public void select(int row, int column) {
    others.clear();
    start(row, place(column), false);
  }

  /// Chooses one whole row.
  public void selectRow(int row) {
    others.clear();
    start(row, 0, true);
  }

  /// Chooses one cell, or a whole row, besides what is chosen.
  public void add(int row, int column, boolean wholeRow) {
    if (this.row >= 0) {
      others.add(current());
    }
    start(row, wholeRow ? 0 : place(column), wholeRow);
  }

  /// Chooses everything between where the selection was begun and this cell.
  public void extend(int row, int column) {
    extendTo(row, place(column));
  }

  private void extendTo(int row, int place) {
    if (anchorRow < 0) {
      start(row, place, false);
      return;
    }
    this.row = Math.clamp(row, 0, rows - 1);
    this.column = Math.clamp(place, 0, columns - 1);
    changed();
  }

  /// Chooses all.
  public void selectAll() {
    others.clear();
    if (rows > 0) {
      anchorRow = 0;
      anchorColumn = 0;
      row = rows - 1;
      column = columns - 1;
      wholeRows = true;
    }
    changed();
  }

  /// Goes some cells further; with `extends`, what lies between is chosen too.
  public void move(int byRows, int byColumns, boolean extend) {
    if (rows == 0 || columns == 0) {
      return;
    }
    int nextRow = Math.clamp((long) Math.max(row, 0) + byRows, 0, rows - 1);
    int nextColumn = Math.clamp((long) Math.max(column, 0) + byColumns, 0, columns - 1);
    if (extend) {
      extendTo(nextRow, nextColumn);
    } else {
      others.clear();
      start(nextRow, nextColumn, false);
    }
  }

  /// Says whether a cell is chosen.
  public boolean has(int row, int column) {
    if (this.row < 0) {
      return false;
    }
    int place = place(column);
    if (current().has(row, place)) {
      return true;
    }
    for (Area area : others) {
      if (area.has(row, place)) {
        return true;
      }
    }
    return false;
  }

  /// Says whether nothing but whole rows is chosen.
  boolean isWholeRows() {
    return row >= 0
        && areas().stream().allMatch(area -> area.left() == 0 && area.right() == columns - 1)
        && (wholeRows || columns > 1);
  }

  /// Says whether a whole row is chosen, or a cell of it.
  public boolean hasRow(int row) {
    return this.row >= 0
        && (current().hasRow(row) || others.stream().anyMatch(area -> area.hasRow(row)));
  }

  /// Says whether the keyboard is in this cell.
  public boolean isLead(int row, int column) {
    return this.row == row && this.column == place(column);
  }

  /// Returns how much is chosen, as people read it: `3 rows × 2 columns`; empty for one cell or
  /// none.
  public String words() {
    List<Area> all = areas();
    long cells = all.stream().mapToLong(Area::cells).sum();
    if (cells <= 1) {
      return "";
    }
    if (all.size() > 1) {
      return Cells.count(cells, "cell");
    }
    Area area = all.getFirst();
    return Cells.count(area.bottom() - area.top() + 1L, "row")
        + " × "
        + Cells.count(area.right() - area.left() + 1L, "column");
  }

  /// Returns what is chosen, in the order it was.
  List<Area> areas() {
    if (row < 0) {
      return List.of();
    }
    List<Area> all = new ArrayList<>(others);
    all.add(current());
    return all;
  }

  private void start(int row, int column, boolean wholeRow) {
    if (rows == 0 || columns == 0) {
      return;
    }
    this.row = Math.clamp(row, 0, rows - 1);
    this.column = Math.clamp(column, 0, columns - 1);
    anchorRow = this.row;
    anchorColumn = this.column;
    wholeRows = wholeRow;
    changed();
  }

  private Area current() {
    return wholeRows
        ? Area.between(anchorRow, 0, row, columns - 1)
        : Area.between(anchorRow, anchorColumn, row, column);
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }
}
