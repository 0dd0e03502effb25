package orrery.orm.load;

import java.util.Optional;

/// Where objects are saved to and deleted from.
public interface Storage {

  /// Saves an object: inserts its row, or updates it.
  void save(Instance object, SaveOptions options);

  /// Deletes an object's row, and what depends on it.
  ///
  /// @param database the alias of the database; empty for the one the object is from
  Deletion delete(Instance object, Optional<String> database);
}
