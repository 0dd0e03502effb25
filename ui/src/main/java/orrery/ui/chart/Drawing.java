package orrery.ui.chart;

import java.util.List;

/// A chart laid out: every mark of it, those behind first, and the places that tell their values.
///
/// @param width its width, in points
/// @param height its height, in points
record Drawing(double width, double height, List<Mark> marks, List<Spot> spots) {
  /// Makes it from copies of the lists.
  Drawing {
    marks = List.copyOf(marks);
    spots = List.copyOf(spots);
  }

  /// A place that tells a value.
  ///
  /// @param x its middle
  /// @param y where the value is
  /// @param words what it tells: the series or group on the first line, the value below
  record Spot(double x, double y, String words) {}
}
