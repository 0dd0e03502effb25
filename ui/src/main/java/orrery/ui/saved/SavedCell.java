package orrery.ui.saved;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.SavedQuery;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Found;
import orrery.ui.kit.Icons;

/// A line of the saved queries: a folder, or a query. A query is dragged to a folder.
final class SavedCell extends TreeCell<Object> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final SavedView view;
  private final SavedViewModel model;
  private final FontIcon icon = (FontIcon) Icons.of("fth-bookmark", "row-icon");
  private final Found name = new Found();
  private final HBox line = new HBox(icon, name);
  private final Tooltip tip = new Tooltip();

  SavedCell(SavedView view, SavedViewModel model) {
    this.view = view;
    this.model = model;
    line.getStyleClass().add("row-line");
    line.setFillHeight(false);
    name.setMinWidth(USE_PREF_SIZE);
    tip.setShowDelay(Duration.millis(500));
    tip.setMaxWidth(480);
    tip.setWrapText(true);
    setPrefWidth(0);
    setOnMouseClicked(this::clicked);
    dragging();
  }

  @Override
  protected void updateItem(@Nullable Object item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(CURRENT, false);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setContextMenu(null);
      return;
    }
    line.getStyleClass().removeAll("row-model");
    switch (item) {
      case SavedRow(SavedQuery query, List<Integer> hit) -> {
        icon.setIconLiteral("fth-bookmark");
        name.show(query.name(), hit);
        tip.setText(
            query.about().isEmpty() ? query.chain() : query.about() + "\n\n" + query.chain());
        setTooltip(tip);
        setContextMenu(menu(query));
        setAccessibleText(query.name() + ", saved query");
        pseudoClassStateChanged(CURRENT, query.equals(model.currentProperty().get()));
      }
      case String folder -> {
        icon.setIconLiteral("fth-folder");
        line.getStyleClass().add("row-model");
        name.show(folder.substring(folder.lastIndexOf('/') + 1), List.of());
        setTooltip(null);
        setContextMenu(
            new ContextMenu(
                item("Delete Folder and its Queries", () -> view.delete(view.queries(folder)))));
        setAccessibleText(folder + ", folder");
      }
      default -> throw new IllegalStateException("Not a row: " + item);
    }
    setGraphic(line);
  }

  private ContextMenu menu(SavedQuery query) {
    return new ContextMenu(
        item("Open", () -> model.open(query)),
        item("Rename or Move…", () -> view.change(query)),
        item("Copy Chain", () -> Copy.text(query.chain())),
        item("Delete", () -> view.delete(List.of(query))));
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void clicked(MouseEvent click) {
    if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
      if (getItem() instanceof SavedRow row) {
        model.open(row.query());
      } else if (getItem() instanceof String) {
        getTreeItem().setExpanded(!getTreeItem().isExpanded());
      }
    }
  }

  private void dragging() {
    setOnDragDetected(drag -> {
      if (getItem() instanceof SavedRow(SavedQuery query, List<Integer> _)) {
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.putString(query.folder() + "\n" + query.name());
        board.setContent(content);
        board.setDragView(snapshot(null, null));
        drag.consume();
      }
    });
    setOnDragOver(drag -> {
      if (drag.getGestureSource() instanceof SavedCell && !equals(drag.getGestureSource())) {
        drag.acceptTransferModes(TransferMode.MOVE);
        pseudoClassStateChanged(TARGET, true);
        drag.consume();
      }
    });
    setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
    setOnDragDropped(drag -> {
      if (drag.getGestureSource() instanceof SavedCell from
          && from.getItem() instanceof SavedRow row) {
        model.move(row.query(), folder());
        drag.setDropCompleted(true);
        drag.consume();
      }
    });
  }

  // What is dropped on a query goes beside it; what is dropped below all, out of every folder.
  private String folder() {
    return switch (getItem()) {
      case SavedRow row -> row.query().folder();
      case String folder -> folder;
      case null, default -> "";
    };
  }
}
