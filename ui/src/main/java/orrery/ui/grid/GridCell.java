package orrery.ui.grid;

import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A cell of the grid: text in the look of its value, and whether it is chosen.
final class GridCell extends TableCell<Row, Cell> {
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
  private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

  private final GridSelection selection;
  private final IntUnaryOperator rows;
  private final Hands hands;
  private final Marking marking;
  private final Predicate<Cell> found;
  private final int column;
  private @Nullable CellEnd end;
  private String look = "";

  /// Makes it.
  ///
  /// @param column which column of the result it is in, from 0
  /// @param rows says which row of the result stands at an index of the table
  /// @param hands takes what is done with it
  /// @param found says whether a cell has what one is looking for
  GridCell(
      GridSelection selection,
      EditingViewModel editing,
      int column,
      IntUnaryOperator rows,
      Hands hands,
      Predicate<Cell> found) {
    this.selection = selection;
    this.rows = rows;
    this.marking = new Marking(this, editing, column, rows);
    this.column = column;
    this.hands = hands;
    this.found = found;
    setOnMousePressed(mouse -> pressed(mouse));
    setOnMouseClicked(mouse -> {
      if (mouse.getButton() == MouseButton.PRIMARY && mouse.getClickCount() == 2) {
        hands.look();
      }
    });
    setOnDragDetected(_ -> startFullDrag());
    setOnMouseDragEntered(_ -> extend());
    setOnMouseEntered(_ -> {
      if (end != null) {
        end.arrow(hands.leads(row(), column));
      }
      hands.enter(this);
    });
    setOnMouseExited(_ -> {
      if (end != null) {
        end.arrow(false);
      }
      hands.leave(this);
    });
  }

  private void pressed(MouseEvent mouse) {
    if (isEmpty()) {
      return;
    }
    boolean isMenu = mouse.getButton() == MouseButton.SECONDARY;
    if (isMenu && selection.has(row(), column)) {
      return;
    }
    if (mouse.isShiftDown()) {
      selection.extend(row(), column);
    } else if (mouse.isShortcutDown()) {
      selection.add(row(), column, false);
    } else {
      selection.select(row(), column);
    }
  }

  private void extend() {
    if (!isEmpty()) {
      selection.extend(row(), column);
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
    setGraphic(end(cell));
    choose();
  }

  private @Nullable CellEnd end(Cell cell) {
    boolean isPlain =
        switch (cell.style()) {
          case RELATION, MISSING, COUNT -> false;
          case TEXT, LONG, EMPTY, NULL, NUMBER, TRUE, FALSE, DATE, JSON, BINARY -> true;
          case DEFERRED, LOADING, DEFAULT -> true;
        };
    if (isPlain && cell.note().isEmpty()) {
      return null;
    }
    CellEnd shown = end;
    if (shown == null) {
      shown = new CellEnd(() -> hands.follow(row(), column));
      end = shown;
    }
    shown.show(cell.note());
    return shown;
  }

  /// Returns which column of the result it is in.
  int column() {
    return column;
  }

  /// Returns which row of the result it is in; below 0 where it is in none.
  int row() {
    return getIndex() < 0 ? -1 : rows.applyAsInt(getIndex());
  }

  /// Shows whether it is chosen.
  void choose() {
    int row = row();
    boolean isThere = !isEmpty();
    pseudoClassStateChanged(PICKED, isThere && selection.has(row, column));
    Cell shown = getItem();
    pseudoClassStateChanged(FOUND, isThere && shown != null && found.test(shown));
    pseudoClassStateChanged(LEAD, isThere && selection.isLead(row, column));
    marking.show(isThere ? row : -1);
  }
}
