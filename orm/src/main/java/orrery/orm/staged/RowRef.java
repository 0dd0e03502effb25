package orrery.orm.staged;

/// Which row a change is about.
public sealed interface RowRef {

  /// A row that the table has.
  ///
  /// @param key the value of its primary key; of a composite key a list
  record Stored(Object key) implements RowRef {}

  /// A row that is to be added.
  ///
  /// @param number its number among those that were ever added to the set of changes, from 1
  record Added(long number) implements RowRef {}
}
