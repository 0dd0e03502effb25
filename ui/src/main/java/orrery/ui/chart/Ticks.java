package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// Round numbers along an axis of numbers.
///
/// @param low where the axis starts
/// @param high where it ends
/// @param step how far the numbers are apart
record Ticks(double low, double high, double step) {

  /// Returns those of an axis that shows all from `least` to `most`, about `wanted` of them.
  static Ticks of(double least, double most, int wanted) {
    double from = least;
    double to = most;
    if (from == to) {
      double room = from == 0 ? 1 : Math.abs(from) * 0.1;
      from -= room;
      to += room;
    }
    double step = step((to - from) / Math.max(1, wanted));
    return new Ticks(
        Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
  }

  /// Returns the round step that is `raw` or the next above: 1, 2, 2.5 or 5 times a power of ten.
  static double step(double raw) {
    if (!(raw > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double round : new double[] {1, 2, 2.5, 5}) {
      if (raw <= round * power * (1 + 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  /// Returns the numbers.
  List<Double> values() {
    List<Double> values = new ArrayList<>();
    long count = Math.round((high - low) / step);
    for (long i = 0; i <= count; i++) {
      double value = low + i * step;
      values.add(Math.abs(value) < step * 1e-9 ? 0 : value);
    }
    return values;
  }

  /// Returns a number as the axis writes it.
  String words(double value) {
    return NumberWords.onAxis(value, step, Math.max(Math.abs(low), Math.abs(high)));
  }
}
