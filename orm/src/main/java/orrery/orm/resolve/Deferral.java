package orrery.orm.resolve;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which fields are left unloaded: Django's `deferred_loading`.
///
/// @param names field paths
/// @param defer whether `names` are left out; else only they are loaded
record Deferral(Set<String> names, boolean defer) {

  /// Returns the state in which every field is loaded.
  static Deferral none() {
    return new Deferral(Set.of(), true);
  }

  /// Says whether every field is loaded.
  boolean isNone() {
    return defer && names.isEmpty();
  }

  /// Leaves out more fields; of fields that alone were to be loaded, takes some away.
  Deferral deferring(Collection<String> more) {
    Set<String> set = new LinkedHashSet<>(names);
    if (defer) {
      set.addAll(more);
      return new Deferral(set, true);
    }
    set.removeAll(more);
    if (!set.isEmpty()) {
      return new Deferral(set, false);
    }
    Set<String> rest = new LinkedHashSet<>(more);
    rest.removeAll(names);
    return new Deferral(rest, true);
  }

  /// Loads only these fields, less those that were left out before.
  Deferral only(Collection<String> wanted) {
    Set<String> set = new LinkedHashSet<>(wanted);
    if (defer) {
      set.removeAll(names);
    }
    // As in Django, to load nothing in particular is to load everything.
    return set.isEmpty() ? none() : new Deferral(set, false);
  }
}
