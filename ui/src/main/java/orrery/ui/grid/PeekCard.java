package orrery.ui.grid;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// A look at what a cell stands for, below the cell. It does not take the keyboard, and goes with
/// the mouse.
final class PeekCard {
  private static final double WIDTH = 320;
  private static final double NAMES = 110;

  private final Popup popup = new Popup();
  private final Label title = new Label();
  private final Label about = new Label();
  private final Label way = new Label();
  private final GridPane lines = new GridPane();

  PeekCard() {
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    about.getStyleClass().add("card-foot");
    about.setMinWidth(Label.USE_PREF_SIZE);
    way.getStyleClass().addAll("peek-way");
    HBox head = new HBox(title, about);
    HBox.setHgrow(title, Priority.ALWAYS);
    head.getStyleClass().add("detail-head");
    lines.getStyleClass().add("peek-lines");
    ColumnConstraints names = new ColumnConstraints(60, NAMES, NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().addAll(names, values);
    VBox card = new VBox(head, lines, way);
    card.setId("peek");
    card.getStyleClass().addAll("hover-card", "detail-card");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    card.setMouseTransparent(true);
    popup.setAutoFix(true);
    popup.setAutoHide(true);
    // What is pressed while it is seen is meant for the grid.
    popup.setConsumeAutoHidingEvents(false);
    popup.setHideOnEscape(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.getContent().add(card);
  }

  /// Shows a look below `cell`.
  ///
  /// @param chain the chain that opening it runs
  void show(Peek peek, String chain, Node cell) {
    title.setText(peek.title());
    about.setText(peek.about());
    way.setText("↵  " + chain);
    lines.getChildren().clear();
    int row = 0;
    for (Peek.Line line : peek.lines()) {
      Label name = new Label(line.name());
      name.getStyleClass().add("peek-name");
      Label value = new Label(line.value().text());
      value.getStyleClass().addAll("peek-value", line.value().style().css());
      lines.addRow(row, name, value);
      row++;
    }
    lines.setManaged(row > 0);
    Bounds at = cell.localToScreen(cell.getBoundsInLocal());
    popup.show(cell, at.getMinX(), at.getMaxY() + 2);
  }

  /// Says whether it is seen.
  boolean isShowing() {
    return popup.isShowing();
  }

  /// Hides it.
  void hide() {
    popup.hide();
  }
}
