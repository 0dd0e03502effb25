package orrery.ui.grid;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import orrery.ui.kit.Copy;

/// The keys of the grid: they move, choose, copy and look closer.
final class GridKeys {
  private static final int FAR = 1 << 29;

  private final GridViewModel model;
  private final GridTable table;
  private final Hands hands;

  GridKeys(GridViewModel model, GridTable table, Hands hands) {
    this.model = model;
    this.table = table;
    this.hands = hands;
  }

  /// Listens to the keys of a node.
  void on(Node node) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          boolean isTyping = key.getTarget() instanceof TextInputControl;
          if (!isTyping && !key.isAltDown() && pressed(key)) {
            key.consume();
          }
        });
  }

  private boolean pressed(KeyEvent key) {
    boolean far = key.isShortcutDown();
    return switch (key.getCode()) {
      case UP, KP_UP -> move(key, far ? -FAR : -1, 0);
      case DOWN, KP_DOWN -> move(key, far ? FAR : 1, 0);
      case LEFT, KP_LEFT -> move(key, 0, far ? -FAR : -1);
      case RIGHT, KP_RIGHT -> move(key, 0, far ? FAR : 1);
      case PAGE_UP -> move(key, -table.page(), 0);
      case PAGE_DOWN -> move(key, table.page(), 0);
      case HOME -> move(key, far ? -FAR : 0, -FAR);
      case END -> move(key, far ? FAR : 0, FAR);
      case A -> far && all();
      case C -> far && !key.isShiftDown() && copy();
      case ENTER -> !far && open();
      case F2, SPACE -> !far && look();
      case ESCAPE -> clear();
      default -> false;
    };
  }

  private boolean move(KeyEvent key, int rows, int columns) {
    GridSelection selection = model.selection();
    selection.move(rows, columns, key.isShiftDown());
    if (selection.row() >= 0) {
      table.reveal(selection.row(), selection.column());
    }
    return true;
  }

  private boolean all() {
    model.selection().selectAll();
    return true;
  }

  private boolean copy() {
    model.copy(false, Copy::text);
    return true;
  }

  private boolean look() {
    hands.look();
    return true;
  }

  private boolean open() {
    GridSelection selection = model.selection();
    if (hands.leads(selection.row(), selection.column())) {
      hands.follow(selection.row(), selection.column());
      return true;
    }
    return look();
  }

  private boolean clear() {
    boolean had = model.selection().row() >= 0;
    model.selection().clear();
    return had;
  }
}
