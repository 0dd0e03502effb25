package orrery.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Field;
import orrery.orm.type.Bytes;

/// An answer as a flat grid: a header and rows of values, for tables and CSV.
///
/// @param header the names of the columns
/// @param rows the values of each row
record Grid(List<String> header, List<List<@Nullable Object>> rows) {

  /// Returns `result` as a grid.
  static Grid of(Result result) {
    return switch (result) {
      case Result.Objects r -> objects(r);
      case Result.Values r -> values(r);
      case Result.Scalar r when r.value() instanceof Map<?, ?> map -> mapping(map);
      case Result.Scalar r -> new Grid(List.of("value"), List.of(row(r.value())));
      case Result.PlanText r -> plan(r.text());
    };
  }

  private static List<@Nullable Object> row(@Nullable Object value) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(value);
    return row;
  }

  private static Grid objects(Result.Objects result) {
    List<String> header = new ArrayList<>();
    result.columns().forEach(f -> header.add(f.attname()));
    header.addAll(result.annotations());
    result.related().forEach(b -> header.add(b.name()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Instance instance : result.rows()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (Field field : result.columns()) {
        row.add(instance.value(field));
      }
      result.annotations().forEach(name -> row.add(instance.attr(name)));
      result.related().forEach(branch -> row.add(related(instance, branch)));
      rows.add(row);
    }
    return new Grid(header, rows);
  }

  private static @Nullable Object related(Instance instance, Branch branch) {
    Object found =
        instance.hasAttr(branch.name())
            ? instance.attr(branch.name())
            : instance.related(branch.name());
    return switch (found) {
      case Prefetched many -> labels(many.objects());
      case List<?> many -> labels(many);
      case null, default -> found;
    };
  }

  private static String labels(List<?> objects) {
    List<String> labels = new ArrayList<>();
    for (Object object : objects) {
      labels.add(object instanceof Instance i ? i.label() : String.valueOf(object));
    }
    return "[" + String.join(", ", labels) + "]";
  }

  private static Grid values(Result.Values result) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (@Nullable Object[] values : result.rows()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (Object value : values) {
        row.add(value);
      }
      rows.add(row);
    }
    return new Grid(result.names(), rows);
  }

  private static Grid mapping(Map<?, ?> map) {
    List<String> header = new ArrayList<>();
    List<@Nullable Object> row = new ArrayList<>();
    map.forEach((name, value) -> {
      header.add(String.valueOf(name));
      row.add(value);
    });
    return new Grid(header, List.of(row));
  }

  private static Grid plan(String text) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    text.lines().forEach(line -> rows.add(row(line)));
    return new Grid(List.of("plan"), rows);
  }

  /// Returns a value as people read it in a table: NULL is told apart from an empty text.
  static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Bytes b -> "⟨" + b.length() + " bytes⟩";
      default -> Values.text(value);
    };
  }
}
