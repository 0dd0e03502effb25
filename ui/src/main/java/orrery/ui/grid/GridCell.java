package orrery.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A cell of the grid: text in the look of its value, and whether it is chosen.
final class GridCell extends TableCell<Row, Cell> {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

  private final GridSelection selection;
  private final int column;
  private @Nullable Label note;
  private String look = "";

  /// Makes it.
  ///
  /// @param column which column of the result it is in, from 0
  /// @param look shows a cell alone
  GridCell(GridSelection selection, int column, Runnable look) {
    this.selection = selection;
    this.column = column;
    setOnMousePressed(mouse -> pressed(mouse));
    setOnMouseClicked(mouse -> {
      if (mouse.getButton() == MouseButton.PRIMARY && mouse.getClickCount() == 2) {
        look.run();
      }
    });
    setOnDragDetected(_ -> startFullDrag());
    setOnMouseDragEntered(_ -> extend());
  }

  private void pressed(MouseEvent mouse) {
    if (isEmpty()) {
      return;
    }
    boolean isMenu = mouse.getButton() == MouseButton.SECONDARY;
    if (isMenu && selection.has(getIndex(), column)) {
      return;
    }
    if (mouse.isShiftDown()) {
      selection.extend(getIndex(), column);
    } else if (mouse.isShortcutDown()) {
      selection.add(getIndex(), column, false);
    } else {
      selection.select(getIndex(), column);
    }
  }

  private void extend() {
    if (!isEmpty()) {
      selection.extend(getIndex(), column);
    }
  }

  @Override
  protected void updateItem(@Nullable Cell cell, boolean empty) {
    super.updateItem(cell, empty);
    getStyleClass().remove(look);
    look = "";
    if (cell == null || empty) {
      setText(null);
      setGraphic(null);
      choose();
      return;
    }
    look = cell.style().css();
    getStyleClass().add(look);
    setText(cell.text());
    setGraphic(cell.note().isEmpty() ? null : note(cell.note()));
    choose();
  }

  private Label note(String words) {
    Label shown = note;
    if (shown == null) {
      shown = new Label();
      shown.getStyleClass().add("cell-note");
      note = shown;
    }
    shown.setText(words);
    return shown;
  }

  /// Returns which column of the result it is in.
  int column() {
    return column;
  }

  /// Shows whether it is chosen.
  void choose() {
    int row = getIndex();
    boolean isThere = !isEmpty();
    pseudoClassStateChanged(PICKED, isThere && selection.has(row, column));
    pseudoClassStateChanged(LEAD, isThere && selection.isLead(row, column));
  }
}
