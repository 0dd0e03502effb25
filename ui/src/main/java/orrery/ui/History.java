package orrery.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// A list of values with a place in it: going back and forward is moving that place. Belongs to the
/// window's thread.
///
/// @param <T> what it remembers
public final class History<T> {
  private final List<T> values = new ArrayList<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
  private final int limit;
  private int at = -1;

  /// Makes an empty history.
  ///
  /// @param limit how many values it remembers; the oldest is forgotten first
  public History(int limit) {
    this.limit = limit;
  }

  /// Says whether there is a value before this one.
  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /// Says whether there is a value after this one.
  public ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  /// Adds a value after the current one and forgets those that came after; the same value again
  /// changes nothing.
  public void add(T value) {
    if (at >= 0 && values.get(at).equals(value)) {
      return;
    }
    values.subList(at + 1, values.size()).clear();
    values.add(value);
    if (values.size() > limit) {
      values.removeFirst();
    }
    move(values.size() - 1);
  }

  /// Puts a value in the place of the current one, and forgets those that came after; the first is
  /// added.
  public void replace(T value) {
    if (at < 0) {
      add(value);
      return;
    }
    values.subList(at + 1, values.size()).clear();
    values.set(at, value);
    move(at);
  }

  /// Returns the value that is current.
  public Optional<T> current() {
    return at < 0 ? Optional.empty() : Optional.of(values.get(at));
  }

  /// Goes to the value before, if there is one, and returns it.
  public Optional<T> back() {
    return canGoBack.get() ? Optional.of(values.get(move(at - 1))) : Optional.empty();
  }

  /// Goes to the value after, if there is one, and returns it.
  public Optional<T> forward() {
    return canGoForward.get() ? Optional.of(values.get(move(at + 1))) : Optional.empty();
  }

  /// Forgets all.
  public void clear() {
    values.clear();
    move(-1);
  }

  private int move(int to) {
    at = to;
    canGoBack.set(at > 0);
    canGoForward.set(at < values.size() - 1);
    return at;
  }
}
