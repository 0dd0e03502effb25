package orrery.ui.saved;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// A field that searches a list below it: the arrow goes down into the list, Escape clears.
final class SearchField extends StackPane {
  private final CustomTextField field = new CustomTextField();

  SearchField(String id, String words, StringProperty text, Node list) {
    getStyleClass().add("search-row");
    field.setId(id);
    field.setPromptText(words);
    field.setLeft(Icons.of("fth-search", "field-icon"));
    Button clear = Buttons.icon("fth-x", "Clear the search", field::clear);
    clear.visibleProperty().bind(field.textProperty().isNotEmpty());
    clear.setFocusTraversable(false);
    field.setRight(clear);
    field.textProperty().bindBidirectional(text);
    field.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
        field.clear();
        key.consume();
      } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
        list.requestFocus();
        first(list);
        key.consume();
      }
    });
    getChildren().add(field);
  }

  /// Gives it the keyboard.
  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  private static void first(Node list) {
    switch (list) {
      case javafx.scene.control.TreeView<?> tree -> {
        if (tree.getSelectionModel().isEmpty()) {
          tree.getSelectionModel().selectFirst();
        }
      }
      case javafx.scene.control.ListView<?> rows -> {
        if (rows.getSelectionModel().isEmpty()) {
          rows.getSelectionModel().selectFirst();
        }
      }
      default -> {}
    }
  }
}
