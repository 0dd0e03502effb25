package orrery.ui.chart;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.ui.chart.ChartColumn.Nature;

/// The rows of a result as far as a chart can use them: numbers are `Double`, moments
/// `LocalDateTime`, names `String`. Immutable.
///
/// @param rows the values of each row, in the order of the columns
/// @param isCut whether the result has further rows
record ChartTable(List<ChartColumn> columns, List<List<@Nullable Object>> rows, boolean isCut) {
  private static final LocalDateTime START = LocalDateTime.of(1970, 1, 1, 0, 0);

  /// A table of nothing.
  static final ChartTable EMPTY = new ChartTable(List.of(), List.of(), false);

  /// Makes it from copies of the lists.
  ChartTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// A column of a result, whose rows are of type `R`.
  private record Reader<R>(String name, boolean isKey, Function<R, @Nullable Object> value) {}

  /// Returns the table of a result: of rows, or of values with names.
  static ChartTable of(Result result, boolean isCut) {
    return switch (result) {
      case Result.Objects objects -> objects(objects, isCut);
      case Result.Values values -> values(values, isCut);
      case Result.Scalar(Object value) when value instanceof Map<?, ?> named -> named(named);
      case Result.Scalar _, Result.PlanText _ -> EMPTY;
    };
  }

  private static ChartTable objects(Result.Objects objects, boolean isCut) {
    List<Reader<Instance>> readers = new ArrayList<>();
    for (Field field : objects.columns()) {
      boolean isFetched =
          objects.related().stream().anyMatch(branch -> branch.name().equals(field.name()));
      boolean isKey = field.isPrimaryKey() || field.reference().isPresent();
      readers.add(
          isFetched
              ? new Reader<>(field.name(), false, row -> row.related(field.name()))
              : new Reader<>(field.attname(), isKey, row -> row.value(field)));
    }
    for (String name : objects.annotations()) {
      readers.add(new Reader<>(name, false, row -> row.attr(name)));
    }
    return read(readers, objects.rows(), isCut);
  }

  private static ChartTable values(Result.Values values, boolean isCut) {
    List<Reader<@Nullable Object[]>> readers = new ArrayList<>();
    for (int i = 0; i < values.columns().size(); i++) {
      int at = i;
      boolean isKey = values.columns().get(i).type().name().endsWith("AutoField");
      readers.add(new Reader<>(values.columns().get(i).name(), isKey, row -> row[at]));
    }
    return read(readers, values.rows(), isCut);
  }

  private static ChartTable named(Map<?, ?> values) {
    List<Reader<Map.Entry<?, ?>>> readers =
        List.of(
            new Reader<>("name", false, Map.Entry::getKey),
            new Reader<>("value", false, Map.Entry::getValue));
    List<Map.Entry<?, ?>> rows = new ArrayList<>(values.entrySet());
    rows.removeIf(row -> !(row.getValue() instanceof Number));
    return read(readers, rows, false);
  }

  private static <R> ChartTable read(List<Reader<R>> readers, List<R> rows, boolean isCut) {
    List<ChartColumn> columns = new ArrayList<>();
    List<List<@Nullable Object>> values = new ArrayList<>();
    for (Reader<R> reader : readers) {
      List<@Nullable Object> all = new ArrayList<>();
      rows.forEach(row -> all.add(reader.value().apply(row)));
      Optional<Nature> nature = nature(reader.isKey(), all);
      if (nature.isPresent()) {
        Nature good = nature.get();
        columns.add(new ChartColumn(reader.name(), good));
        List<@Nullable Object> plain = new ArrayList<>();
        all.forEach(value -> plain.add(plain(value, good)));
        values.add(plain);
      }
    }
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<@Nullable Object> line = new ArrayList<>();
      for (List<@Nullable Object> column : values) {
        line.add(column.get(i));
      }
      lines.add(line);
    }
    return new ChartTable(columns, lines, isCut);
  }

  // What the values are decides: a computed column has no declared type. Bytes, lists and the like
  // are good for nothing here.
  private static Optional<Nature> nature(boolean isKey, List<@Nullable Object> values) {
    List<Object> there = new ArrayList<>();
    values.stream().filter(Objects::nonNull).forEach(there::add);
    boolean isText = there.stream().allMatch(ChartTable::isName);
    if (there.isEmpty()) {
      return Optional.empty();
    }
    if (isKey) {
      return isText ? Optional.of(Nature.KEY) : Optional.empty();
    }
    if (there.stream().allMatch(Number.class::isInstance)) {
      return Optional.of(Nature.NUMBER);
    }
    if (there.stream().allMatch(value -> moment(value) != null)) {
      return Optional.of(Nature.TIME);
    }
    return isText ? Optional.of(Nature.TEXT) : Optional.empty();
  }

  private static boolean isName(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof Instance
        || value instanceof LocalTime
        || value instanceof UUID
        || moment(value) != null;
  }

  private static @Nullable Object plain(@Nullable Object value, Nature nature) {
    if (value == null) {
      return null;
    }
    return switch (nature) {
      case NUMBER -> value instanceof Number number ? number.doubleValue() : null;
      case TIME -> moment(value);
      case TEXT, KEY ->
          switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case Instance one -> one.label();
            case String text when text.isEmpty() -> "''";
            default -> value.toString();
          };
    };
  }

  private static @Nullable LocalDateTime moment(Object value) {
    return switch (value) {
      case LocalDate day -> day.atStartOfDay();
      case LocalDateTime at -> at;
      case OffsetDateTime at -> at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      default -> null;
    };
  }

  /// Returns the value at a place as a point on a scale: a number, or the seconds of a moment; null
  /// where there is none.
  @Nullable Double number(int row, int column) {
    return switch (rows.get(row).get(column)) {
      case Double number when Double.isFinite(number) -> number;
      case LocalDateTime at -> ChronoUnit.MICROS.between(START, at) / 1e6;
      case null, default -> null;
    };
  }

  /// Returns the value at a place as the name of a group.
  String name(int row, int column) {
    return switch (rows.get(row).get(column)) {
      case null -> "null";
      case Double number -> NumberWords.of(number);
      case LocalDateTime at ->
          at.toLocalTime().equals(LocalTime.MIDNIGHT)
              ? at.toLocalDate().toString()
              : at.toLocalDate() + " " + at.toLocalTime();
      case Object other -> other.toString();
    };
  }

  /// Returns the places of the columns for which `test` holds.
  List<Integer> where(java.util.function.Predicate<ChartColumn> test) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (test.test(columns.get(i))) {
        places.add(i);
      }
    }
    return places;
  }
}
