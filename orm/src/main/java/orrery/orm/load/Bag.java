package orrery.orm.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The few values an object has beside its fields, by name: annotations, lists of a `to_attr`,
/// whatever code adds.
///
/// Pairs in one array, since a million objects may have one each. Not thread-safe.
final class Bag {

  private @Nullable Object[] pairs;
  private int size;

  /// Makes an empty one with room for `capacity` values.
  Bag(int capacity) {
    pairs = new @Nullable Object[2 * capacity];
  }

  boolean has(String name) {
    return find(name) >= 0;
  }

  @Nullable Object get(String name) {
    int at = find(name);
    return at < 0 ? null : pairs[at + 1];
  }

  void put(String name, @Nullable Object value) {
    int at = find(name);
    if (at < 0) {
      add(name, value);
    } else {
      pairs[at + 1] = value;
    }
  }

  /// Puts a value under a name that is not there yet.
  void add(String name, @Nullable Object value) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(4, 2 * size));
    }
    pairs[size] = name;
    pairs[size + 1] = value;
    size += 2;
  }

  void remove(String name) {
    int at = find(name);
    if (at >= 0) {
      System.arraycopy(pairs, at + 2, pairs, at, size - at - 2);
      size -= 2;
      pairs[size] = null;
      pairs[size + 1] = null;
    }
  }

  private int find(String name) {
    for (int i = 0; i < size; i += 2) {
      if (name.equals(pairs[i])) {
        return i;
      }
    }
    return -1;
  }
}
