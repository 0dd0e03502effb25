package orrery.ui.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An error in the place where it happened: what is wrong in a plain sentence, what one can do
/// about it, and the details for whoever wants them.
public final class ErrorCard extends VBox {
  private final Label type = new Label();
  private final Label sentence = new Label();
  private final Label details = new Label();
  private final HBox actions = new HBox();
  private final Button more = new Button("Details");
  private final Button copy = new Button("Copy");
  private String copied = "";

  /// Makes an empty card.
  public ErrorCard() {
    getStyleClass().add("error-card");
    type.getStyleClass().add("error-type");
    sentence.getStyleClass().add("error-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    details.getStyleClass().add("error-details");
    details.setWrapText(true);
    details.setVisible(false);
    details.managedProperty().bind(details.visibleProperty());
    more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    more.setOnAction(_ -> details.setVisible(!details.isVisible()));
    more.managedProperty().bind(more.visibleProperty());
    copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    copy.setGraphic(Icons.of("fth-copy"));
    copy.setOnAction(_ -> Copy.text(copied));
    actions.getStyleClass().add("error-actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(type, sentence, actions, details);
    words.getStyleClass().add("error-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(Icons.of("fth-alert-circle", "error-icon"), words);
    row.getStyleClass().add("error-row");
    getChildren().add(row);
  }

  /// Shows an error.
  ///
  /// @param type the name of the error; may be empty
  /// @param sentence what is wrong
  /// @param details what somebody who mends the program wants to see; may be empty
  /// @param remedies buttons for what one can do, the likeliest first
  public void show(String type, String sentence, String details, List<? extends Node> remedies) {
    this.type.setText(type);
    this.type.setVisible(!type.isEmpty());
    this.type.setManaged(!type.isEmpty());
    this.sentence.setText(sentence);
    this.details.setText(details);
    this.details.setVisible(false);
    more.setVisible(!details.isEmpty());
    actions.getChildren().setAll(remedies);
    actions.getChildren().addAll(more, copy);
    copied =
        (type.isEmpty() ? "" : type + ": ") + sentence + (details.isEmpty() ? "" : "\n" + details);
    setAccessibleText(copied);
  }
}
