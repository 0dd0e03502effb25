package orrery.ui;

import orrery.orm.OpenDatabase;

/// Opens databases. Blocks, so it belongs off the window's thread.
@FunctionalInterface
public interface Opener {
  /// Opens the database at `location`: a file's path, a JDBC URL, or `sample`.
  ///
  /// @param write whether it may be written
  /// @throws orrery.orm.error.OrmError where it cannot be opened
  OpenDatabase open(String location, boolean write);

  /// Says whether passwords can be kept in a keyring of the system.
  default boolean hasKeyring() {
    return false;
  }

  /// Keeps the password that `location` was opened with in the system's keyring, from where it is
  /// taken the next time.
  ///
  /// @return whether the keyring took it
  default boolean remember(String location) {
    return false;
  }
}
