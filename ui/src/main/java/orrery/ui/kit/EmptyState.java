package orrery.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What a pane shows while it has nothing to show: an icon, what is missing, and what one can do
/// about it.
public final class EmptyState extends VBox {
  private final Label title = new Label();
  private final Label words = new Label();

  /// Makes it.
  ///
  /// @param icon the name of the icon
  /// @param title what is missing, in a few words
  /// @param words a sentence about it; may be empty
  /// @param actions buttons for what one can do
  public EmptyState(String icon, String title, String words, Node... actions) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    this.title.getStyleClass().add("empty-title");
    this.words.getStyleClass().add("empty-words");
    this.words.setWrapText(true);
    this.words.setAlignment(Pos.CENTER);
    this.words.setTextAlignment(TextAlignment.CENTER);
    this.words.managedProperty().bind(this.words.textProperty().isNotEmpty());
    getChildren().addAll(Icons.of(icon, "empty-icon"), this.title, this.words);
    say(title, words);
    if (actions.length > 0) {
      HBox row = new HBox(actions);
      row.getStyleClass().add("empty-actions");
      row.setAlignment(Pos.CENTER);
      getChildren().add(row);
    }
  }

  /// Changes what it says.
  public void say(String title, String words) {
    this.title.setText(title);
    this.words.setText(words);
  }
}
