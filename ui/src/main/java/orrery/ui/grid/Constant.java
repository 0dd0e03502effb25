package orrery.ui.grid;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/// A value that never changes, in the form that tables want: whoever listens never hears anything.
record Constant<T>(T value) implements ObservableValue<T> {
  @Override
  public T getValue() {
    return value;
  }

  @Override
  public void addListener(ChangeListener<? super T> listener) {
    // It never changes.
  }

  @Override
  public void removeListener(ChangeListener<? super T> listener) {
    // None was kept.
  }

  @Override
  public void addListener(InvalidationListener listener) {
    // It never changes.
  }

  @Override
  public void removeListener(InvalidationListener listener) {
    // None was kept.
  }
}
