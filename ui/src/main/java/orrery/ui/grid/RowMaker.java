package orrery.ui.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.edit.Hop;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Field;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.query.Query;
import orrery.orm.resolve.Shape;
import orrery.orm.type.FieldType;
import orrery.orm.type.Kind;
import orrery.ui.grid.Cell.Style;

/// Makes the rows that the grid shows: of objects their fields, what was computed beside them and
/// what was fetched along; of values just these. Reads only what is loaded, so it never asks a
/// database. Immutable; [#rows] may be called on any thread.
final class RowMaker {

  /// A column, and how its value is read off an object.
  private record Reader(
      Column column,
      Function<Instance, @Nullable Object> value,
      String label,
      Optional<Field> field) {}

  private final List<Column> columns;
  private final List<Reader> readers;
  private final List<Branch> branches;

  private RowMaker(List<Column> columns, List<Reader> readers, List<Branch> branches) {
    this.columns = List.copyOf(columns);
    this.readers = List.copyOf(readers);
    this.branches = List.copyOf(branches);
  }

  /// Returns the maker for a result of rows; none for a result of another kind.
  static Optional<RowMaker> of(Result result) {
    return switch (result) {
      case Result.Objects objects ->
          Optional.of(
              objects(objects.rows(), objects.columns(), objects.annotations(), objects.related()));
      case Result.Values values -> Optional.of(values(values.columns(), _ -> Optional.empty()));
      case Result.Scalar _, Result.PlanText _ -> Optional.empty();
    };
  }

  /// Returns the maker for the result of `query`; none for a result that is no rows.
  static Optional<RowMaker> of(Result result, Models models, Query query) {
    return result instanceof Result.Values values
        ? Optional.of(values(values.columns(), name -> Hop.at(models, query.model(), name)))
        : of(result);
  }

  /// Returns the maker for `objects`, at least one, that were fetched along under `name`.
  RowMaker related(String name, List<Instance> objects) {
    Instance first = objects.getFirst();
    List<Field> loaded =
        first.layout().fields().stream().filter(f -> !first.isDeferred(f)).toList();
    return branches.stream()
        .filter(b -> b.name().equals(name))
        .findFirst()
        .map(b -> objects(objects, loaded, b.annotations(), b.related()))
        .orElseGet(() -> objects(objects, loaded, List.of(), List.of()));
  }

  private static RowMaker objects(
      List<Instance> rows, List<Field> fields, List<String> annotations, List<Branch> related) {
    List<Reader> readers = new ArrayList<>();
    List<Branch> further = new ArrayList<>(related);
    for (Field field : fields) {
      Optional<Branch> fetched =
          related.stream().filter(b -> b.name().equals(field.name())).findFirst();
      fetched.ifPresent(further::remove);
      String label = fetched.map(Branch::name).orElse("");
      readers.add(new Reader(column(field), o -> o.value(field), label, Optional.of(field)));
    }
    for (String name : annotations) {
      Column column = new Column(name, "computed", Column.Role.COMPUTED, false, name);
      readers.add(new Reader(column, o -> o.attr(name), "", Optional.empty()));
    }
    for (Branch branch : further) {
      Column column =
          new Column(branch.name(), target(rows, branch.name()), Column.Role.RELATED, false, "");
      readers.add(new Reader(column, o -> fetched(o, branch.name()), "", Optional.empty()));
    }
    return new RowMaker(readers.stream().map(Reader::column).toList(), readers, related);
  }

  /// Returns where `name` leads, as far as the objects show it: `→ many Book`.
  private static String target(List<Instance> rows, String name) {
    for (Instance row : rows) {
      Object value = fetched(row, name);
      List<Instance> objects = objects(value);
      if (!objects.isEmpty()) {
        String model = objects.getFirst().model().name();
        return value instanceof Instance ? "→ " + model : "→ many " + model;
      }
    }
    return "→";
  }

  private static RowMaker values(List<Shape.Slot> slots, Function<String, Optional<Hop>> relation) {
    List<Column> columns = new ArrayList<>();
    for (Shape.Slot slot : slots) {
      FieldType type = slot.type();
      String name = slot.name();
      columns.add(
          relation
              .apply(name)
              .map(to -> "→ " + to.target().name())
              .map(to -> new Column(name, to, Column.Role.TO_ONE, false, name))
              .orElseGet(
                  () -> new Column(name, words(type), Column.Role.PLAIN, type.isNumeric(), name)));
    }
    return new RowMaker(columns, List.of(), List.of());
  }

  private static Column column(Field field) {
    Optional<Reference> to = field.reference();
    Column.Role role =
        to.isPresent()
            ? Column.Role.TO_ONE
            : field.isPrimaryKey() ? Column.Role.KEY : Column.Role.PLAIN;
    return new Column(
        field.name(),
        to.map(r -> "→ " + r.target()).orElse(words(field.type())),
        role,
        field.type().isNumeric() && to.isEmpty(),
        field.attname());
  }

  /// Returns the name of a type without the word that all of them end in: `Char`, `BigAuto`.
  private static String words(FieldType type) {
    return type.kind() == Kind.ANY ? "" : type.name().replaceFirst("Field$", "");
  }

  /// Returns what was fetched along under `name`: a relation's objects, or a list that was put
  /// under a name of its own.
  static @Nullable Object fetched(Instance object, String name) {
    return object.hasAttr(name) ? object.attr(name) : object.related(name);
  }

  /// Returns the columns.
  List<Column> columns() {
    return columns;
  }

  /// Returns the relation that a column stands for: a foreign key.
  Optional<Hop> hop(Models models, Query query, int column) {
    if (columns.get(column).role() != Column.Role.TO_ONE) {
      return Optional.empty();
    }
    return readers.isEmpty()
        ? Hop.at(models, query.model(), columns.get(column).name())
        : readers.get(column).field().flatMap(field -> Hop.along(models, field));
  }

  /// Returns the field whose values a column has; nothing where it has others.
  Optional<Field> field(int column) {
    return column < readers.size() ? readers.get(column).field() : Optional.empty();
  }

  /// Returns the values of a part of the rows, without how they are shown.
  List<List<@Nullable Object>> values(Result result) {
    return switch (result) {
      case Result.Objects objects ->
          objects.rows().stream()
              .map(object -> {
                List<@Nullable Object> values = new ArrayList<>(readers.size());
                readers.forEach(reader -> values.add(reader.value().apply(object)));
                return values;
              })
              .toList();
      case Result.Values values ->
          values.rows().stream().map(row -> Arrays.<@Nullable Object>asList(row)).toList();
      case Result.Scalar _, Result.PlanText _ -> List.of();
    };
  }

  /// Says whether the objects of a foreign key were fetched along, so that nothing has to be asked
  /// for what they are called.
  boolean isFetched(int column) {
    return !readers.isEmpty() && !readers.get(column).label().isEmpty();
  }

  /// Returns the column of the primary key, if there is just one.
  OptionalInt key() {
    int[] keys =
        IntStream.range(0, readers.size())
            .filter(i -> readers.get(i).field().filter(Field::isPrimaryKey).isPresent())
            .toArray();
    return keys.length == 1 ? OptionalInt.of(keys[0]) : OptionalInt.empty();
  }

  /// Returns the rows of `result`, which must be of the kind that this was made for.
  List<Row> rows(Result result) {
    return switch (result) {
      case Result.Objects objects -> objects.rows().stream().map(this::row).toList();
      case Result.Values values -> values.rows().stream().map(RowMaker::row).toList();
      case Result.Scalar _, Result.PlanText _ -> List.of();
    };
  }

  /// Returns the row of an object.
  Row row(Instance object) {
    List<@Nullable Object> values = new ArrayList<>(readers.size());
    List<Cell> cells = new ArrayList<>(readers.size());
    List<@Nullable Object> fetched = new ArrayList<>(readers.size());
    for (Reader reader : readers) {
      Object value = reader.value().apply(object);
      values.add(value);
      cells.add(cell(object, reader, value));
      fetched.add(
          switch (reader.column().role()) {
            case RELATED -> value;
            case TO_ONE -> reader.label().isEmpty() ? null : object.related(reader.label());
            case KEY, COUNT, COMPUTED, PLAIN -> null;
          });
    }
    return new Row(values, cells, fetched);
  }

  private static Cell cell(Instance object, Reader reader, @Nullable Object value) {
    if (value != null
        && !reader.label().isEmpty()
        && object.related(reader.label()) instanceof Instance one) {
      return new Cell(Cells.of(one.label()).text(), Style.RELATION, Cells.text(value));
    }
    boolean isMany =
        reader.column().role() == Column.Role.RELATED && value instanceof Collection<?>;
    return isMany && value instanceof Collection<?> all
        ? new Cell(Cells.count(all.size(), "item"), Style.RELATION)
        : Cells.of(value);
  }

  private static Row row(@Nullable Object[] values) {
    List<@Nullable Object> all = new ArrayList<>(values.length);
    List<Cell> cells = new ArrayList<>(values.length);
    for (Object value : values) {
      all.add(value);
      cells.add(Cells.of(value));
    }
    return new Row(all, cells, List.of());
  }

  /// Returns the objects that `value` is: of a relation that was fetched along.
  static List<Instance> objects(@Nullable Object value) {
    return switch (value) {
      case Instance one -> List.of(one);
      case Prefetched many -> many.objects();
      case Collection<?> all ->
          all.stream().filter(Instance.class::isInstance).map(Instance.class::cast).toList();
      case null -> List.of();
      default -> List.of();
    };
  }
}
