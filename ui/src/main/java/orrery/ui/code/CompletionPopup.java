package orrery.ui.code;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Popup;

/// The list of choices at the caret. It never takes the keyboard: the editor tells it what keys
/// mean.
final class CompletionPopup {
  private static final double ROW = 24;
  private static final int MOST_ROWS = 10;
  private static final double WIDTH = 440;

  private final CompletionViewModel model;
  private final ListView<Choice> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean updating;

  /// Makes it.
  ///
  /// @param accept writes the chosen choice
  CompletionPopup(CompletionViewModel model, Runnable accept) {
    this.model = model;
    list.getStyleClass().add("completion");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPrefWidth(WIDTH);
    list.setItems(model.choices());
    list.setCellFactory(_ -> new ChoiceCell(accept));
    model.selectedProperty().subscribe(index -> choose(index.intValue()));
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(index -> {
          if (!updating && index.intValue() >= 0) {
            model.selectedProperty().set(index.intValue());
          }
        });
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.getContent().add(list);
  }

  /// Shows or hides it as the model says.
  ///
  /// @param at where on the screen the word starts that is chosen for
  void update(Node owner, Bounds at) {
    int rows = Math.min(MOST_ROWS, model.choices().size());
    list.setPrefHeight(rows * ROW + 10);
    list.setMinHeight(rows * ROW + 10);
    list.setMaxHeight(rows * ROW + 10);
    popup.show(owner, at.getMinX() - 34, at.getMaxY() + 4);
  }

  /// Hides it.
  void hide() {
    popup.hide();
  }

  /// Says whether it is shown.
  boolean isShowing() {
    return popup.isShowing();
  }

  private void choose(int index) {
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
