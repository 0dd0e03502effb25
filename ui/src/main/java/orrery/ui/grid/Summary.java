package orrery.ui.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the values of a column come to.
///
/// @param title the column
/// @param facts numbers about all values
/// @param top the most frequent values
/// @param spread how many values lie in each of some even parts; none where that is not told
public record Summary(String title, List<Fact> facts, List<Top> top, List<Part> spread) {

  /// A number about all values.
  public record Fact(String name, Cell value) {}

  /// A frequent value.
  ///
  /// @param share of the rows that have a value at all, from 0 to 1
  public record Top(@Nullable Object value, Cell cell, long count, double share) {}

  /// A part of the values.
  ///
  /// @param words where it begins and ends
  public record Part(String words, long count) {}
}
