package orrery.ui.chart;

/// The kinds of chart.
public enum ChartKind {
  /// A bar for each group.
  BAR("Bars", "fth-bar-chart-2"),
  /// A line over time or numbers, or from group to group.
  LINE("Line", "fth-trending-up"),
  /// A dot for each row, at two of its numbers.
  SCATTER("Dots", "fth-crosshair"),
  /// How often a number lies in which range.
  HISTOGRAM("Histogram", "fth-bar-chart");

  private final String words;
  private final String icon;

  ChartKind(String words, String icon) {
    this.words = words;
    this.icon = icon;
  }

  /// Returns what people call it.
  public String words() {
    return words;
  }

  /// Returns the name of its icon.
  public String icon() {
    return icon;
  }
}
