package orrery.ui.grid;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import orrery.ui.kit.Copy;

/// The keys of the grid that change rows. They come before those that only look, and do nothing
/// while the rows are locked.
final class EditKeys {

  /// Begins to edit the cell that the keyboard is in.
  @FunctionalInterface
  interface Begin {
    /// Begins; says whether the cell can be edited.
    boolean edit(String typed);
  }

  private final EditingViewModel model;
  private final GridSelection selection;
  private final Begin begin;

  EditKeys(EditingViewModel model, GridSelection selection, Begin begin) {
    this.model = model;
    this.selection = selection;
    this.begin = begin;
  }

  /// Listens to the keys of a node.
  void on(Node node) {
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (!key.isAltDown() && pressed(key)) {
            key.consume();
          }
        });
    node.addEventFilter(
        KeyEvent.KEY_TYPED,
        key -> {
          if (typed(key)) {
            key.consume();
          }
        });
  }

  private boolean pressed(KeyEvent key) {
    boolean far = key.isShortcutDown();
    return switch (key.getCode()) {
      case Z -> far && (key.isShiftDown() ? redo() : undo());
      case Y -> far && redo();
      case DELETE -> model.canEdit().get() && delete(far || selection.isWholeRows());
      case BACK_SPACE -> model.canEdit().get() && (far ? setNull() : delete(false));
      case D -> far && duplicate();
      case V -> far && paste();
      default -> false;
    };
  }

  private boolean undo() {
    boolean can = model.canUndo().get();
    model.undo();
    return can;
  }

  private boolean redo() {
    boolean can = model.canRedo().get();
    model.redo();
    return can;
  }

  private boolean delete(boolean rows) {
    if (rows) {
      model.removeRows();
    } else {
      model.setEmpty();
    }
    return true;
  }

  private boolean setNull() {
    model.setNull();
    return true;
  }

  private boolean duplicate() {
    model.duplicateRows();
    return model.canEdit().get();
  }

  private boolean paste() {
    boolean can = model.canEdit().get();
    if (can) {
      model.paste(Copy.pasted());
    }
    return can;
  }

  private boolean typed(KeyEvent key) {
    String character = key.getCharacter();
    boolean isText =
        !key.isControlDown()
            && !key.isMetaDown()
            && character.length() == 1
            && character.charAt(0) >= ' '
            && character.charAt(0) != 127;
    if (!isText || !model.canEdit().get() || selection.row() < 0) {
      return false;
    }
    if (character.equals(" ") && model.isTruth(selection.column())) {
      model.turn();
      return true;
    }
    return begin.edit(character);
  }
}
