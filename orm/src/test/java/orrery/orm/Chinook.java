package orrery.orm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The Chinook sample database for tests: a music shop with artists, albums, tracks, playlists and
/// invoices, whose tables were made by others.
public final class Chinook {
  private Chinook() {}

  /// Copies the database into a folder, so that a test may also write to it.
  ///
  /// @param directory an existing folder, usually a `@TempDir`
  /// @return the path of the copy
  /// @throws IOException when the copy cannot be written
  public static Path copyTo(Path directory) throws IOException {
    Path file = directory.resolve("chinook.sqlite");
    try (InputStream in =
        Objects.requireNonNull(Chinook.class.getResourceAsStream("/chinook.sqlite"))) {
      Files.copy(in, file);
    }
    return file;
  }

  /// Copies the database to a temporary file that is deleted when the JVM ends.
  ///
  /// @return the path of the copy
  /// @throws IOException when the copy cannot be written
  public static Path copy() throws IOException {
    Path directory = Files.createTempDirectory("chinook");
    directory.toFile().deleteOnExit();
    Path file = copyTo(directory);
    file.toFile().deleteOnExit();
    return file;
  }
}
