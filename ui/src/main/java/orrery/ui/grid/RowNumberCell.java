package orrery.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The number of a row, at its left; a click on it chooses the whole row.
final class RowNumberCell extends TableCell<Row, Cell> {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  private final GridSelection selection;

  RowNumberCell(GridSelection selection) {
    this.selection = selection;
    getStyleClass().add("row-header");
    setOnMousePressed(mouse -> {
      if (isEmpty()) {
        return;
      }
      if (mouse.isShiftDown()) {
        selection.extend(getIndex(), Integer.MAX_VALUE);
      } else if (mouse.isShortcutDown()) {
        selection.add(getIndex(), 0, true);
      } else {
        selection.selectRow(getIndex());
      }
    });
    setOnDragDetected(_ -> startFullDrag());
    setOnMouseDragEntered(_ -> {
      if (!isEmpty()) {
        selection.extend(getIndex(), Integer.MAX_VALUE);
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Cell cell, boolean empty) {
    super.updateItem(cell, empty);
    setText(empty ? null : "%,d".formatted(getIndex() + 1));
    choose();
  }

  /// Shows whether its row is chosen.
  void choose() {
    pseudoClassStateChanged(PICKED, !isEmpty() && selection.hasRow(getIndex()));
  }
}
