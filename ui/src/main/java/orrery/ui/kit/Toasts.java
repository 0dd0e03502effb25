package orrery.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short notes about what happened in the background, stacked in the corner of the window. They go
/// after a while, errors only when they are put away.
public final class Toasts extends VBox {
  private static final int MOST = 4;

  /// What a note is about.
  public enum Tone {
    /// It was done.
    DONE,
    /// It failed.
    FAILED
  }

  /// Makes an empty stack.
  public Toasts() {
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
  }

  /// Shows a note.
  public void show(Tone tone, String words, Node... actions) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add("toast-words");
    HBox.setHgrow(label, Priority.ALWAYS);
    Button close = Buttons.icon("fth-x", "Dismiss", () -> {});
    close.getStyleClass().add(Styles.SMALL);
    boolean failed = tone == Tone.FAILED;
    HBox toast =
        new HBox(Icons.of(failed ? "fth-alert-circle" : "fth-check-circle", "toast-icon"), label);
    toast.getChildren().addAll(actions);
    toast.getChildren().add(close);
    toast.getStyleClass().addAll("toast", failed ? "toast-failed" : "toast-done");
    toast.setAlignment(Pos.CENTER_LEFT);
    toast.setMaxWidth(USE_PREF_SIZE);
    close.setOnAction(_ -> getChildren().remove(toast));
    getChildren().add(toast);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    if (!failed) {
      PauseTransition pause = new PauseTransition(Duration.seconds(5));
      pause.setOnFinished(_ -> getChildren().remove(toast));
      pause.play();
    }
  }
}
