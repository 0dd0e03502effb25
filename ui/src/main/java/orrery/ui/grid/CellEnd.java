package orrery.ui.grid;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import orrery.ui.kit.Icons;

/// What stands behind the text of a cell: a note in grey, and while the mouse is there the arrow
/// that opens what the cell stands for.
final class CellEnd extends HBox {
  private final Label note = new Label();
  private final Node arrow = Icons.of("fth-arrow-right-circle", "cell-arrow");

  /// Makes it.
  ///
  /// @param follow opens what the cell stands for
  CellEnd(Runnable follow) {
    getStyleClass().add("cell-end");
    note.getStyleClass().add("cell-note");
    arrow.setCursor(Cursor.HAND);
    arrow.setOnMousePressed(mouse -> {
      if (mouse.getButton() == MouseButton.PRIMARY) {
        mouse.consume();
        follow.run();
      }
    });
    arrow(false);
    getChildren().addAll(note, arrow);
  }

  /// Shows a note.
  void show(String words) {
    note.setText(words);
    note.setManaged(!words.isEmpty());
    arrow(false);
  }

  /// Shows the arrow, or hides it.
  void arrow(boolean shown) {
    arrow.setVisible(shown);
    arrow.setManaged(shown);
  }
}
