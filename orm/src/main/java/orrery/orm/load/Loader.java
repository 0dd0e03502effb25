package orrery.orm.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Rows;
import orrery.orm.query.Prefetch;
import orrery.orm.resolve.Shape;

/// Rows become an answer, as a [Shape] says. It reads all rows and closes them. Thread-safe.
public final class Loader {

  private final Session session;

  /// Makes a loader whose objects belong to `session`.
  public Loader(Session session) {
    this.session = session;
  }

  /// Returns the objects of the rows.
  ///
  /// @param prefetches what the query wants prefetched for them
  /// @param database the alias of the database that the rows come from
  public Fetched objects(
      Shape.Objects shape, List<Prefetch> prefetches, Rows rows, String database) {
    List<Instance> objects = new ArrayList<>();
    List<@Nullable Object> keys = new ArrayList<>();
    try (ObjectRows each = new ObjectRows(shape, rows, new State(session, database, false))) {
      while (each.next()) {
        if (each.hasKeys()) {
          keys.add(each.key());
        }
        objects.add(each.object());
      }
    }
    return new Fetched(objects, keys, prefetches, annotations(shape), branches(shape.root()));
  }

  /// Returns the names of the values that objects of `shape` have beside their fields.
  public static List<String> annotations(Shape.Objects shape) {
    return shape.annotations().stream().map(Shape.Slot::name).toList();
  }

  /// Returns the relations that come in the same rows.
  public static List<Branch> branches(Shape.ObjectShape shape) {
    return shape.related().stream()
        .map(r -> new Branch(r.cachedAs(), List.of(), branches(r.shape())))
        .toList();
  }

  /// Returns the values of the rows, each in the order of the shape's columns.
  public List<@Nullable Object[]> values(Shape.Values shape, Rows rows) {
    List<Shape.Slot> columns = shape.columns();
    List<@Nullable Object[]> all = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        all.add(inOrder(rows.row(), columns));
      }
    }
    return all;
  }

  /// Returns the values of a row in the order of `columns`.
  public static @Nullable Object[] inOrder(@Nullable Object[] row, List<Shape.Slot> columns) {
    boolean asItIs = row.length == columns.size();
    for (int i = 0; asItIs && i < row.length; i++) {
      asItIs = columns.get(i).column() == i;
    }
    if (asItIs) {
      return row;
    }
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).of(row);
    }
    return values;
  }

  /// Returns the one value that the rows are for.
  public @Nullable Object scalar(Shape.Scalar shape, Rows rows) {
    try (rows) {
      boolean some = rows.next();
      return switch (shape.kind()) {
        case COUNT -> some ? rows.get(0) : shape.ifEmpty();
        case EXISTS -> some;
      };
    }
  }

  /// Returns the values of the one row, by name.
  public Map<String, @Nullable Object> aggregates(Shape.Aggregates shape, Rows rows) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    try (rows) {
      if (rows.next()) {
        shape.columns().forEach(slot -> values.put(slot.name(), rows.get(slot.column())));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  /// Returns the values of aggregates over no rows, by name.
  public static Map<String, @Nullable Object> ofNothing(Shape.Aggregates shape) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    shape.ifEmpty().forEach(each -> values.put(each.name(), each.value()));
    return Collections.unmodifiableMap(values);
  }

  /// Returns the lines of the database's plan: the last column of each row, indented by what it is
  /// part of.
  public String planText(Rows rows) {
    List<String> lines = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        @Nullable Object[] row = rows.row();
        lines.add(Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(" ")));
      }
    }
    return String.join("\n", lines);
  }
}
