package orrery.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import orrery.ui.Preferences;

/// The panes of the window and the dividers between them, which stay where the user puts them.
public final class Frame extends StackPane {
  /// A width in which the chain and its SQL have no room beside each other.
  private static final double NARROW = 820;

  private final FocusRing ring;

  /// Makes it.
  public Frame(Panes panes, Preferences preferences) {
    getStyleClass().add("frame");
    List.of(panes.models(), panes.builder(), panes.chain(), panes.sql(), panes.grid(), panes.log())
        .forEach(pane -> pane.node().getStyleClass().add("pane"));
    panes.models().node().setMinWidth(180);
    panes.builder().node().setMinWidth(330);
    panes.chain().node().setMinSize(200, 64);
    panes.sql().node().setMinSize(160, 64);
    panes.grid().node().setMinHeight(120);
    panes.log().node().setMinHeight(90);

    SplitPane text = split(Orientation.HORIZONTAL, panes.chain().node(), panes.sql().node());
    keep(text, preferences.sqlSizeProperty());
    SplitPane work = split(Orientation.VERTICAL, text, panes.grid().node());
    SplitPane.setResizableWithParent(text, false);
    keep(work, preferences.chainSizeProperty());
    text.orientationProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> text.getWidth() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL,
                text.widthProperty()));
    SplitPane query = split(Orientation.HORIZONTAL, panes.builder().node(), work);
    SplitPane.setResizableWithParent(panes.builder().node(), false);
    toggle(
        query,
        panes.builder().node(),
        0,
        preferences.builderShownProperty(),
        preferences.builderSizeProperty());
    SplitPane right = split(Orientation.VERTICAL, query, panes.log().node());
    SplitPane.setResizableWithParent(panes.log().node(), false);
    toggle(
        right,
        panes.log().node(),
        1,
        preferences.dockShownProperty(),
        preferences.dockSizeProperty());
    SplitPane all = split(Orientation.HORIZONTAL, panes.models().node(), right);
    SplitPane.setResizableWithParent(panes.models().node(), false);
    toggle(
        all,
        panes.models().node(),
        0,
        preferences.leftShownProperty(),
        preferences.leftSizeProperty());
    getChildren().add(new BorderPane(all));
    ring =
        new FocusRing(
            List.of(
                pane(panes.models()),
                pane(panes.builder()),
                pane(panes.chain()),
                pane(panes.sql()),
                pane(panes.grid()),
                pane(panes.log())));
    sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(ring::mark);
  }

  /// Gives the keyboard to the next pane, or with -1 to the one before.
  public void moveFocus(int by) {
    ring.move(getScene(), by);
  }

  private static FocusRing.Pane pane(Panes.Pane pane) {
    return new FocusRing.Pane(pane.node(), pane.focus());
  }

  private static SplitPane split(Orientation orientation, Node... nodes) {
    SplitPane split = new SplitPane(nodes);
    split.setOrientation(orientation);
    return split;
  }

  /// Keeps a divider where `size` says and notes where the user puts it.
  private static void keep(SplitPane split, DoubleProperty size) {
    split.setDividerPositions(size.get());
    size.addListener((_, _, now) -> {
      boolean isTwo = split.getItems().size() > 1;
      if (isTwo && Math.abs(split.getDividerPositions()[0] - now.doubleValue()) > 0.001) {
        split.setDividerPositions(now.doubleValue());
      }
    });
    split
        .getDividers()
        .getFirst()
        .positionProperty()
        .addListener((_, _, now) -> note(split, size, now.doubleValue()));
  }

  // What is squeezed by a small window, or not laid out yet, is no choice of the user's.
  private static void note(SplitPane split, DoubleProperty size, double now) {
    boolean dragged = split.getScene() != null && split.isHover();
    if (dragged) {
      size.set(now);
    }
  }

  private static void toggle(
      SplitPane split, Region pane, int index, BooleanProperty shown, DoubleProperty size) {
    keep(split, size);
    shown.subscribe(on -> {
      boolean there = split.getItems().contains(pane);
      if (on && !there) {
        split.getItems().add(index, pane);
        keep(split, size);
      } else if (!on) {
        split.getItems().remove(pane);
      }
    });
  }
}
