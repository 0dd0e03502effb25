package orrery.orm.load;

import java.util.List;
import java.util.Optional;
import orrery.orm.query.Query;

/// The related objects that a to-many relation of an object was found to have.
///
/// @param objects the objects, in the order of their query
/// @param queryset what was asked in place of all related objects
public record Prefetched(List<Instance> objects, Optional<Query> queryset) {

  /// Makes it from a copy of `objects`.
  public Prefetched {
    objects = List.copyOf(objects);
  }
}
