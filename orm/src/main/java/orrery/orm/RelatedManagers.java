package orrery.orm;

import orrery.orm.load.Instance;

/// Makes the managers that objects have under the names of their to-many relations, in place of the
/// usual ones: Django's `related_manager_cls`. Called whenever such a relation is read; thread-safe
/// where it is used from several threads.
///
/// A class of one's own should extend [RelatedManager]. One that does not has no
/// [RelatedManager#applyRelFilters], so that it cannot narrow the queryset of a prefetch to the
/// objects of its own; that is told as a warning.
@FunctionalInterface
public interface RelatedManagers {

  /// Returns the manager that an object has by a to-many relation.
  ///
  /// @param usual the manager that it would have otherwise
  Manager<? extends Instance> manager(RelatedManager<Instance> usual);
}
