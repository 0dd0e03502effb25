package orrery.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/// The files that come with the program, by name. Names are relative to this package's folder, for
/// example `orrery.css` or `sample.sql`. Thread-safe.
public final class Assets {
  private Assets() {}

  /// The address of a file, as style sheets and images want it.
  ///
  /// @param name the file's name, `/` between folders
  /// @return its URL, which may point into a jar
  /// @throws IllegalArgumentException when no such file comes with the program
  public static URL url(String name) {
    URL url = Assets.class.getResource(name);
    if (url == null) {
      throw new IllegalArgumentException("No asset named " + name);
    }
    return url;
  }

  /// The content of a file as UTF-8 text.
  ///
  /// @param name the file's name, `/` between folders
  /// @return the whole text
  /// @throws IllegalArgumentException when no such file comes with the program
  /// @throws UncheckedIOException when it cannot be read
  public static String text(String name) {
    try (InputStream in = url(name).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
