package orrery.orm.staged;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row that somebody else changed since it was read.
///
/// @param key the value of its primary key
/// @param label the words by which people know the row
/// @param theirs the row as it is now; empty where it is gone
/// @param cells the values that are another now; empty where it is gone
/// @param removing whether the row was to be removed
public record Conflict(
    Object key,
    String label,
    Optional<Original> theirs,
    List<Conflict.Cell> cells,
    boolean removing) {

  /// Makes it from a copy of the list.
  public Conflict {
    cells = List.copyOf(cells);
  }

  /// A value that somebody else changed.
  ///
  /// @param field the raw name of the field
  /// @param before what it was when it was read
  /// @param theirs what it is now
  /// @param ours what it was to become; of a row to be removed what it was
  public record Cell(
      String field, @Nullable Object before, @Nullable Object theirs, @Nullable Object ours) {}

  /// Says whether the row is gone.
  public boolean isGone() {
    return theirs.isEmpty();
  }
}
