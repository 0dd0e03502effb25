package orrery.orm.load;

import java.util.Optional;

/// A storage that refuses, for tests that save nothing.
final class NoStorage implements Storage {

  @Override
  public void save(Instance object, SaveOptions options) {
    throw new AssertionError("Nothing is to be saved: " + object.repr());
  }

  @Override
  public Deletion delete(Instance object, Optional<String> database) {
    throw new AssertionError("Nothing is to be deleted: " + object.repr());
  }
}
