package orrery.ui.chart;

/// A column of a result, as a chart sees it.
///
/// @param nature what its values are good for
public record ChartColumn(String name, Nature nature) {

  /// What a column is good for in a chart.
  public enum Nature {
    /// Numbers that measure something.
    NUMBER,
    /// Days or moments.
    TIME,
    /// Names of groups.
    TEXT,
    /// Keys: they name rows and measure nothing.
    KEY
  }

  /// Says whether its values are numbers that measure something.
  boolean isNumber() {
    return nature == Nature.NUMBER;
  }

  /// Says whether its values stand on a scale: numbers and moments.
  boolean isScale() {
    return nature == Nature.NUMBER || nature == Nature.TIME;
  }
}
