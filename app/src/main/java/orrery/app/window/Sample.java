package orrery.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import orrery.orm.error.OperationalError;

/// The library that comes with the program, as a database file that is made from its script when it
/// is first asked for. A newer script makes a new file.
public final class Sample {
  private final Path folder;
  private final String script;

  /// Makes it.
  ///
  /// @param folder where the file is, or shall be
  /// @param script the SQL that makes and fills it
  public Sample(Path folder, String script) {
    this.folder = folder;
    this.script = script;
  }

  /// Returns the path of the file, which is made if it is not there.
  ///
  /// @throws OperationalError where it cannot be made
  public Path file() {
    Path file = folder.resolve("library-" + version() + ".sqlite");
    if (!Files.exists(file)) {
      try {
        make(file);
      } catch (IOException | SQLException e) {
        throw new OperationalError("The sample could not be made: " + e.getMessage(), e);
      }
    }
    return file;
  }

  // Two programs may start at once: each makes its own, and the last one stays.
  private void make(Path file) throws IOException, SQLException {
    Files.createDirectories(folder);
    Path making = Files.createTempFile(folder, "library-", ".making");
    try {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + making);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(script);
      }
      move(making, file);
      removeOthers(file);
    } finally {
      Files.deleteIfExists(making);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void removeOthers(Path but) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "library-*.sqlite")) {
      for (Path path : old) {
        if (!path.equals(but)) {
          remove(path);
        }
      }
    }
  }

  private static void remove(Path old) throws IOException {
    try {
      Files.deleteIfExists(old);
    } catch (FileSystemException e) {
      // Another program of ours has it open, and Windows keeps it for that; the next version goes
      // on.
      old.toFile().deleteOnExit();
    }
  }

  private String version() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
