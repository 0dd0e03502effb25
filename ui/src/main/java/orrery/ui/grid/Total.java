package orrery.ui.grid;

import java.util.Locale;

/// How many rows a result has, as far as that is known.
///
/// @param rows the number, or the least it is known to be
/// @param isExact whether there are no more
record Total(int rows, boolean isExact) {

  /// Returns it as people read it: `4,725`, `10,000+`.
  String words() {
    return String.format(Locale.getDefault(), "%,d", rows) + (isExact ? "" : "+");
  }
}
