package orrery.ui.grid;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Icons;

/// A plan of the database: as a tree where it is one, else as its words.
final class PlanView extends StackPane {

  PlanView() {
    getStyleClass().add("plan");
    setFocusTraversable(true);
  }

  /// Shows a plan.
  void show(String text, Optional<PlanTree> tree) {
    if (tree.isEmpty()) {
      Label words = new Label(text);
      words.getStyleClass().addAll("code-text", "plan-text");
      getChildren().setAll(words);
      return;
    }
    TreeView<PlanTree> view = new TreeView<>(item(tree.get()));
    view.setId("plan");
    view.setShowRoot(false);
    view.setFixedCellSize(28);
    view.setCellFactory(_ -> new PlanCell());
    getChildren().setAll(view);
  }

  private static TreeItem<PlanTree> item(PlanTree node) {
    TreeItem<PlanTree> item = new TreeItem<>(node);
    item.setExpanded(true);
    node.parts().forEach(part -> item.getChildren().add(item(part)));
    return item;
  }

  private static final class PlanCell extends TreeCell<PlanTree> {
    @Override
    protected void updateItem(@Nullable PlanTree node, boolean empty) {
      super.updateItem(node, empty);
      getStyleClass().removeAll("plan-scan");
      if (node == null || empty) {
        setText(null);
        setGraphic(null);
        return;
      }
      setText(node.isScan() ? node.words() + "   reads the whole table" : node.words());
      setGraphic(Icons.of(node.isScan() ? "fth-alert-triangle" : "fth-corner-down-right"));
      if (node.isScan()) {
        getStyleClass().add("plan-scan");
      }
    }
  }
}
