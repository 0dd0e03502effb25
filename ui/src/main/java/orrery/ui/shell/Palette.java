package orrery.ui.shell;

import atlantafx.base.controls.CustomTextField;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.kit.Found;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Keys;
import orrery.ui.kit.Overlay;

/// The palette: a field and below it every command and model that has its letters.
public final class Palette extends VBox {
  private static final double ROW = 36;
  private static final int SEEN = 11;

  private final PaletteViewModel model;
  private final Overlay overlay;
  private final CustomTextField field = new CustomTextField();
  private final ListView<PaletteRow> list = new ListView<>();
  private final Label nothing = new Label("No command and no model has these letters.");

  /// Makes it; it is not seen until [#open].
  public Palette(PaletteViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
    getStyleClass().add("palette");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    field.setId("palette-field");
    field.getStyleClass().add("palette-input");
    field.setPromptText("Search commands and models");
    field.setLeft(Icons.of("fth-search", "field-icon"));
    field.textProperty().bindBidirectional(model.textProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.getStyleClass().add("palette-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.managedProperty().bind(list.visibleProperty());
    nothing.getStyleClass().add("palette-nothing");
    nothing.managedProperty().bind(nothing.visibleProperty());
    getChildren().addAll(field, list, nothing);
    model
        .rowsProperty()
        .subscribe(rows -> {
          list.getItems().setAll(rows);
          list.setPrefHeight(Math.min(rows.size(), SEEN) * ROW + 2);
          list.setVisible(!rows.isEmpty());
          nothing.setVisible(rows.isEmpty());
          list.getSelectionModel().selectFirst();
          list.scrollTo(0);
        });
  }

  /// Shows it, or puts it away where it is shown.
  public void open() {
    if (overlay.isShown() && getScene() != null) {
      overlay.hide();
      return;
    }
    model.begin();
    overlay.show(this, Pos.TOP_CENTER, field);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> move(1, key);
      case UP -> move(-1, key);
      case PAGE_DOWN -> move(SEEN - 1, key);
      case PAGE_UP -> move(1 - SEEN, key);
      case ENTER -> {
        key.consume();
        choose();
      }
      default -> {}
    }
  }

  private void move(int by, KeyEvent key) {
    key.consume();
    int size = list.getItems().size();
    if (size == 0) {
      return;
    }
    int now = list.getSelectionModel().getSelectedIndex();
    int next =
        Math.abs(by) == 1 ? Math.floorMod(now + by, size) : Math.clamp(now + by, 0, size - 1);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - SEEN / 2));
  }

  private void choose() {
    PaletteRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      // The command may itself want the keyboard, so it comes back first.
      overlay.hide();
      row.action().run();
    }
  }

  private final class Cell extends ListCell<PaletteRow> {
    private final FontIcon icon = (FontIcon) Icons.of("fth-box", "row-icon");
    private final Found words = new Found();
    private final Label about = new Label();
    private final Label keys = new Label();
    private final HBox line;

    Cell() {
      about.getStyleClass().add("palette-place");
      keys.getStyleClass().add("key-cap");
      keys.managedProperty().bind(keys.visibleProperty());
      words.setMinWidth(USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line = new HBox(icon, words, about, space, keys);
      line.getStyleClass().add("row-line");
      line.setFillHeight(false);
      setOnMouseClicked(_ -> {
        if (!isEmpty()) {
          getListView().getSelectionModel().select(getIndex());
          choose();
        }
      });
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      icon.setIconLiteral(row.icon());
      words.show(row.words(), row.hit());
      about.setText(row.about());
      keys.setVisible(!row.keys().isEmpty());
      keys.setText(row.keys().isEmpty() ? "" : Keys.words(row.keys()));
      setAccessibleText(row.words() + ", " + row.about());
      setGraphic(line);
    }
  }
}
