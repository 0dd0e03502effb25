package orrery.ui.grid;

/// A column that rows are sorted by.
///
/// @param column which column, from 0
/// @param descending whether downwards
/// @param nulls where rows without a value stand
public record SortKey(int column, boolean descending, NullsPlace nulls) {

  /// Makes one that does not say where rows without a value stand.
  public SortKey(int column, boolean descending) {
    this(column, descending, NullsPlace.UNSAID);
  }
}
