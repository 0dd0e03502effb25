package orrery.app.window;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether a window can be seen here.
public final class Display {
  private Display() {}

  /// Says whether a window would open: always on Windows and a Mac, elsewhere where there is an X
  /// server (Wayland's included), or where JavaFX was told to do without.
  public static boolean isThere() {
    return isThere(
        System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform"));
  }

  static boolean isThere(
      String system, Map<String, String> environment, @Nullable String platform) {
    String name = system.toLowerCase(Locale.ROOT);
    if (platform != null && platform.equalsIgnoreCase("headless")) {
      return true;
    }
    return name.contains("mac")
        || name.contains("win")
        || !environment.getOrDefault("DISPLAY", "").isBlank();
  }
}
