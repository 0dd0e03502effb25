package orrery.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A layer above the window that shows one thing at a time and gives the keyboard back when it
/// goes. Escape and a click beside it put it away.
public final class Overlay extends StackPane {
  private @Nullable Node before;

  /// What has several fields, between which the tabulator goes.
  public interface Form {
    /// Gives the keyboard to the next field, or with -1 to the one before.
    void moveFocus(int by);
  }

  /// Makes an empty layer, which is not seen.
  public Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        click -> {
          if (click.getTarget() == this) {
            hide();
          }
        });
  }

  /// Shows `content` and gives the keyboard to `focus` in it.
  public void show(Node content, Pos place, Node focus) {
    if (!isVisible() && getScene() != null) {
      before = getScene().getFocusOwner();
    }
    StackPane.setAlignment(content, place);
    getChildren().setAll(content);
    setVisible(true);
    focus.requestFocus();
  }

  /// Says whether something is shown.
  public boolean isShown() {
    return isVisible();
  }

  /// Puts away what is shown.
  public void hide() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      hide();
      key.consume();
    } else if (key.getCode() == KeyCode.TAB) {
      // The keyboard stays in here as long as it is shown.
      if (!getChildren().isEmpty() && getChildren().getFirst() instanceof DialogCard card) {
        card.moveFocus(key.isShiftDown());
      }
      key.consume();
      int step = key.isShiftDown() ? -1 : 1;
      if (getChildren().getFirst() instanceof Form form) {
        form.moveFocus(step);
      } else if (!(getChildren().getFirst() instanceof DialogCard)) {
        go(step);
      }
    }
  }

  private void go(int step) {
    List<Node> stops = new ArrayList<>();
    getChildren().forEach(child -> stops(child, stops));
    int at = getScene() == null ? -1 : stops.indexOf(getScene().getFocusOwner());
    if (stops.size() > 1 && at >= 0) {
      stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
    }
  }

  private static void stops(Node node, List<Node> stops) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      stops.add(node);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> stops(child, stops));
    }
  }
}
