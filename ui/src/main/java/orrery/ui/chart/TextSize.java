package orrery.ui.chart;

/// How wide text is.
@FunctionalInterface
interface TextSize {
  /// Returns the width of a line of text of a size, in points.
  double width(String text, double size);

  /// Returns the longest start of `text` that is not wider than `most`, with dots where that is not
  /// all.
  default String cut(String text, double size, double most) {
    if (width(text, size) <= most) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (width(text.substring(0, middle).stripTrailing() + "…", size) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.substring(0, low).stripTrailing() + "…";
  }
}
