package orrery.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The panel at the left: several lists, of which one is seen, and a line above that chooses it.
public final class SidePanel extends VBox {
  private final List<Part> parts;
  private final IntegerProperty shown = new SimpleIntegerProperty(-1);
  private final StackPane body = new StackPane();
  private final HBox tools = new HBox();
  private final List<ToggleButton> buttons = new ArrayList<>();

  /// One of the lists.
  ///
  /// @param focus the node in it that takes the keyboard
  /// @param tools what stands at the right of the line while it is seen
  public record Part(String words, Region node, Node focus, List<Node> tools) {
    /// Makes it from a copy of `tools`.
    public Part {
      tools = List.copyOf(tools);
    }
  }

  /// Makes it, with the first list seen.
  public SidePanel(Part... parts) {
    this.parts = List.of(parts);
    getStyleClass().addAll("side-panel", "side-pane");
    HBox choices = new HBox();
    choices.getStyleClass().add("side-choices");
    choices.setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < parts.length; i++) {
      choices.getChildren().add(choice(parts[i], i));
    }
    tools.setAlignment(Pos.CENTER_RIGHT);
    tools.getStyleClass().add("pane-actions");
    tools.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(choices, space, tools);
    head.getStyleClass().addAll("pane-header", "side-head");
    head.setAlignment(Pos.CENTER_LEFT);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head, body);
    show(0);
  }

  private ToggleButton choice(Part part, int index) {
    ToggleButton button = new ToggleButton(part.words());
    button.setId("side-" + part.words().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("flat", "side-choice");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(_ -> {
      show(index);
      parts.get(index).focus().requestFocus();
    });
    buttons.add(button);
    return button;
  }

  /// Shows a list, counted from 0.
  public void show(int index) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == index);
    }
    if (shown.get() != index) {
      shown.set(index);
      body.getChildren().setAll(parts.get(index).node());
      tools.getChildren().setAll(parts.get(index).tools());
    }
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return parts.get(shown.get()).focus();
  }
}
