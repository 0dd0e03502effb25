package orrery.ui.grid;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;

/// A column whose cells are asked for aside from the rows, all that a block needs in one question.
interface Aside {

  /// A cell that was found.
  ///
  /// @param value the value, where the row has none of its own
  record Found(@Nullable Object value, Cell cell) {}

  /// Returns what the question is called in the log.
  String words();

  /// Returns what the cell of `row` hangs on; null where there is nothing to ask.
  @Nullable Object key(Row row);

  /// Asks for the cells of `keys`; every key has one in the answer. Not on the window's thread.
  Map<Object, Found> ask(OpenDatabase database, Collection<?> keys);

  /// Returns `row` with what was found for it, or null where it is on its way.
  Row put(Row row, @Nullable Found found);
}
