package orrery.ui.builder;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Screen;
import org.controlsfx.control.PopOver;

/// A bubble beside a node: below it, or above where there is no room below.
final class Bubble {
  private static final double ROOM = 440;

  private Bubble() {}

  /// Returns a bubble of `content`, not shown yet.
  static PopOver of(Node content) {
    PopOver bubble = new PopOver(content);
    bubble.setAnimated(false);
    bubble.setDetachable(false);
    bubble.setArrowSize(8);
    bubble.setCornerRadius(8);
    return bubble;
  }

  /// Shows `bubble` beside `owner`.
  static void show(PopOver bubble, Node owner) {
    Bounds at = owner.localToScreen(owner.getBoundsInLocal());
    double bottom =
        Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .max()
            .orElse(Double.MAX_VALUE);
    boolean isLow = at.getMaxY() + ROOM > bottom;
    bubble.setArrowLocation(
        isLow ? PopOver.ArrowLocation.BOTTOM_LEFT : PopOver.ArrowLocation.TOP_LEFT);
    bubble.show(owner);
  }
}
