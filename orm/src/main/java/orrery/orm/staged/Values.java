package orrery.orm.staged;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;

/// Values of a row by the fields' raw names, where null is a value too. Immutable.
public final class Values {

  /// No values.
  public static final Values NONE = new Values(Map.of());

  private final Map<String, @Nullable Object> byName;

  private Values(Map<String, @Nullable Object> byName) {
    this.byName = byName;
  }

  /// Returns a copy of `values`.
  public static Values of(Map<String, ? extends @Nullable Object> values) {
    return new Values(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
  }

  /// Returns the values by the raw names of their fields.
  public Map<String, @Nullable Object> byName() {
    return byName;
  }

  /// Says whether there is a value of `field`.
  public boolean has(Field field) {
    return byName.containsKey(field.attname());
  }

  /// Returns the value of `field`; null also where there is none.
  public @Nullable Object get(Field field) {
    return byName.get(field.attname());
  }

  /// Returns these with another value of `field`.
  public Values with(Field field, @Nullable Object value) {
    Map<String, @Nullable Object> next = new LinkedHashMap<>(byName);
    next.put(field.attname(), value);
    return of(next);
  }

  /// Returns these and those of `others`, which win.
  public Values and(Values others) {
    Map<String, @Nullable Object> next = new LinkedHashMap<>(byName);
    next.putAll(others.byName);
    return of(next);
  }

  /// Returns these without the value of `field`.
  public Values without(Field field) {
    Map<String, @Nullable Object> next = new LinkedHashMap<>(byName);
    next.remove(field.attname());
    return of(next);
  }

  /// Returns the name of the first field whose value is another than in `others`, of those that
  /// both have.
  public Optional<String> firstDifference(Values others) {
    return byName.entrySet().stream()
        .filter(e ->
            others.byName.containsKey(e.getKey())
                && !Same.values(e.getValue(), others.byName.get(e.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Says whether there are none.
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.toString();
  }
}
