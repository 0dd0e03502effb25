package orrery.ui.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes figures of tables: groups rows, leaves out what cannot stand anywhere, and says so.
final class Figures {
  /// The most groups that are drawn.
  static final int MOST_GROUPS = 50;

  /// The most series that are drawn.
  static final int MOST_SERIES = 8;

  private static final String TOTAL = "rows";

  private Figures() {}

  /// Returns what `choice` shows of `table`.
  static Figure of(ChartTable table, ChartChoice choice) {
    return switch (choice.kind()) {
      case HISTOGRAM -> bins(table, choice.x());
      case SCATTER -> points(table, choice, false);
      case LINE ->
          table.columns().get(choice.x()).isScale() && !isCount(choice)
              ? points(table, choice, true)
              : groups(table, choice, true);
      case BAR -> groups(table, choice, false);
    };
  }

  private static boolean isCount(ChartChoice choice) {
    return choice.ys().contains(ChartChoice.ROWS);
  }

  // Groups

  /// Where values of the same group and series meet.
  private static final class Sum {
    private double value;
    private boolean isThere;
    private int parts;

    void add(@Nullable Double more) {
      if (more != null) {
        value += more;
        isThere = true;
        parts++;
      }
    }

    @Nullable Double value() {
      return isThere ? value : null;
    }
  }

  private static Figure groups(ChartTable table, ChartChoice choice, boolean isLine) {
    boolean isSummed = isCount(choice) || choice.split() >= 0;
    Map<String, Map<String, Sum>> all = new LinkedHashMap<>();
    Map<String, Double> sizes = new LinkedHashMap<>();
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      String name = table.name(row, choice.x());
      // Without series every row is a group of its own, as the query has it.
      String group = isSummed ? name : row + " " + name;
      if (!all.containsKey(group)) {
        groups.add(name);
      }
      Map<String, Sum> sums = all.computeIfAbsent(group, _ -> new LinkedHashMap<>());
      for (int y : choice.ys()) {
        String series = choice.split() < 0 ? title(table, y) : table.name(row, choice.split());
        Double value = y == ChartChoice.ROWS ? Double.valueOf(1) : table.number(row, y);
        sums.computeIfAbsent(series, _ -> new Sum()).add(value);
        sizes.merge(series, value == null ? 0 : Math.abs(value), Double::sum);
      }
    }
    boolean wasAdded =
        !isCount(choice)
            && all.values().stream()
                .anyMatch(sums -> sums.values().stream().anyMatch(sum -> sum.parts > 1));
    List<String> names = largest(sizes);
    List<Map<String, Sum>> shown = all.values().stream().limit(MOST_GROUPS).toList();
    List<Figure.Heights> series = new ArrayList<>();
    for (String name : names) {
      List<@Nullable Double> values = new ArrayList<>();
      for (Map<String, Sum> sums : shown) {
        Sum sum = sums.get(name);
        values.add(sum == null ? null : sum.value());
      }
      series.add(new Figure.Heights(name, values));
    }
    List<String> notes = new ArrayList<>();
    if (all.size() > MOST_GROUPS) {
      notes.add("first %,d of %,d groups".formatted(MOST_GROUPS, all.size()));
    }
    if (names.size() < sizes.size()) {
      notes.add("the %d largest of %,d series".formatted(names.size(), sizes.size()));
    }
    if (wasAdded) {
      notes.add("values of the same group added up");
    }
    cut(table, notes);
    return new Figure.Groups(
        table.columns().get(choice.x()).name(),
        up(table, choice),
        groups.subList(0, shown.size()),
        series,
        isLine,
        words(notes));
  }

  private static List<String> largest(Map<String, Double> sizes) {
    List<String> bySize =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(MOST_SERIES)
            .map(Map.Entry::getKey)
            .toList();
    return sizes.keySet().stream().filter(bySize::contains).toList();
  }

  // Points

  private static Figure points(ChartTable table, ChartChoice choice, boolean isLine) {
    Map<String, List<Figure.Point>> all = new LinkedHashMap<>();
    Map<String, Double> sizes = new LinkedHashMap<>();
    int left = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      Double x = table.number(row, choice.x());
      boolean isThere = false;
      for (int y : choice.ys()) {
        Double value = table.number(row, y);
        if (x == null || (value == null && !isLine)) {
          continue;
        }
        isThere = true;
        String series = choice.split() < 0 ? title(table, y) : table.name(row, choice.split());
        all.computeIfAbsent(series, _ -> new ArrayList<>()).add(new Figure.Point(x, value));
        sizes.merge(series, 1.0, Double::sum);
      }
      left += isThere ? 0 : 1;
    }
    List<Figure.Course> series = new ArrayList<>();
    for (String name : largest(sizes)) {
      List<Figure.Point> points = new ArrayList<>(all.getOrDefault(name, List.of()));
      if (isLine) {
        points.sort(Comparator.comparingDouble(Figure.Point::x));
      }
      series.add(new Figure.Course(name, List.copyOf(points)));
    }
    List<String> notes = new ArrayList<>();
    if (left > 0) {
      notes.add("%,d %s left out".formatted(left, left == 1 ? "row with null" : "rows with null"));
    }
    if (series.size() < sizes.size()) {
      notes.add("the %d largest of %,d series".formatted(series.size(), sizes.size()));
    }
    cut(table, notes);
    ChartColumn across = table.columns().get(choice.x());
    return new Figure.Points(
        across.name(),
        up(table, choice),
        series,
        across.nature() == ChartColumn.Nature.TIME,
        isLine,
        words(notes));
  }

  // Bins

  private static Figure bins(ChartTable table, int column) {
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      Double value = table.number(row, column);
      if (value != null) {
        values.add(value);
      }
    }
    List<String> notes = new ArrayList<>();
    int left = table.rows().size() - values.size();
    if (left > 0) {
      notes.add("%,d null left out".formatted(left));
    }
    cut(table, notes);
    String name = table.columns().get(column).name();
    if (values.isEmpty()) {
      return new Figure.Bins(name, TOTAL, List.of(), List.of(), words(notes));
    }
    double least = Collections.min(values);
    double most = Collections.max(values);
    boolean isWhole = values.stream().allMatch(v -> v == Math.rint(v));
    int wanted = Math.clamp(Math.round(1 + 3.3 * Math.log10(values.size())) * 2, 5, 40);
    double step = Ticks.step((most - least) / wanted);
    if (most == least || (isWhole && step < 1)) {
      step = isWhole ? 1 : Math.max(Math.abs(most) / 10, 1e-9);
    }
    // A whole number stands in the middle of its bar.
    double shift = isWhole && step == 1 ? 0.5 : 0;
    double start = Math.floor((least + shift) / step) * step - shift;
    int count = (int) Math.floor((most - start) / step + 1e-9) + 1;
    int[] counts = new int[count];
    for (double value : values) {
      counts[Math.clamp((long) Math.floor((value - start) / step + 1e-9), 0, count - 1)]++;
    }
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      edges.add(start + i * step);
    }
    return new Figure.Bins(name, TOTAL, edges, IntStream.of(counts).boxed().toList(), words(notes));
  }

  // Words

  private static void cut(ChartTable table, List<String> notes) {
    if (table.isCut()) {
      notes.add("of the first %,d rows".formatted(table.rows().size()));
    }
  }

  private static String words(List<String> notes) {
    return String.join(" · ", notes);
  }

  private static String title(ChartTable table, int y) {
    return y == ChartChoice.ROWS ? TOTAL : table.columns().get(y).name();
  }

  private static String up(ChartTable table, ChartChoice choice) {
    return choice.ys().stream().map(y -> title(table, y)).collect(Collectors.joining(", "));
  }
}
