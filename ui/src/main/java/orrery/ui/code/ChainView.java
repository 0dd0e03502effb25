package orrery.ui.code;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.CodePane;
import orrery.ui.kit.PaneHeader;

/// The editor of the chain: text in colours, a list of what could be written, and a line below that
/// says what is wrong.
public final class ChainView extends VBox {
  /// How long one must pause before a text that is not finished is called wrong.
  private static final Duration PAUSE = Duration.millis(700);

  private final ChainViewModel model;
  private final CodePane pane = CodePane.editor();
  private final CompletionPopup popup;
  private final MessageLine message;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private boolean applying;
  private boolean placing;

  /// Makes it.
  ///
  /// @param actions what stands in its head line
  public ChainView(ChainViewModel model, ButtonBase... actions) {
    this.model = model;
    getStyleClass().add("chain");
    popup = new CompletionPopup(model.completion(), this::accept);
    message = new MessageLine(model::fix);
    BorderPane body = new BorderPane(pane.node());
    body.setBottom(message);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new PaneHeader("Chain").actions(actions), body);
    pane.focusTarget().setId("chain-text");
    pane.focusTarget().setAccessibleText("Chain");
    pane.onText(text -> fromPane(() -> model.edited(text)));
    pane.onCaret(caret -> fromPane(() -> model.moved(caret)));
    model.coloursProperty().subscribe(_ -> toPane());
    model.messageProperty().subscribe(_ -> say());
    model.completion().hintProperty().subscribe(_ -> say());
    model.completion().openProperty().subscribe(this::list);
    model
        .completion()
        .choices()
        .addListener((InvalidationListener) _ -> list(model.completion().openProperty().get()));
    pause.setOnFinished(_ -> say());
    keys();
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return pane.focusTarget();
  }

  /// Takes back the last change of the text.
  public void undo() {
    pane.undo();
  }

  /// Makes the change again that was taken back.
  public void redo() {
    pane.redo();
  }

  private void fromPane(Runnable change) {
    if (!applying) {
      change.run();
    }
  }

  /// Shows what the model has, where that did not come from the pane itself.
  private void toPane() {
    boolean isOwn = pane.text().equals(model.text());
    if (isOwn) {
      pane.colour(model.coloursProperty().get());
      if (!pane.focusTarget().isFocused()) {
        catchUp();
      }
    } else {
      applying = true;
      pane.show(model.coloursProperty().get());
      int caret = Math.min(model.caret(), pane.text().length());
      pane.select(caret, caret);
      applying = false;
      pause.stop();
      // The caret of the model may still be that of the text before.
      Platform.runLater(this::catchUp);
    }
    pane.showLineNumbers(pane.text().indexOf('\n') >= 0);
  }

  private void catchUp() {
    int caret = Math.min(model.caret(), pane.text().length());
    if (caret != pane.caret()) {
      pane.select(caret, caret);
    }
  }

  private void keys() {
    Node target = pane.focusTarget();
    target.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    target.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    target
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            model.completion().close();
          }
        });
    target.setOnMousePressed(_ -> model.completion().close());
  }

  private void pressed(KeyEvent key) {
    boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isControlDown();
    boolean done =
        switch (key.getCode()) {
          case ENTER -> entered(key, plain);
          case SPACE -> key.isControlDown() && opened();
          case TAB -> plain && edit(key.isShiftDown() ? EditKey.BACK_TAB : EditKey.TAB);
          case BACK_SPACE -> plain && edit(EditKey.BACKSPACE);
          case UP, DOWN, PAGE_UP, PAGE_DOWN, ESCAPE -> plain && popup.isShowing() && steered(key);
          default -> false;
        };
    if (done) {
      key.consume();
    }
  }

  private boolean entered(KeyEvent key, boolean plain) {
    if (key.isShortcutDown()) {
      model.run();
      return true;
    }
    if (key.isAltDown()) {
      return model.fix();
    }
    return plain && edit(EditKey.ENTER);
  }

  private boolean opened() {
    model.completion().open();
    return true;
  }

  private boolean steered(KeyEvent key) {
    CompletionViewModel completion = model.completion();
    if (key.getCode() == KeyCode.ESCAPE) {
      completion.close();
    } else {
      switch (key.getCode()) {
        case UP -> completion.move(-1);
        case DOWN -> completion.move(1);
        case PAGE_UP -> completion.page(-9);
        default -> completion.page(9);
      }
    }
    return true;
  }

  private void typed(KeyEvent key) {
    String letters = key.getCharacter();
    boolean isShortcut = key.isMetaDown() || (key.isControlDown() && !key.isAltDown());
    if (letters.isEmpty() || isShortcut || Character.isISOControl(letters.charAt(0))) {
      return;
    }
    key.consume();
    apply(model.type(letters, pane.anchor(), pane.caret()));
    pause.playFromStart();
    model.completion().typed(letters);
    say();
  }

  private boolean edit(EditKey key) {
    boolean wasOpen = model.completion().openProperty().get();
    boolean isTaken = model.key(key, pane.anchor(), pane.caret()).map(this::apply).isPresent();
    pause.playFromStart();
    if (wasOpen && isTaken && key != EditKey.BACKSPACE) {
      further();
    }
    return isTaken;
  }

  private void accept() {
    model.completion().accept().ifPresent(this::apply);
    further();
    pane.focusTarget().requestFocus();
  }

  /// After a choice was written, shows what may follow where the caret is in a new place for it.
  private void further() {
    String text = pane.text();
    int caret = pane.caret();
    boolean goesOn = caret > 0 && "(\"=_".indexOf(text.charAt(caret - 1)) >= 0;
    if (goesOn) {
      model.completion().open();
    }
  }

  private Edit apply(Edit edit) {
    pane.replace(edit.start(), edit.end(), edit.insert(), edit.anchor(), edit.caret());
    return edit;
  }

  private void list(boolean open) {
    say();
    if (!open) {
      popup.hide();
      return;
    }
    if (placing) {
      return;
    }
    placing = true;
    // The text is laid out with the next picture; before that nobody knows where the word is.
    Platform.runLater(() -> {
      placing = false;
      if (model.completion().openProperty().get() && getScene() != null) {
        getScene().getRoot().layout();
        pane.bounds(model.completion().start())
            .or(pane::caretBounds)
            .ifPresent(at -> popup.update(pane.focusTarget(), at));
      }
    });
  }

  private void say() {
    ChainViewModel.@Nullable Message wrong = model.messageProperty().get();
    Hint hint = model.completion().hintProperty().get();
    boolean isTyping = pause.getStatus() == Animation.Status.RUNNING;
    boolean isChoosing = model.completion().openProperty().get() && hint != null;
    if (wrong != null && !isTyping && !isChoosing) {
      message.show(wrong);
    } else if (hint != null) {
      message.show(hint);
    } else {
      message.clear();
    }
  }
}
