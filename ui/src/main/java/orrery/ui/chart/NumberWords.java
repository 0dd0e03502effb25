package orrery.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as a chart writes them.
final class NumberWords {
  private static final String[] THOUSANDS = {"", "k", "M", "G", "T"};

  private NumberWords() {}

  /// Returns a number with at most six digits that say something: `1,234.5`, `0.000123`.
  static String of(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.format(Locale.ROOT, "%,d", (long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(6, RoundingMode.HALF_EVEN));
    if (Math.abs(number) >= 1e15 || Math.abs(number) < 1e-6) {
      return rounded.stripTrailingZeros().toString();
    }
    BigDecimal plain = rounded.stripTrailingZeros();
    int places = Math.max(0, plain.scale());
    return String.format(Locale.ROOT, "%,." + places + "f", plain);
  }

  /// Returns a number as an axis has it, whose labels are `step` apart: `250`, `1.5M`.
  static String onAxis(double number, double step, double largest) {
    if (number == 0) {
      return "0";
    }
    int power = largest < 10_000 ? 0 : Math.min(4, (int) (Math.log10(largest) / 3));
    double unit = Math.pow(1000, power);
    if (largest >= 1e15) {
      return of(number);
    }
    int places = Math.max(0, (int) Math.ceil(-Math.log10(step / unit) - 1e-9));
    // A step of 2.5 has a digit more than its size says.
    double scaled = step / unit * Math.pow(10, places);
    boolean isOdd = Math.abs(scaled - Math.rint(scaled)) > 1e-6;
    return String.format(Locale.ROOT, "%,." + (places + (isOdd ? 1 : 0)) + "f", number / unit)
        + THOUSANDS[power];
  }
}
