package orrery.orm.query;

import java.util.List;
import java.util.Optional;

/// One lookup of `prefetch_related`: a path, and for `Prefetch(…)` the queryset and the attribute
/// of its last step.
///
/// @param path the relation path, by accessors: `track_set__genre`
/// @param queryset what to load in place of all related objects
/// @param toAttr the attribute that gets the list, in place of the relation's cache
/// @param perType querysets of a `GenericPrefetch`, one for each target model
public record Prefetch(
    String path, Optional<Query> queryset, Optional<String> toAttr, List<Query> perType) {

  /// Makes it from a copy of `perType`.
  public Prefetch {
    perType = List.copyOf(perType);
  }

  /// Makes the plain lookup of `path`.
  public Prefetch(String path) {
    this(path, Optional.empty(), Optional.empty(), List.of());
  }
}
