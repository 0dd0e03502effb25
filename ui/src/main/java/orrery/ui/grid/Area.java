package orrery.ui.grid;

/// A rectangle of cells, all bounds included.
record Area(int top, int bottom, int left, int right) {

  /// Returns the rectangle between two cells.
  static Area between(int row, int column, int otherRow, int otherColumn) {
    return new Area(
        Math.min(row, otherRow),
        Math.max(row, otherRow),
        Math.min(column, otherColumn),
        Math.max(column, otherColumn));
  }

  /// Says whether a cell is in it.
  boolean has(int row, int column) {
    return hasRow(row) && column >= left && column <= right;
  }

  /// Says whether a row has cells in it.
  boolean hasRow(int row) {
    return row >= top && row <= bottom;
  }

  /// Returns how many cells it has.
  long cells() {
    return (bottom - top + 1L) * (right - left + 1L);
  }
}
