package orrery.ui.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What the numbers in chosen cells come to: sum, average, least and greatest, of as many cells as
/// can be looked at without waiting.
final class Sums {
  private static final int MOST = 50_000;

  private final List<BigDecimal> numbers = new ArrayList<>();
  private int looked;
  private boolean isPart;

  private Sums() {}

  /// Returns it in words, such as `sum 26.65 · average 8.88 · min 7.25 · max 9.90`; empty where
  /// there are not two numbers.
  ///
  /// @param areas the chosen cells
  /// @param order the columns that are shown, from left to right
  /// @param columns the columns
  /// @param rows gives the rows that are there
  static String words(
      List<Area> areas, List<Integer> order, List<Column> columns, IntFunction<Row> rows) {
    Sums sums = new Sums();
    for (int i = 0; i < areas.size(); i++) {
      sums.add(areas.get(i), areas.subList(0, i), order, columns, rows);
    }
    return sums.words();
  }

  private void add(
      Area area,
      List<Area> before,
      List<Integer> order,
      List<Column> columns,
      IntFunction<Row> rows) {
    for (int row = area.top(); row <= area.bottom(); row++) {
      if (looked >= MOST) {
        isPart = true;
        return;
      }
      Row at = rows.apply(row);
      isPart |= at.isPending();
      for (int place = area.left(); place <= area.right(); place++) {
        looked++;
        int column = order.get(place);
        int r = row;
        int p = place;
        boolean isNew = before.stream().noneMatch(other -> other.has(r, p));
        if (isNew && columns.get(column).isNumeric()) {
          take(at.value(column));
        }
      }
    }
  }

  private void take(@Nullable Object value) {
    switch (value) {
      case BigDecimal number -> numbers.add(number);
      case Long number -> numbers.add(BigDecimal.valueOf(number));
      case Integer number -> numbers.add(BigDecimal.valueOf(number));
      case Double number when Double.isFinite(number) -> numbers.add(BigDecimal.valueOf(number));
      case null, default -> {}
    }
  }

  private String words() {
    if (numbers.size() < 2) {
      return "";
    }
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
    BigDecimal least = numbers.stream().reduce(BigDecimal::min).orElse(sum);
    BigDecimal greatest = numbers.stream().reduce(BigDecimal::max).orElse(sum);
    int scale = Math.min(6, Math.max(2, sum.scale()));
    String words =
        "%,d numbers · sum %s · average %s · min %s · max %s"
            .formatted(
                numbers.size(),
                said(sum),
                said(
                    mean.setScale(
                        Math.min(scale, Math.max(0, mean.scale())), RoundingMode.HALF_UP)),
                said(least),
                said(greatest));
    return isPart ? words + " (of the rows that are here)" : words;
  }

  private static String said(BigDecimal number) {
    return number.toPlainString();
  }
}
