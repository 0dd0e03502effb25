package orrery.ui.chart;

/// Where a chart stands, and what is said in its place where there is none.
public enum ChartState {
  /// Nothing was asked yet.
  NOTHING("No result yet", "Run a chain, and its result is drawn here."),
  /// The rows are being read.
  READING("", ""),
  /// It is drawn.
  DRAWN("", ""),
  /// The result has no rows.
  NO_ROWS("Nothing to draw", "The result has no rows."),
  /// The result has no numbers, moments or names.
  NO_COLUMNS(
      "Nothing to draw",
      "A chart needs a column of numbers, dates or names. Summarize to count rows by a field."),
  /// The rows could not be read.
  FAILED("The chart could not be drawn", "");

  private final String title;
  private final String words;

  ChartState(String title, String words) {
    this.title = title;
    this.words = words;
  }

  /// Returns what is missing, in a few words; empty where nothing is.
  public String title() {
    return title;
  }

  /// Returns a sentence about it; may be empty.
  public String words() {
    return words;
  }
}
