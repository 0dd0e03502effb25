package orrery.ui;

import java.nio.file.Path;
import orrery.orm.OpenDatabase;

/// What the window says of the database that is open.
///
/// @param title what people call it
/// @param location where it is
/// @param readOnly whether it refuses to be changed
/// @param product the database's product and version
public record Opened(String title, String location, boolean readOnly, String product) {
  /// The word for the library that comes with the program, in place of a path.
  public static final String SAMPLE = "sample";

  /// Returns what is said of a database that was opened by `location`.
  static Opened of(String location, OpenDatabase open) {
    return new Opened(
        location.equals(SAMPLE) ? "Sample library" : open.title(),
        absolute(location),
        open.database().isReadOnly(),
        open.database().product());
  }

  // What is remembered must still be right when the program starts somewhere else.
  private static String absolute(String location) {
    boolean path =
        !location.equals(SAMPLE) && !location.startsWith("jdbc:") && !location.startsWith(":");
    return path ? Path.of(location).toAbsolutePath().normalize().toString() : location;
  }
}
