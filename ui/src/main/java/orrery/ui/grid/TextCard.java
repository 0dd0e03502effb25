package orrery.ui.grid;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/// A card beside a cell in which text of several lines, or JSON, is edited; what is wrong with it
/// is said while one types.
final class TextCard {
  private static final double WIDTH = 520;
  private static final double ROOM = 330;

  private final EditingViewModel model;
  private final Runnable ended;
  private final Popup popup = new Popup();
  private final Label title = new Label();
  private final Label said = new Label();
  private final TextArea area = new TextArea();
  private final Button take = new Button("Take");
  private @Nullable CellEdit edit;

  /// Makes it.
  ///
  /// @param ended hears that it is over
  TextCard(EditingViewModel model, Runnable ended) {
    this.model = model;
    this.ended = ended;
    title.getStyleClass().add("card-title");
    said.getStyleClass().add("text-card-said");
    said.setWrapText(true);
    said.setMaxWidth(WIDTH - 210);
    area.setId("text-editor");
    area.getStyleClass().add("detail-text");
    area.setWrapText(true);
    area.setPrefSize(WIDTH, 220);
    area.textProperty().subscribe((_, _) -> check());
    take.setId("text-take");
    take.getStyleClass().addAll("small", "accent");
    take.setOnAction(_ -> commit());
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setOnAction(_ -> ended.run());
    Label keys = new Label("Ctrl+Enter takes it, Esc does not");
    keys.getStyleClass().add("card-foot");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(said, space, cancel, take);
    foot.getStyleClass().add("detail-head");
    HBox head = new HBox(title, gap(), keys);
    head.getStyleClass().add("detail-head");
    VBox card = new VBox(head, area, foot);
    card.getStyleClass().addAll("hover-card", "detail-card", "text-card");
    card.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.getContent().add(card);
  }

  private static Region gap() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// Begins to edit a cell.
  void show(CellEdit begun, Node cell, String text) {
    edit = begun;
    title.setText(begun.title());
    area.setText(begun.way() == CellEdit.Way.JSON ? JsonText.indented(text) : text);
    Bounds at = cell.localToScreen(cell.getBoundsInLocal());
    double bottom =
        Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream()
            .mapToDouble(screen -> screen.getVisualBounds().getMaxY())
            .max()
            .orElse(Double.MAX_VALUE);
    boolean isLow = at.getMaxY() + ROOM > bottom;
    popup.show(cell, at.getMinX(), isLow ? Math.max(0, at.getMinY() - ROOM) : at.getMaxY() + 2);
    area.requestFocus();
    area.end();
    check();
  }

  /// Says whether it is shown.
  boolean isShowing() {
    return popup.isShowing();
  }

  /// Puts it away.
  void hide() {
    edit = null;
    popup.hide();
  }

  private void check() {
    CellEdit now = edit;
    String wrong = now == null ? "" : model.check(now, area.getText());
    said.setText(wrong);
    take.setDisable(!wrong.isEmpty());
  }

  private void commit() {
    CellEdit now = edit;
    if (now != null) {
      String wrong = model.type(now, area.getText());
      if (wrong.isEmpty()) {
        ended.run();
      } else {
        said.setText(wrong);
      }
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      ended.run();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
      commit();
      key.consume();
    }
  }
}
