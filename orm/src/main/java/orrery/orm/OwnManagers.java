package orrery.orm;

import orrery.orm.load.Instance;
import orrery.orm.load.Managers;
import orrery.orm.meta.Member;

/// The managers of the relations of one [Orm]'s objects. Thread-safe where its factory is.
final class OwnManagers implements Managers {

  private final Orm orm;
  private final RelatedManagers factory;

  OwnManagers(Orm orm, RelatedManagers factory) {
    this.orm = orm;
    this.factory = factory;
  }

  @Override
  public Manager<?> manager(Instance of, Member relation) {
    return factory.manager(RelatedManager.of(orm, of, relation));
  }

  @Override
  public boolean takesQueryset(Instance of, Member relation) {
    Manager<?> manager = manager(of, relation);
    if (manager instanceof RelatedManager<?>) {
      return true;
    }
    orm.warnings()
        .warn(
            "The `%s` class must implement a `_apply_rel_filters()` method that accepts a `QuerySet` as its single argument and returns an appropriately filtered version of it."
                .formatted(manager.getClass().getName()));
    return false;
  }
}
