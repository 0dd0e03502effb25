package orrery.orm.resolve;

import java.util.LinkedHashMap;
import java.util.Map;
import orrery.orm.query.Name;

/// The to-one relations that are joined into the same statement, as a tree of names.
final class RelatedTree {

  final Map<String, RelatedTree> children = new LinkedHashMap<>();

  /// The name that asked for this branch and where in its text this step starts, for messages.
  final Map<String, Name> asked = new LinkedHashMap<>();

  final Map<String, Integer> offsets = new LinkedHashMap<>();

  /// Adds the path `name`.
  void add(Name name) {
    RelatedTree at = this;
    int offset = 0;
    for (String step : Scope.split(name.text())) {
      at.asked.putIfAbsent(step, name);
      at.offsets.putIfAbsent(step, offset);
      at = at.children.computeIfAbsent(step, s -> new RelatedTree());
      offset += step.length() + 2;
    }
  }
}
