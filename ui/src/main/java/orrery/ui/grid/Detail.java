package orrery.ui.grid;

import java.util.List;

/// A value of the grid, looked at alone.
public sealed interface Detail {

  /// Returns what it is called: the column, and of which row.
  String title();

  /// A value as text.
  ///
  /// @param about its type and size
  /// @param text the whole of it
  record Text(String title, String about, String text) implements Detail {}

  /// Related objects.
  ///
  /// @param about how many there are
  record Objects(String title, String about, List<Column> columns, List<Row> rows)
      implements Detail {}
}
