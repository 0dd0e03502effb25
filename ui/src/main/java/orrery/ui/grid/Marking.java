package orrery.ui.grid;

import java.util.function.IntUnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Shows on a cell what is to become of it: in colour, and in words where one points at it.
final class Marking {
  private final TableCell<?, ?> cell;
  private final EditingViewModel model;
  private final int column;
  private final IntUnaryOperator rows;
  private Mark shown = Mark.NONE;

  /// Makes it.
  ///
  /// @param column which column the cell is in; -1 for the number of the row
  /// @param rows says which row of the result stands at an index of the table
  Marking(TableCell<?, ?> cell, EditingViewModel model, int column, IntUnaryOperator rows) {
    this.rows = rows;
    this.cell = cell;
    this.model = model;
    this.column = column;
    cell.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tell());
  }

  /// Shows what is to become of it.
  ///
  /// @param row which row it is in now; -1 where it is empty
  /// @return what is to become of it
  Mark show(int row) {
    Mark mark = row < 0 ? Mark.NONE : model.mark(row, column);
    if (mark != shown) {
      if (shown != Mark.NONE) {
        cell.pseudoClassStateChanged(PseudoClass.getPseudoClass(shown.style()), false);
      }
      if (mark != Mark.NONE) {
        cell.pseudoClassStateChanged(PseudoClass.getPseudoClass(mark.style()), true);
      }
      shown = mark;
    }
    return mark;
  }

  private void tell() {
    String note = cell.isEmpty() ? "" : model.note(rows.applyAsInt(cell.getIndex()), column);
    cell.setTooltip(note.isEmpty() ? null : new Tooltip(note));
  }
}
