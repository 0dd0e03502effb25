package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a chart shows: its kind, and which columns stand where. Immutable.
///
/// @param x the column along the bottom
/// @param ys the columns of the height, or [#ROWS] alone; of a histogram none
/// @param split the column that makes a series of each of its values; [#NONE] where none does
record ChartChoice(ChartKind kind, int x, List<Integer> ys, int split) {
  /// In place of a column: how many rows there are.
  static final int ROWS = -1;

  /// In place of a column: none.
  static final int NONE = -2;

  /// Columns whose values differ by more than this factor do not share an axis unasked.
  private static final double COMPARABLE = 12;

  /// A column with more values makes no series unasked.
  private static final int FEW = 8;

  /// Makes it from a copy of `ys`.
  ChartChoice {
    ys = List.copyOf(ys);
  }

  /// Returns what suits a table best; nothing where it has no row that can be drawn.
  ///
  /// A group and a number make bars, a moment and a number a line, two numbers dots, one number a
  /// histogram; further numbers of about the same size become series.
  static Optional<ChartChoice> suggest(ChartTable table) {
    if (table.rows().isEmpty() || table.columns().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> numbers = table.where(ChartColumn::isNumber);
    List<Integer> times = table.where(c -> c.nature() == ChartColumn.Nature.TIME);
    List<Integer> texts = table.where(c -> c.nature() == ChartColumn.Nature.TEXT);
    if (numbers.isEmpty()) {
      List<Integer> groups = texts.isEmpty() ? times : texts;
      return groups.isEmpty()
          ? Optional.empty()
          : Optional.of(new ChartChoice(ChartKind.BAR, groups.getFirst(), List.of(ROWS), NONE));
    }
    if (!times.isEmpty()) {
      int few = texts.stream().filter(t -> values(table, t) <= FEW).findFirst().orElse(NONE);
      boolean isSplit = few != NONE && numbers.size() == 1 && repeats(table, times.getFirst());
      return Optional.of(
          new ChartChoice(
              ChartKind.LINE,
              times.getFirst(),
              isSplit ? numbers : comparable(table, numbers),
              isSplit ? few : NONE));
    }
    if (!texts.isEmpty()) {
      return Optional.of(
          new ChartChoice(ChartKind.BAR, texts.getFirst(), comparable(table, numbers), NONE));
    }
    if (numbers.size() == 1) {
      return Optional.of(histogram(numbers.getFirst()));
    }
    List<Integer> others = numbers.subList(1, numbers.size());
    boolean isCourse = isCourse(table, numbers.getFirst());
    return Optional.of(
        isCourse
            ? new ChartChoice(ChartKind.LINE, numbers.getFirst(), comparable(table, others), NONE)
            : new ChartChoice(
                ChartKind.SCATTER, numbers.getFirst(), List.of(others.getFirst()), NONE));
  }

  /// Returns the same in another kind, with other columns where these do not fit it; nothing where
  /// no columns do.
  Optional<ChartChoice> as(ChartKind other, ChartTable table) {
    List<Integer> numbers = table.where(ChartColumn::isNumber);
    return switch (other) {
      case HISTOGRAM -> {
        int wanted = ys.stream().filter(y -> y >= 0).findFirst().orElse(x);
        yield numbers.stream()
            .filter(n -> n == wanted)
            .findFirst()
            .or(() -> numbers.stream().findFirst())
            .map(ChartChoice::histogram);
      }
      case SCATTER -> {
        List<Integer> scales = table.where(ChartColumn::isScale);
        int across = scales.contains(x) ? x : scales.isEmpty() ? NONE : scales.getFirst();
        Optional<Integer> up =
            ys.stream()
                .filter(y -> y >= 0 && y != across)
                .findFirst()
                .or(() -> numbers.stream().filter(n -> n != across).findFirst());
        yield across == NONE
            ? Optional.empty()
            : up.map(y -> new ChartChoice(other, across, List.of(y), split));
      }
      case BAR, LINE -> {
        List<Integer> heights = ys.isEmpty() ? List.of(ROWS) : ys;
        yield table.columns().isEmpty()
            ? Optional.empty()
            : Optional.of(new ChartChoice(other, kind == other ? x : best(table), heights, split));
      }
    };
  }

  // From dots and bins back to groups: names where there are any.
  private int best(ChartTable table) {
    boolean fromScale = kind == ChartKind.HISTOGRAM || kind == ChartKind.SCATTER;
    List<Integer> texts = table.where(c -> c.nature() == ChartColumn.Nature.TEXT);
    return fromScale && !texts.isEmpty() ? texts.getFirst() : x;
  }

  private static ChartChoice histogram(int of) {
    return new ChartChoice(ChartKind.HISTOGRAM, of, List.of(), NONE);
  }

  // The columns that can stand on one axis with the first.
  private static List<Integer> comparable(ChartTable table, List<Integer> numbers) {
    double first = size(table, numbers.getFirst());
    List<Integer> found = new ArrayList<>();
    for (int number : numbers) {
      double size = size(table, number);
      boolean isNear = size <= first * COMPARABLE && size * COMPARABLE >= first;
      if (number == numbers.getFirst() || isNear) {
        found.add(number);
      }
    }
    return found;
  }

  private static double size(ChartTable table, int column) {
    double largest = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      Double value = table.number(row, column);
      largest = value == null ? largest : Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static long values(ChartTable table, int column) {
    return table.rows().stream().map(row -> String.valueOf(row.get(column))).distinct().count();
  }

  private static boolean repeats(ChartTable table, int column) {
    return values(table, column) < table.rows().size();
  }

  /// Says whether a column counts on: whole numbers, each once, without great gaps, such as years.
  private static boolean isCourse(ChartTable table, int column) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < table.rows().size(); row++) {
      Double value = table.number(row, column);
      if (value == null || value != Math.rint(value)) {
        return false;
      }
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int rows = table.rows().size();
    return rows > 2 && !repeats(table, column) && most - least < rows * 3.0;
  }
}
