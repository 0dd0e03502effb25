package orrery.ui.chart;

import java.util.List;
import java.util.Locale;

/// What a mark is drawn with; which colour that is, the theme says.
enum Ink {
  /// What everything stands on.
  GROUND,
  /// The lines behind the values.
  GRID,
  /// The line that the values stand on.
  AXIS,
  /// Text that is to be read.
  TEXT,
  /// Text beside it.
  MUTED,
  /// The first series.
  SERIES_1,
  /// The second.
  SERIES_2,
  /// The third.
  SERIES_3,
  /// The fourth.
  SERIES_4,
  /// The fifth.
  SERIES_5,
  /// The sixth.
  SERIES_6,
  /// The seventh.
  SERIES_7,
  /// The eighth.
  SERIES_8;

  private static final List<Ink> SERIES =
      List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8);

  /// Returns that of a series, counted from 0.
  static Ink series(int index) {
    return SERIES.get(index % SERIES.size());
  }

  /// Returns the style class of the sheet that gives it a colour.
  String css() {
    return "chart-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
