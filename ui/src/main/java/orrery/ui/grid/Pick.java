package orrery.ui.grid;

import org.jspecify.annotations.Nullable;

/// A value that can be picked for a cell.
///
/// @param value the value
/// @param label the words by which people know it
/// @param note what stands beside it in grey; may be empty
public record Pick(@Nullable Object value, String label, String note) {
  /// No value at all.
  public static final Pick NULL = new Pick(null, "null", "no value");
}
