package orrery.orm;

import java.util.Optional;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.Storage;

/// The storage of a rehearsal, in which nothing is saved.
final class NoStorage implements Storage {

  @Override
  public void save(Instance object, SaveOptions options) {
    throw new UnsupportedOperationException("A rehearsal saves nothing.");
  }

  @Override
  public Deletion delete(Instance object, Optional<String> database) {
    throw new UnsupportedOperationException("A rehearsal deletes nothing.");
  }
}
