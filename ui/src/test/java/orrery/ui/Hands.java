package orrery.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// A mouse and a keyboard. Unlike TestFX's they do not travel: the mouse is where it is wanted at
/// once, and after each thing done the window is drawn once. Called off the window's thread.
final class Hands {
  private @Nullable Robot machine;

  /// Clicks on the node with an id, in whichever window it is. Where it is out of sight it is
  /// scrolled to, as by Tab.
  void click(String id) {
    boolean isHidden = fx(() -> !isSeen(node(id)));
    if (isHidden) {
      focus(id);
    }
    fx(() -> {
      move(id);
      robot().mousePress(MouseButton.PRIMARY);
      robot().mouseRelease(MouseButton.PRIMARY);
      return id;
    });
    rest();
  }

  /// Puts the mouse on the node with an id.
  void hover(String id) {
    fx(() -> {
      move(id);
      return id;
    });
    rest();
  }

  private static boolean isSeen(Node node) {
    Bounds at = node.localToScene(node.getBoundsInLocal());
    for (Node in = node; in != null; in = in.getParent()) {
      if (in instanceof ScrollPane pane) {
        Bounds view = pane.localToScene(pane.getBoundsInLocal());
        return view.contains(at.getCenterX(), at.getCenterY());
      }
    }
    return true;
  }

  private Robot robot() {
    if (machine == null) {
      machine = new Robot();
    }
    return machine;
  }

  private void move(String id) {
    Node node = node(id);
    Bounds at = node.localToScreen(node.getBoundsInLocal());
    robot().mouseMove(at.getCenterX(), at.getCenterY());
  }

  /// Types a text where the keyboard is.
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      String typed = text.substring(i, i + 1);
      fx(() -> {
        Node at = focus();
        Event.fireEvent(at, key(KeyEvent.KEY_PRESSED, "", KeyCode.UNDEFINED, List.of()));
        Event.fireEvent(at, key(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, List.of()));
        Event.fireEvent(at, key(KeyEvent.KEY_RELEASED, "", KeyCode.UNDEFINED, List.of()));
        return typed;
      });
    }
    rest();
  }

  /// Presses the last of the keys while all others are held.
  void press(KeyCode... keys) {
    fx(() -> {
      for (KeyCode key : keys) {
        robot().keyPress(key);
      }
      for (int i = keys.length - 1; i >= 0; i--) {
        robot().keyRelease(keys[i]);
      }
      return keys;
    });
    rest();
  }

  private static KeyEvent key(
      javafx.event.EventType<KeyEvent> type, String typed, KeyCode code, List<KeyCode> held) {
    return new KeyEvent(
        type,
        typed,
        "",
        code,
        held.contains(KeyCode.SHIFT),
        held.contains(KeyCode.CONTROL),
        held.contains(KeyCode.ALT),
        false);
  }

  /// Returns the node with an id, in the window that came last of those that have it.
  static Node node(String id) {
    List<Window> windows = Window.getWindows();
    for (int i = windows.size() - 1; i >= 0; i--) {
      Node found = windows.get(i).getScene().lookup("#" + id);
      if (found != null && windows.get(i).isShowing()) {
        return found;
      }
    }
    throw new AssertionError("No node " + id);
  }

  /// Says whether any window has a node with an id.
  static boolean has(String id) {
    return Window.getWindows().stream().anyMatch(w -> w.getScene().lookup("#" + id) != null);
  }

  /// Gives the keyboard to the node with an id, as Tab would.
  void focus(String id) {
    fx(() -> {
      node(id).requestFocus();
      return id;
    });
    rest();
  }

  // A list that drops down has a field of its own to search in, in a window of its own.
  private static Node focus() {
    List<Window> windows = Window.getWindows();
    for (int i = windows.size() - 1; i >= 0; i--) {
      Node owner = windows.get(i).getScene().getFocusOwner();
      boolean isPopup = windows.get(i) instanceof PopupWindow && owner instanceof TextInputControl;
      if (owner != null && (isPopup || windows.get(i).isFocused())) {
        return owner;
      }
    }
    throw new AssertionError("No window has the keyboard");
  }

  /// Waits until what was done is done and drawn.
  void rest() {
    CountDownLatch drawn = new CountDownLatch(2);
    Runnable pulse = drawn::countDown;
    Scene scene =
        fx(() -> {
          Scene main = Objects.requireNonNull(Window.getWindows().getFirst().getScene());
          main.addPostLayoutPulseListener(pulse);
          Platform.requestNextPulse();
          return main;
        });
    try {
      if (!drawn.await(20, TimeUnit.MILLISECONDS)) {
        fx(() -> {
          Platform.requestNextPulse();
          return scene;
        });
        drawn.await(100, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    fx(() -> {
      scene.removePostLayoutPulseListener(pulse);
      return scene;
    });
  }

  private static <T> T fx(java.util.concurrent.Callable<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
  }
}
