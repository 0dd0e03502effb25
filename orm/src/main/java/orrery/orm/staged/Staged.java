package orrery.orm.staged;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;

/// Changes to the rows of one model that are not saved yet: cells with another value, rows to add
/// and rows to remove. Immutable, so that taking back is going back to the set before.
public final class Staged {

  /// A row with other values.
  ///
  /// @param original what it was
  /// @param after the values it is to have, of the fields that change
  public record Edited(Original original, Values after) {}

  private final String model;
  private final Map<Object, Edited> edited;
  private final Map<Long, Values> added;
  private final Map<Object, Original> removed;
  private final long last;

  private Staged(
      String model,
      Map<Object, Edited> edited,
      Map<Long, Values> added,
      Map<Object, Original> removed,
      long last) {
    this.model = model;
    this.edited = Collections.unmodifiableMap(edited);
    this.added = Collections.unmodifiableMap(added);
    this.removed = Collections.unmodifiableMap(removed);
    this.last = last;
  }

  /// Starts with no changes to rows of the model called `model`.
  public static Staged of(String model) {
    return new Staged(model, Map.of(), Map.of(), Map.of(), 0);
  }

  // What there is

  /// Returns the name of the model.
  public String model() {
    return model;
  }

  /// Returns the rows with other values, by their keys, in the order of their first changes.
  public Map<Object, Edited> edited() {
    return edited;
  }

  /// Returns the rows to add by their numbers: the values that they were given, all other fields
  /// having their defaults.
  public Map<Long, Values> added() {
    return added;
  }

  /// Returns the rows to remove by their keys.
  public Map<Object, Original> removed() {
    return removed;
  }

  /// Returns how many changes there are: each cell, each row that is added and each that is removed
  /// is one.
  public int count() {
    int cells = edited.values().stream().mapToInt(e -> e.after().byName().size()).sum();
    return cells + added.size() + removed.size();
  }

  /// Says whether there are none.
  public boolean isEmpty() {
    return edited.isEmpty() && added.isEmpty() && removed.isEmpty();
  }

  /// Says whether the row with this key is to be removed.
  public boolean isRemoved(Object key) {
    return removed.containsKey(key);
  }

  /// Returns the values that the row with this key is to have, of the fields that change.
  public Values after(Object key) {
    Edited row = edited.get(key);
    return row == null ? Values.NONE : row.after();
  }

  /// Returns the number of the row that was added last; 0 where none was.
  public long lastAdded() {
    return last;
  }

  // Changes, each giving another set

  /// Returns these with another value of a cell; the value that it had takes the change back.
  public Staged set(Original row, Field field, @Nullable Object value) {
    Edited known = edited.get(row.key());
    Original original = known == null ? row : known.original();
    Values after = known == null ? Values.NONE : known.after();
    boolean isBack =
        original.values().has(field) && Same.values(original.values().get(field), value);
    return edited(original, isBack ? after.without(field) : after.with(field, value));
  }

  private Staged edited(Original original, Values after) {
    Map<Object, Edited> next = new LinkedHashMap<>(edited);
    if (after.isEmpty()) {
      next.remove(original.key());
    } else {
      next.put(original.key(), new Edited(original, after));
    }
    return new Staged(model, next, added, removed, last);
  }

  /// Returns these with a further row, which has `values` and else defaults.
  public Staged add(Values values) {
    Map<Long, Values> next = new LinkedHashMap<>(added);
    next.put(last + 1, values);
    return new Staged(model, edited, next, removed, last + 1);
  }

  /// Returns these with another value of an added row.
  public Staged set(long number, Field field, @Nullable Object value) {
    return added(number, added.getOrDefault(number, Values.NONE).with(field, value));
  }

  /// Returns these with the default as the value of an added row.
  public Staged setDefault(long number, Field field) {
    return added(number, added.getOrDefault(number, Values.NONE).without(field));
  }

  private Staged added(long number, Values values) {
    Map<Long, Values> next = new LinkedHashMap<>(added);
    next.replace(number, values);
    return new Staged(model, edited, next, removed, last);
  }

  /// Returns these without an added row.
  public Staged drop(long number) {
    Map<Long, Values> next = new LinkedHashMap<>(added);
    next.remove(number);
    return new Staged(model, edited, next, removed, last);
  }

  /// Returns these with a row to be removed, whose other changes then mean nothing.
  public Staged remove(Original row) {
    Edited known = edited.get(row.key());
    Map<Object, Edited> rest = new LinkedHashMap<>(edited);
    rest.remove(row.key());
    Map<Object, Original> next = new LinkedHashMap<>(removed);
    next.put(row.key(), known == null ? row : known.original());
    return new Staged(model, rest, added, next, last);
  }

  /// Returns these with a row that stays after all.
  public Staged keep(Object key) {
    Map<Object, Original> next = new LinkedHashMap<>(removed);
    next.remove(key);
    return new Staged(model, edited, added, next, last);
  }

  /// Returns these without a change of one cell.
  public Staged revert(Object key, Field field) {
    Edited known = edited.get(key);
    return known == null ? this : edited(known.original(), known.after().without(field));
  }

  /// Returns these without any change to the row with this key.
  public Staged revert(Object key) {
    Map<Object, Edited> rest = new LinkedHashMap<>(edited);
    rest.remove(key);
    Map<Object, Original> kept = new LinkedHashMap<>(removed);
    kept.remove(key);
    return new Staged(model, rest, added, kept, last);
  }

  /// Returns these with what `row` has as the values that the row with its key starts from.
  public Staged startFrom(Original row) {
    Map<Object, Edited> rows = new LinkedHashMap<>(edited);
    rows.computeIfPresent(
        row.key(),
        (_, known) ->
            new Edited(
                new Original(row.key(), known.original().values().and(row.values())),
                known.after()));
    Map<Object, Original> gone = new LinkedHashMap<>(removed);
    gone.replace(row.key(), row);
    return new Staged(model, rows, added, gone, last);
  }

  /// Returns these with a row that is gone to be added again, with the values that it was to have.
  public Staged revive(Object key) {
    Edited known = edited.get(key);
    return known == null
        ? revert(key)
        : revert(key).add(known.original().values().and(known.after()));
  }

  /// Returns these without what is said of one row.
  public Staged without(RowRef row) {
    return switch (row) {
      case RowRef.Stored(Object key) -> revert(key);
      case RowRef.Added(long number) -> drop(number);
    };
  }

  /// Returns the rows that have changes, in the order in which they are written.
  public List<RowRef> rows() {
    List<RowRef> rows = new ArrayList<>();
    edited.keySet().forEach(key -> rows.add(new RowRef.Stored(key)));
    removed.keySet().forEach(key -> rows.add(new RowRef.Stored(key)));
    added.keySet().forEach(number -> rows.add(new RowRef.Added(number)));
    return rows;
  }

  /// Returns what the row with this key was, where it has changes.
  public Optional<Original> original(Object key) {
    Edited known = edited.get(key);
    return known != null ? Optional.of(known.original()) : Optional.ofNullable(removed.get(key));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Staged that
        && model.equals(that.model)
        && edited.equals(that.edited)
        && added.equals(that.added)
        && removed.equals(that.removed);
  }

  @Override
  public int hashCode() {
    return edited.hashCode() * 31 + added.hashCode() * 7 + removed.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %d edited, %d added, %d removed"
        .formatted(model, edited.size(), added.size(), removed.size());
  }
}
