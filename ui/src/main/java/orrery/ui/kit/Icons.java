package orrery.ui.kit;

import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons, by their names: `fth-play` is the triangle of the Feather pack.
public final class Icons {
  private Icons() {}

  /// Returns a new node that shows an icon; its size and colour come from the style sheets.
  public static Node of(String name) {
    return new FontIcon(name);
  }

  /// Returns a new node that shows an icon, with further style classes.
  public static Node of(String name, String... styles) {
    Node icon = of(name);
    icon.getStyleClass().addAll(styles);
    return icon;
  }
}
