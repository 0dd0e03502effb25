package orrery.ui.grid;

/// Where rows without a value stand in an order.
public enum NullsPlace {
  /// Wherever the database puts them.
  UNSAID,
  /// Before all others.
  FIRST,
  /// Behind all others.
  LAST
}
