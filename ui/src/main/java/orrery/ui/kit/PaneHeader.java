package orrery.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above a pane: its title, something about it, and at the right what can be done there.
public final class PaneHeader extends HBox {
  private final Label title = new Label();
  private final HBox about = new HBox();
  private final HBox actions = new HBox();

  /// Makes a line with a title.
  public PaneHeader(String words) {
    getStyleClass().add("pane-header");
    title.setText(words);
    title.getStyleClass().add("pane-title");
    title.setMinWidth(USE_PREF_SIZE);
    about.getStyleClass().add("pane-about");
    actions.getStyleClass().add("pane-actions");
    Region space = new Region();
    setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(title, about, space, actions);
  }

  /// Changes the title.
  public void title(String words) {
    title.setText(words);
  }

  /// Adds nodes beside the title.
  public PaneHeader about(Node... nodes) {
    about.getChildren().addAll(nodes);
    return this;
  }

  /// Adds nodes at the right.
  public PaneHeader actions(Node... nodes) {
    actions.getChildren().addAll(nodes);
    return this;
  }
}
