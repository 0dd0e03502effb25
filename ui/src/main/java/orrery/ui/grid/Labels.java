package orrery.ui.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;

/// The words for objects that were picked, so that a foreign key which is not saved yet shows them.
/// Belongs to the window's thread.
final class Labels {
  private final Map<List<Object>, String> known = new HashMap<>();

  /// Remembers the words for what `field` points to by `value`.
  void add(Field field, @Nullable Object value, String label) {
    if (value != null) {
      known.put(List.of(field.toString(), value), label);
    }
  }

  /// Returns the words for what `field` points to by `value`.
  Optional<String> find(Field field, @Nullable Object value) {
    return value == null
        ? Optional.empty()
        : Optional.ofNullable(known.get(List.of(field.toString(), value)));
  }

  /// Forgets all.
  void clear() {
    known.clear();
  }
}
