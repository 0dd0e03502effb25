package orrery.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;

/// The methods that managers and querysets share and that ask the database. Names and meanings are
/// Django's.
///
/// @param <R> what a row becomes
public interface Terminals<R extends @Nullable Object> extends Steps<R> {

  /// Asks what was asked so far, ended by `terminal`.
  ///
  /// @throws orrery.orm.error.OrmError where that is wrong, or the database refuses
  Result ask(Terminal terminal);

  /// Returns what turns rows into what they are here.
  RowForm<R> form();

  /// Returns the one row that meets the conditions.
  ///
  /// @throws orrery.orm.error.ObjectDoesNotExist where there is none
  /// @throws orrery.orm.error.MultipleObjectsReturned where there are several
  default R get(@Nullable Object... conditions) {
    return form()
        .rows(ask(new Terminal.Get(new Arguments("get", conditions).conditions(terms()))))
        .getFirst();
  }

  /// Returns the first row, by primary key where nothing orders; null where there is none.
  default @Nullable R first() {
    return any(new Terminal.First());
  }

  /// Returns the last row, by primary key where nothing orders; null where there is none.
  default @Nullable R last() {
    return any(new Terminal.Last());
  }

  private @Nullable R any(Terminal terminal) {
    List<R> rows = form().rows(ask(terminal));
    return rows.isEmpty() ? null : rows.getFirst();
  }

  /// Returns the row with the smallest values of the fields.
  ///
  /// @throws orrery.orm.error.ObjectDoesNotExist where there is no row
  default R earliest(String... fields) {
    return form().rows(ask(new Terminal.Earliest(names(fields)))).getFirst();
  }

  /// Returns the row with the largest values of the fields.
  ///
  /// @throws orrery.orm.error.ObjectDoesNotExist where there is no row
  default R latest(String... fields) {
    return form().rows(ask(new Terminal.Latest(names(fields)))).getFirst();
  }

  private static List<Name> names(String... fields) {
    return List.of(fields).stream().map(Name::new).toList();
  }

  /// Returns how many rows there are.
  default long count() {
    return scalar(new Terminal.Count()) instanceof Long number ? number : 0;
  }

  /// Says whether there is a row.
  default boolean exists() {
    return Boolean.TRUE.equals(scalar(new Terminal.Exists()));
  }

  /// Says whether `object` is among the rows.
  ///
  /// @throws ValueError where it is not saved
  default boolean contains(Instance object) {
    Object key = object.pk();
    if (key == null) {
      throw new ValueError("QuerySet.contains() cannot be used on unsaved objects.");
    }
    return Boolean.TRUE.equals(
        scalar(
            new Terminal.Contains(
                new Expr.Call(
                    object.model().name(),
                    List.of(),
                    List.of(new Named("pk", Terms.plain(key)))))));
  }

  /// Returns values over all rows: pairs of a name and an aggregate; one by position gets its
  /// default name.
  default Map<String, @Nullable Object> aggregate(@Nullable Object... aggregates) {
    Arguments read = new Arguments("aggregate", aggregates);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Object answer = scalar(new Terminal.Aggregate(read.expressions(), read.pairs(terms())));
    if (answer instanceof Map<?, ?> map) {
      map.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
    return values;
  }

  private @Nullable Object scalar(Terminal terminal) {
    return ask(terminal) instanceof Result.Scalar(Object value) ? value : null;
  }

  /// Returns all objects by primary key.
  default Map<Object, R> inBulk() {
    return byKey(ask(new Terminal.InBulk(Optional.empty(), Optional.empty())), "pk");
  }

  /// Returns the objects with these primary keys, by key. Keys beyond what one statement can take
  /// are asked in parts.
  default Map<Object, R> inBulk(Collection<?> keys) {
    return inBulk(keys, "pk");
  }

  /// Returns the objects with these values of a unique field, by value.
  ///
  /// @throws ValueError where the field is not unique
  default Map<Object, R> inBulk(Collection<?> values, String field) {
    Terminal terminal =
        new Terminal.InBulk(
            Optional.of(Terms.plain(values)),
            field.equals("pk") ? Optional.empty() : Optional.of(field));
    return byKey(ask(terminal), field);
  }

  private Map<Object, R> byKey(Result result, String field) {
    if (!(result instanceof Result.Objects objects)) {
      throw new TypeError("in_bulk() cannot be used with values() or values_list().");
    }
    List<R> rows = form().rows(result);
    Map<Object, R> found = LinkedHashMap.newLinkedHashMap(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Object key = objects.rows().get(i).get(field);
      if (key != null) {
        found.put(key, rows.get(i));
      }
    }
    return found;
  }

  /// Returns the rows one after another without keeping them, prefetching for `chunkSize` at a
  /// time.
  Iterator<R> iterator(int chunkSize);

  /// Returns the database's plan; options by the database's names, such as `format`.
  default String explain(@Nullable Object... options) {
    List<Named> given = new ArrayList<>(new Arguments("explain", options).pairs(terms()));
    Optional<String> format = Optional.empty();
    for (Named option : List.copyOf(given)) {
      if (option.name().equals("format") && option.value() instanceof Expr.Literal(String text)) {
        format = Optional.of(text);
        given.remove(option);
      }
    }
    return ask(new Terminal.Explain(format, given)) instanceof Result.PlanText(String text)
        ? text
        : "";
  }

  /// Returns what changes rows.
  Changes<R> changes();

  /// Makes an object of pairs of a name and a value, and saves it.
  default R create(@Nullable Object... values) {
    return changes().create(new Arguments("create", values).named());
  }

  /// Returns the one object that meets the conditions, or else creates it of them and of
  /// `defaults`.
  ///
  /// @param defaults further values of a new object; a supplier is asked then
  default Created<R> getOrCreate(
      Map<String, ? extends @Nullable Object> defaults, @Nullable Object... lookups) {
    return changes().getOrCreate(defaults, new Arguments("get_or_create", lookups).named());
  }

  /// Gives the one object that meets the conditions the values of `defaults`, or else creates it of
  /// both.
  default Created<R> updateOrCreate(
      Map<String, ? extends @Nullable Object> defaults, @Nullable Object... lookups) {
    return changes()
        .updateOrCreate(defaults, defaults, new Arguments("update_or_create", lookups).named());
  }

  /// Inserts objects in few statements; options by their Django names: `batch_size`,
  /// `ignore_conflicts`, `update_conflicts`, `update_fields`, `unique_fields`.
  default List<R> bulkCreate(Collection<? extends R> objects, @Nullable Object... options) {
    return changes()
        .bulkCreate(
            objects,
            new Options(
                "bulk_create",
                options,
                "batch_size",
                "ignore_conflicts",
                "update_conflicts",
                "update_fields",
                "unique_fields"));
  }

  /// Updates some fields of objects in few statements and returns how many rows there were; option:
  /// `batch_size`.
  default int bulkUpdate(
      Collection<? extends R> objects, Collection<String> fields, @Nullable Object... options) {
    return changes().bulkUpdate(objects, fields, new Options("bulk_update", options, "batch_size"));
  }

  /// Gives all rows the values, in one statement, and returns how many there were.
  default int update(@Nullable Object... values) {
    return changes().update(new Arguments("update", values));
  }
}
