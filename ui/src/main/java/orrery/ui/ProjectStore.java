package orrery.ui;

import java.io.IOException;
import java.nio.file.Path;

/// Where projects are stored. Blocks, so it belongs off the window's thread.
public interface ProjectStore {
  /// What the name of a project's file ends with.
  String ENDING = ".orrery";

  /// Returns the file in which the work on a database is kept as long as it was given no name.
  Path own(String location);

  /// Returns the project of a database that none was stored for.
  Project fresh(String location, boolean write);

  /// Reads a project.
  ///
  /// @throws IOException where there is no such file, or no project in it; its message says what is
  ///   wrong, and where
  Project read(Path file) throws IOException;

  /// Writes a project; a crash in the middle leaves what was there before.
  ///
  /// @throws IOException where it cannot be written
  void write(Path file, Project project) throws IOException;
}
