package orrery.ui.theme;

/// The fonts that come with the program.
final class Fonts {
  private Fonts() {}

  /// Makes them known to JavaFX, so that style sheets can name them.
  static void load() {}
}
