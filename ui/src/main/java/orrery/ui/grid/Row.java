package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a result: its values and how they are shown. Immutable.
///
/// @param values the values, in the order of the columns
/// @param cells how the values are shown
/// @param related of each column the objects that were fetched along for it; null where none were
public record Row(List<@Nullable Object> values, List<Cell> cells, List<@Nullable Object> related) {

  /// A row that is on its way.
  public static final Row PENDING = new Row(List.of(), List.of(), List.of());

  /// Returns how the value in a column is shown.
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.PENDING;
  }

  /// Returns the value in a column; null also where it is on its way.
  public @Nullable Object value(int column) {
    return column < values.size() ? values.get(column) : null;
  }

  /// Returns the objects that were fetched along for a column; null where none were.
  public @Nullable Object related(int column) {
    return column < related.size() ? related.get(column) : null;
  }

  /// Returns it with another look of the value in a column.
  Row with(int column, Cell cell) {
    List<Cell> next = new ArrayList<>(cells);
    next.set(column, cell);
    return new Row(values, next, related);
  }

  /// Returns it with one value more at its end.
  Row and(@Nullable Object value, Cell cell) {
    List<@Nullable Object> nextValues = new ArrayList<>(values);
    List<Cell> nextCells = new ArrayList<>(cells);
    nextValues.add(value);
    nextCells.add(cell);
    return new Row(nextValues, nextCells, related);
  }

  /// Returns it with its first `columns` values alone.
  Row first(int columns) {
    return columns >= cells.size()
        ? this
        : new Row(values.subList(0, columns), cells.subList(0, columns), related);
  }

  /// Returns it with only these columns, in this order; what is on its way stays so.
  Row arranged(List<Integer> columns) {
    if (isPending()) {
      return this;
    }
    List<@Nullable Object> nextValues = new ArrayList<>();
    List<Cell> nextCells = new ArrayList<>();
    for (int column : columns) {
      nextValues.add(value(column));
      nextCells.add(cell(column));
    }
    return new Row(nextValues, nextCells, List.of());
  }

  /// Says whether it is still on its way.
  public boolean isPending() {
    return cells.isEmpty();
  }
}
