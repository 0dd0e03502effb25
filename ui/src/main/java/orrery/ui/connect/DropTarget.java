package orrery.ui.connect;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// The layer that is seen while a file is dragged over the window, and opens it when it is dropped.
public final class DropTarget extends StackPane {
  private final Consumer<String> drop;
  private final Label words = new Label();

  /// Makes it; it is not seen until a file comes over `window`.
  ///
  /// @param drop takes the path of what was dropped
  public DropTarget(Node window, Consumer<String> drop) {
    this.drop = drop;
    getStyleClass().add("drop-target");
    setVisible(false);
    setMouseTransparent(true);
    words.getStyleClass().add("drop-words");
    VBox box = new VBox(Icons.of("fth-download", "drop-icon"), words);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("drop-box");
    getChildren().add(box);
    window.addEventFilter(DragEvent.DRAG_OVER, this::over);
    window.addEventHandler(DragEvent.DRAG_EXITED, _ -> setVisible(false));
    window.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void over(DragEvent drag) {
    if (over(files(drag))) {
      drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
      drag.consume();
    }
  }

  private void dropped(DragEvent drag) {
    if (dropped(files(drag))) {
      drag.setDropCompleted(true);
      drag.consume();
    }
  }

  /// Shows that files can be dropped, and says whether they can: only one at a time.
  boolean over(List<File> files) {
    boolean one = files.size() == 1;
    if (one) {
      words.setText("Drop to open " + files.getFirst().getName());
      setVisible(true);
    }
    return one;
  }

  /// Opens what was dropped, and says whether it was taken.
  boolean dropped(List<File> files) {
    setVisible(false);
    boolean one = files.size() == 1;
    if (one) {
      drop.accept(files.getFirst().getPath());
    }
    return one;
  }

  private static List<File> files(DragEvent drag) {
    return drag.getDragboard().hasFiles() ? drag.getDragboard().getFiles() : List.of();
  }
}
