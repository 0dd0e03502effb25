package orrery.app.window;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this user's files belong on this system: by the XDG rules on Linux, in `Library` on a Mac,
/// in `AppData` on Windows.
///
/// @param config what the user chose
/// @param data what the program made and can make again
public record Folders(Path config, Path data) {
  /// The system property that names one folder for both.
  public static final String HOME = "orrery.home";

  /// Returns those of this system and user.
  public static Folders ofUser() {
    String given = System.getProperty(HOME);
    if (given != null) {
      return new Folders(Path.of(given), Path.of(given));
    }
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv());
  }

  /// Returns those of a system.
  ///
  /// @param system its name, as Java gives it
  /// @param home the user's own folder
  static Folders of(String system, Path home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      Path library = home.resolve("Library/Application Support/Orrery");
      return new Folders(library, library);
    }
    if (name.contains("win")) {
      Path roaming = path(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
      Path local = path(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
      return new Folders(roaming.resolve("Orrery"), local.resolve("Orrery"));
    }
    Path config = path(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
    Path data = path(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
    return new Folders(config.resolve("orrery"), data.resolve("orrery"));
  }

  // XDG says that a path which is not absolute is to be ignored.
  private static Path path(@Nullable String given, Path otherwise) {
    return given == null || given.isBlank() || !Path.of(given).isAbsolute()
        ? otherwise
        : Path.of(given);
  }
}
