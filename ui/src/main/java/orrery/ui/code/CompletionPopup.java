package orrery.ui.code;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// The list of choices at the caret. It never takes the keyboard: the editor tells it what keys
/// mean.
final class CompletionPopup {
  private static final double ROW = 24;
  private static final int MOST_ROWS = 10;
  private static final double WIDTH = 440;

  /// How far in the names start, so that they stand below the word that is typed.
  private static final double NAME_AT = 34;

  private final CompletionViewModel model;
  private final ListView<Choice> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean updating;

  /// Makes it.
  ///
  /// @param accept writes the chosen choice
  CompletionPopup(CompletionViewModel model, Runnable accept) {
    this.model = model;
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setItems(model.choices());
    list.setCellFactory(_ -> new ChoiceCell(accept));
    model.selectedProperty().addListener((_, _, index) -> choose(index.intValue()));
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> {
          if (!updating && index.intValue() >= 0) {
            model.selectedProperty().set(index.intValue());
          }
        });
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    // Its shadow does not count for where it stands.
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    VBox frame = new VBox(list);
    frame.getStyleClass().add("completion");
    popup.getContent().add(frame);
  }

  /// Shows or hides it as the model says.
  ///
  /// @param at where on the screen the word starts that is chosen for
  void update(Node owner, Bounds at) {
    int rows = Math.min(MOST_ROWS, model.choices().size());
    list.setPrefHeight(rows * ROW + 2);
    list.setMinHeight(rows * ROW + 2);
    list.setMaxHeight(rows * ROW + 2);
    popup.show(owner, at.getMinX() - NAME_AT, at.getMaxY() + 3);
    choose(model.selectedProperty().get());
  }

  /// Hides it.
  void hide() {
    popup.hide();
  }

  /// Says whether it is shown.
  boolean isShowing() {
    return popup.isShowing();
  }

  // Cells that are made while it is not shown would not find their colours.
  private void choose(int index) {
    if (!popup.isShowing()) {
      return;
    }
    updating = true;
    if (index >= 0) {
      list.getSelectionModel().select(index);
      list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
    } else {
      list.getSelectionModel().clearSelection();
    }
    updating = false;
  }
}
