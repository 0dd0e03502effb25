package orrery.orm.load;

import java.util.function.IntSupplier;

/// What stands between saving an object and the statement that updates its row: Django's base
/// manager, whose `_update` a class of one's own may replace.
@FunctionalInterface
public interface RowUpdate {

  /// Updates the row.
  ///
  /// @param send sends the statement, and returns how many rows it changed
  /// @return how many rows are to count as changed
  int update(IntSupplier send);
}
