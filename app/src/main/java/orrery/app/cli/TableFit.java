package orrery.app.cli;

import java.util.ArrayList;
import java.util.List;

/// The widths that the columns of a table get where it has only so much room: the widest give way
/// first, and what finds no room even when all are narrow is left out from the right.
///
/// @param widths the width of each column that is shown
record TableFit(List<Integer> widths) {

  private static final int NARROW = 8;

  /// The columns between two columns.
  static final int GAP = 2;

  /// Makes it from a copy of `widths`.
  TableFit {
    widths = List.copyOf(widths);
  }

  /// Fits columns of the widths `wanted` into `room` columns of the terminal.
  static TableFit of(List<Integer> wanted, int room) {
    List<Integer> widths = new ArrayList<>(wanted);
    for (int over = total(widths) - room; over > 0; over--) {
      int widest = widest(widths);
      if (widths.get(widest) <= NARROW) {
        break;
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    int shown = widths.size();
    while (shown > 1 && total(widths.subList(0, shown)) > room) {
      shown--;
    }
    return new TableFit(widths.subList(0, shown));
  }

  private static int widest(List<Integer> widths) {
    int widest = 0;
    for (int i = 1; i < widths.size(); i++) {
      widest = widths.get(i) > widths.get(widest) ? i : widest;
    }
    return widest;
  }

  private static int total(List<Integer> widths) {
    return widths.stream().mapToInt(Integer::intValue).sum() + GAP * Math.max(0, widths.size() - 1);
  }
}
