package orrery.ui.grid;

import java.nio.ByteBuffer;
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

  /// Bytes.
  ///
  /// @param about their type and size
  /// @param dump the first of them as numbers and letters
  /// @param data all of them, from their start
  /// @param isPicture whether they seem to be a picture that can be shown
  record Binary(String title, String about, String dump, ByteBuffer data, boolean isPicture)
      implements Detail {

    /// Returns all bytes.
    byte[] bytes() {
      byte[] all = new byte[data.remaining()];
      data.duplicate().get(all);
      return all;
    }
  }

  /// Related objects.
  ///
  /// @param about how many there are
  record Objects(String title, String about, List<Column> columns, List<Row> rows)
      implements Detail {}
}
