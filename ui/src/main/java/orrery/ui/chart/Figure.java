package orrery.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a chart says, before it has a size: its values and titles. Immutable.
sealed interface Figure {
  /// Returns what stands along the bottom.
  String across();

  /// Returns what stands along the side.
  String up();

  /// Returns what is to be said of it: what was left out, what was added up; may be empty.
  String note();

  /// Values of groups, in the groups' order: bars, or a line from group to group.
  ///
  /// @param groups the names of the groups
  /// @param isLine whether the values are joined by lines
  record Groups(
      String across,
      String up,
      List<String> groups,
      List<Heights> series,
      boolean isLine,
      String note)
      implements Figure {}

  /// The values of a series, one a group; null where it has none.
  record Heights(String name, List<@Nullable Double> values) {}

  /// Points on two scales: dots, or lines over numbers or time.
  ///
  /// @param isTime whether `x` are the seconds of moments
  /// @param isLine whether the points are joined by lines
  record Points(
      String across, String up, List<Course> series, boolean isTime, boolean isLine, String note)
      implements Figure {}

  /// The points of a series; a line over them breaks where `y` is null.
  record Course(String name, List<Point> points) {}

  /// A point.
  record Point(double x, @Nullable Double y) {}

  /// How many values lie in which range.
  ///
  /// @param edges the edges of the ranges, one more than there are
  record Bins(String across, String up, List<Double> edges, List<Integer> counts, String note)
      implements Figure {}
}
