package orrery.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A card above the window that asks or tells something: a title, words, what there is to see, and
/// buttons that say what they do. Tab goes round in it.
public final class DialogCard extends VBox {
  private final HBox buttons = new HBox();
  private @Nullable Node first;

  /// Makes one.
  ///
  /// @param icon the name of the icon
  /// @param title what it is about
  /// @param words what there is to know; may be empty
  public DialogCard(String icon, String title, String words) {
    getStyleClass().addAll("overlay-card", "dialog-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Label head = new Label(title, Icons.of(icon, "dialog-icon"));
    head.getStyleClass().add("dialog-title");
    head.setWrapText(true);
    getChildren().add(head);
    if (!words.isEmpty()) {
      Label said = new Label(words);
      said.getStyleClass().add("dialog-words");
      said.setWrapText(true);
      said.setMinHeight(USE_PREF_SIZE);
      getChildren().add(said);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getChildren().add(space);
  }

  /// Adds what there is to see.
  public DialogCard content(Node node) {
    getChildren().add(node);
    VBox.setVgrow(node, Priority.ALWAYS);
    return this;
  }

  /// Adds a button.
  public DialogCard button(String id, String words, Runnable action) {
    return add(id, words, "", action);
  }

  /// Adds the button that is meant most often, which has the keyboard at first.
  public DialogCard main(String id, String words, Runnable action) {
    return add(id, words, Styles.ACCENT, action);
  }

  /// Adds a button by which something is lost.
  public DialogCard danger(String id, String words, Runnable action) {
    return add(id, words, Styles.DANGER, action);
  }

  private DialogCard add(String id, String words, String style, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    if (!style.isEmpty()) {
      button.getStyleClass().add(style);
    }
    button.setOnAction(_ -> action.run());
    buttons.getChildren().add(button);
    if (first == null || style.equals(Styles.ACCENT)) {
      first = button;
    }
    return this;
  }

  /// Returns the node that has the keyboard at first.
  public Node focusTarget() {
    if (!getChildren().contains(buttons)) {
      getChildren().add(buttons);
    }
    return first == null ? this : first;
  }

  /// Gives the keyboard to the next control, or to the one before.
  void moveFocus(boolean back) {
    List<Node> nodes = new ArrayList<>();
    collect(this, nodes);
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    if (!nodes.isEmpty()) {
      int at = nodes.indexOf(owner);
      int next = Math.floorMod(at + (back ? -1 : 1), nodes.size());
      nodes.get(next).requestFocus();
    }
  }

  private static void collect(Parent parent, List<Node> nodes) {
    for (Node node : parent.getChildrenUnmodifiable()) {
      if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
        nodes.add(node);
      } else if (node instanceof Parent inner && node.isVisible()) {
        collect(inner, nodes);
      }
    }
  }
}
