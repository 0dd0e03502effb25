package orrery.orm.load;

import orrery.orm.meta.Member;

/// Gives what an object has under the name of a to-many relation.
@FunctionalInterface
public interface Managers {

  /// Returns the manager of the objects that `of` has by `relation`.
  Object manager(Instance of, Member relation);
}
