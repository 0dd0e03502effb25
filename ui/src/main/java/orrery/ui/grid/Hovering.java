package orrery.ui.grid;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What happens where the mouse rests: a cell that leads to other objects is looked into.
final class Hovering {
  private static final Duration REST = Duration.millis(400);

  private final Relations relations;
  private final PeekCard card = new PeekCard();
  private final PauseTransition rest = new PauseTransition(REST);
  private @Nullable GridCell over;

  Hovering(Relations relations) {
    this.relations = relations;
    rest.setOnFinished(_ -> {
      if (over != null) {
        look(over);
      }
    });
  }

  /// The mouse has come to a cell.
  void enter(GridCell cell) {
    leave();
    if (relations.leads(cell.row(), cell.column())) {
      over = cell;
      rest.playFromStart();
    }
  }

  /// The mouse has gone, or something else is more important.
  void leave() {
    over = null;
    rest.stop();
    relations.away();
    card.hide();
  }

  /// Looks into a cell at once.
  ///
  /// @return whether it leads anywhere
  boolean look(GridCell cell) {
    int row = cell.row();
    int column = cell.column();
    if (!relations.leads(row, column)) {
      return false;
    }
    relations.peek(
        row,
        column,
        peek -> {
          boolean isThere = cell.getScene() != null && cell.row() == row && !cell.isEmpty();
          if (isThere) {
            card.show(peek, relations.chain(row, column), cell);
          }
        });
    return true;
  }
}
