package orrery.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/// The values that can be picked for a cell, in a list below it. It never takes the keyboard: the
/// field of the cell tells it what keys mean.
final class PickList {
  private static final double ROW = 26;
  private static final int MOST_ROWS = 8;
  private static final double LEAST_WIDTH = 260;

  private final ObservableList<Pick> picks = FXCollections.observableArrayList();
  private final ListView<Pick> list = new ListView<>(picks);
  private final Label status = new Label();
  private final Popup popup = new Popup();

  /// Makes it.
  ///
  /// @param chosen takes the value that is clicked at
  PickList(Runnable chosen) {
    list.setId("pick-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new PickCell(chosen));
    list.managedProperty().bind(list.visibleProperty());
    status.getStyleClass().add("pick-status");
    status.managedProperty().bind(status.visibleProperty());
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    VBox frame = new VBox(list, status);
    frame.getStyleClass().addAll("completion", "pick-frame");
    popup.getContent().add(frame);
  }

  /// Shows values below `cell`.
  ///
  /// @param words what is said where there are none, or below them; may be empty
  void show(Node cell, List<Pick> values, String words) {
    picks.setAll(values);
    status.setText(words);
    status.setVisible(!words.isEmpty());
    list.setVisible(!values.isEmpty());
    int rows = Math.min(MOST_ROWS, Math.max(1, values.size()));
    double height = rows * ROW + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    Bounds at = cell.localToScreen(cell.getBoundsInLocal());
    list.setPrefWidth(Math.max(LEAST_WIDTH, at.getWidth()));
    double all = (values.isEmpty() ? 0 : height) + (words.isEmpty() ? 0 : 28) + 4;
    double bottom =
        Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .max()
            .orElse(Double.MAX_VALUE);
    boolean isLow = at.getMaxY() + all > bottom;
    popup.show(cell, at.getMinX(), isLow ? at.getMinY() - all - 2 : at.getMaxY() + 2);
    if (!values.isEmpty()) {
      list.getSelectionModel().select(0);
      list.scrollTo(0);
    }
  }

  /// Highlights the value with that label, if it is in the list.
  void select(String label) {
    for (int i = 0; i < picks.size(); i++) {
      if (picks.get(i).label().equals(label)) {
        list.getSelectionModel().select(i);
        list.scrollTo(Math.max(0, i - 2));
        return;
      }
    }
  }

  /// Highlights the value some lines further down.
  void move(int lines) {
    if (!picks.isEmpty()) {
      int at = list.getSelectionModel().getSelectedIndex();
      int next = Math.clamp(at + (long) lines, 0, picks.size() - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - MOST_ROWS + 2));
    }
  }

  /// Returns the highlighted value.
  Optional<Pick> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /// Puts it away.
  void hide() {
    popup.hide();
  }

  private static final class PickCell extends ListCell<Pick> {
    private final Label label = new Label();
    private final Label note = new Label();
    private final HBox line;

    PickCell(Runnable chosen) {
      note.getStyleClass().add("completion-about");
      note.setMinWidth(Region.USE_PREF_SIZE);
      label.setMinWidth(0);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line = new HBox(label, space, note);
      line.getStyleClass().add("completion-line");
      setPrefWidth(0);
      setOnMouseReleased(_ -> {
        if (!isEmpty()) {
          chosen.run();
        }
      });
    }

    @Override
    protected void updateItem(@Nullable Pick pick, boolean empty) {
      super.updateItem(pick, empty);
      if (pick == null || empty) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      label.setText(pick.label());
      label.getStyleClass().setAll("label", pick.value() == null ? "cell-null" : "pick-label");
      note.setText(pick.note());
      setAccessibleText(pick.label() + ", " + pick.note());
      setGraphic(line);
    }
  }
}
