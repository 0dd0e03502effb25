package orrery.ui.theme;

import java.net.URL;
import javafx.scene.text.Font;
import orrery.assets.Assets;

/// The fonts that come with the program.
final class Fonts {
  private Fonts() {}

  /// Makes them known to JavaFX, so that style sheets can name them.
  static void load() {
    for (URL font : Assets.fonts()) {
      if (Font.loadFont(font.toExternalForm(), 13) == null) {
        throw new IllegalStateException("Not a font: " + font);
      }
    }
  }
}
