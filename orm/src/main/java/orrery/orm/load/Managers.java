package orrery.orm.load;

import orrery.orm.meta.Member;

/// Gives what an object has under the name of a to-many relation.
@FunctionalInterface
public interface Managers {

  /// Returns the manager of the objects that `of` has by `relation`.
  Object manager(Instance of, Member relation);

  /// Says whether that manager can narrow a queryset of someone else's to the objects of `of`. It
  /// is asked for each object that is given the objects of such a queryset.
  default boolean takesQueryset(Instance of, Member relation) {
    return true;
  }
}
