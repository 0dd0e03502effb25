package orrery.orm.type;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several values in Python's brackets for a tuple or a set: a list in all else.
///
/// What is compared with or stored is the list; messages that quote it show it as it was written.
/// Immutable.
public final class Bracketed extends AbstractList<@Nullable Object> {

  private final List<@Nullable Object> items;
  private final boolean tuple;

  private Bracketed(List<? extends @Nullable Object> items, boolean tuple) {
    this.items = Collections.unmodifiableList(new ArrayList<>(items));
    this.tuple = tuple;
  }

  /// Returns `items` as a tuple: `(1, 2)`.
  public static Bracketed tuple(List<? extends @Nullable Object> items) {
    return new Bracketed(items, true);
  }

  /// Returns `items` as a set: `{1, 2}`.
  public static Bracketed set(List<? extends @Nullable Object> items) {
    return new Bracketed(items, false);
  }

  /// Says whether it is a tuple, else it is a set.
  public boolean isTuple() {
    return tuple;
  }

  /// Returns `shown`, the items as Python shows them with commas between, in its brackets.
  String around(String shown) {
    return tuple
        ? "(" + shown + (size() == 1 ? ",)" : ")")
        : isEmpty() ? "set()" : "{" + shown + "}";
  }

  @Override
  public @Nullable Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
