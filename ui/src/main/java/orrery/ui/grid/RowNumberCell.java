package orrery.ui.grid;

import java.util.function.IntUnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The number of a row, at its left; a click on it chooses the whole row.
final class RowNumberCell extends TableCell<Row, Cell> {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

  private final GridSelection selection;
  private final IntUnaryOperator rows;
  private final Marking marking;

  RowNumberCell(GridSelection selection, EditingViewModel editing, IntUnaryOperator rows) {
    this.selection = selection;
    this.rows = rows;
    this.marking = new Marking(this, editing, -1, rows);
    getStyleClass().add("row-header");
    setOnMousePressed(mouse -> {
      if (isEmpty()) {
        return;
      }
      if (mouse.isShiftDown()) {
        selection.extend(row(), Integer.MAX_VALUE);
      } else if (mouse.isShortcutDown()) {
        selection.add(row(), 0, true);
      } else {
        selection.selectRow(row());
      }
    });
    setOnDragDetected(_ -> startFullDrag());
    setOnMouseDragEntered(_ -> {
      if (!isEmpty()) {
        selection.extend(row(), Integer.MAX_VALUE);
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Cell cell, boolean empty) {
    super.updateItem(cell, empty);
    choose();
  }

  /// Returns which row of the result it is in; below 0 where it is in none.
  int row() {
    return getIndex() < 0 ? -1 : rows.applyAsInt(getIndex());
  }

  /// Shows whether its row is chosen.
  void choose() {
    pseudoClassStateChanged(PICKED, !isEmpty() && selection.hasRow(row()));
    Mark mark = marking.show(isEmpty() ? -1 : row());
    String number = mark == Mark.ADDED ? "" : "%,d".formatted(row() + 1);
    setText(isEmpty() ? null : (mark.glyph() + " " + number).strip());
  }
}
