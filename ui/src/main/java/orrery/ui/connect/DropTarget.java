package orrery.ui.connect;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// The layer that is seen while a file is dragged over the window, and opens it when it is dropped.
public final class DropTarget extends StackPane {
  private final Label words = new Label();

  /// Makes it; it is not seen until a file comes over `window`.
  ///
  /// @param drop takes the path of what was dropped
  public DropTarget(Node window, Consumer<String> drop) {
    getStyleClass().add("drop-target");
    setVisible(false);
    setMouseTransparent(true);
    words.getStyleClass().add("drop-words");
    VBox box = new VBox(Icons.of("fth-download", "drop-icon"), words);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("drop-box");
    getChildren().add(box);
    window.addEventFilter(DragEvent.DRAG_OVER, this::over);
    window.addEventFilter(DragEvent.DRAG_EXITED_TARGET, drag -> left(window, drag));
    window.addEventFilter(DragEvent.DRAG_DROPPED, drag -> dropped(drag, drop));
  }

  private void over(DragEvent drag) {
    Optional<File> file = file(drag.getDragboard());
    if (file.isPresent()) {
      drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
      words.setText("Drop to open " + file.get().getName());
      setVisible(true);
      drag.consume();
    }
  }

  private void left(Node window, DragEvent drag) {
    if (window.equals(drag.getTarget())) {
      setVisible(false);
    }
  }

  private void dropped(DragEvent drag, Consumer<String> drop) {
    setVisible(false);
    Optional<File> file = file(drag.getDragboard());
    if (file.isPresent()) {
      drag.setDropCompleted(true);
      drag.consume();
      drop.accept(file.get().getPath());
    }
  }

  private static Optional<File> file(Dragboard board) {
    List<File> files = board.hasFiles() ? board.getFiles() : List.of();
    return files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty();
  }
}
