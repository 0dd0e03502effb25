package orrery.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The files that come with the program: the sample, the style sheets, the fonts, the icon.
/// Thread-safe.
public final class Assets {
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

  private Assets() {}

  /// The script of the sample database: SQL for SQLite that makes and fills the tables of a library
  /// in a new, empty database. It brings its own transaction and always gives the same rows.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static String sampleScript() {
    return text("sample/library.sql");
  }

  /// The saved queries of the sample: a JSON array of objects with the texts `name`, `folder`,
  /// `chain` and `about`.
  ///
  /// @throws UncheckedIOException when it cannot be read
  public static String sampleQueries() {
    return text("sample/queries.json");
  }

  /// The style sheets of the program in the order in which they are applied, above those of
  /// AtlantaFX's Primer.
  ///
  /// @param dark whether the dark colours are wanted or the light ones
  public static List<URL> styleSheets(boolean dark) {
    return Stream.of("controlsfx-shim.css", dark ? "dark.css" : "light.css", "base.css")
        .map(name -> url("css/" + name))
        .toList();
  }

  /// The TrueType fonts that the style sheets name: the families `Inter`, `Inter Medium`, `Inter
  /// SemiBold` and `JetBrains Mono`.
  public static List<URL> fonts() {
    return Stream.of(
            "Inter-Regular",
            "Inter-Italic",
            "Inter-Bold",
            "Inter-Medium",
            "Inter-SemiBold",
            "JetBrainsMono-Regular",
            "JetBrainsMono-Bold")
        .map(name -> url("fonts/" + name + ".ttf"))
        .toList();
  }

  /// The program's icon as PNG pictures, the smallest first.
  public static List<URL> icons() {
    return ICON_SIZES.stream().map(Assets::icon).toList();
  }

  /// The program's icon as a PNG picture.
  ///
  /// @param size its width and height in pixels: 16, 32, 48, 64, 128, 256 or 512
  /// @throws IllegalArgumentException when there is none of that size
  public static URL icon(int size) {
    return url("icons/icon-" + size + ".png");
  }

  /// The program's icon as a drawing, in SVG.
  public static URL icon() {
    return url("icons/icon.svg");
  }

  /// The address of a file, as style sheets and images want it.
  ///
  /// @param name the file's name relative to this package's folder, `/` between folders
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
  /// @param name the file's name relative to this package's folder, `/` between folders
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
