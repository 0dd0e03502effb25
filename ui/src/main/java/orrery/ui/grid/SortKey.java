package orrery.ui.grid;

/// A column that rows are sorted by.
///
/// @param column which column, from 0
/// @param descending whether downwards
public record SortKey(int column, boolean descending) {}
