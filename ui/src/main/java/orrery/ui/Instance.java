package orrery.ui;

import org.jspecify.annotations.Nullable;

/// One object of a model.
public interface Instance {
  /// Returns the value of a field by its raw name.
  @Nullable Object get(String name);

  /// Returns the text that stands for the object where people read it.
  String label();

  /// Returns what a relation was fetched with: an instance, a list of them, or null.
  @Nullable Object related(String name);
}
