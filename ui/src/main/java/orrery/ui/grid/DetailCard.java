package orrery.ui.grid;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Copy;

/// A value of the grid alone, on a card beside its cell: long text in full, or the objects that
/// were fetched along.
final class DetailCard {
  private static final double WIDTH = 520;
  private static final double PICTURE = 320;
  private static final int MOST_ROWS = 10;
  private static final double ROW = 24;

  private final Popup popup = new Popup();
  private final VBox card = new VBox();

  DetailCard() {
    card.getStyleClass().addAll("hover-card", "detail-card");
    card.setPrefWidth(WIDTH);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    // Its shadow does not count for where it stands.
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.getContent().add(card);
    card.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.F2) {
            popup.hide();
            key.consume();
          }
        });
  }

  /// Shows a value below `cell`.
  void show(Detail detail, Node cell) {
    Label title = new Label(detail.title());
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label about = new Label();
    about.getStyleClass().add("card-foot");
    HBox head = new HBox(title, about, space);
    head.getStyleClass().add("detail-head");
    Node body =
        switch (detail) {
          case Detail.Text(_, String words, String text) -> {
            about.setText(words);
            Button copy = Buttons.icon("fth-copy", "Copy the value", () -> Copy.text(text));
            head.getChildren().addAll(copy, save(text.getBytes(StandardCharsets.UTF_8), about));
            yield text(text);
          }
          case Detail.Binary(_, String words, String dump, _, boolean isPicture) -> {
            byte[] data = ((Detail.Binary) detail).bytes();
            about.setText(words);
            Button copy = Buttons.icon("fth-copy", "Copy what is shown", () -> Copy.text(dump));
            head.getChildren().addAll(copy, save(data, about));
            TextArea bytes = text(dump);
            yield isPicture ? picture(data, bytes, about) : bytes;
          }
          case Detail.Objects(_, String words, List<Column> columns, List<Row> rows) -> {
            about.setText(words);
            yield table(columns, rows);
          }
        };
    head.getChildren().add(Buttons.icon("fth-x", "Close", popup::hide));
    card.getChildren().setAll(head, body);
    Bounds at = cell.localToScreen(cell.getBoundsInLocal());
    popup.show(cell, at.getMinX(), at.getMaxY() + 2);
    body.requestFocus();
  }

  /// Hides it.
  void hide() {
    popup.hide();
  }

  private Button save(byte[] data, Label about) {
    return Buttons.icon(
        "fth-download",
        "Save the value to a file",
        () -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle("Save the Value");
          // The card is in the way of the system's dialog.
          Window owner = popup.getOwnerWindow();
          File file = chooser.showSaveDialog(owner);
          if (file != null) {
            write(data, file, about);
          }
        });
  }

  private static void write(byte[] data, File file, Label about) {
    try {
      Files.write(file.toPath(), data);
      about.setText("saved to " + file.getName());
    } catch (IOException e) {
      about.setText("could not be saved: " + e.getMessage());
    }
  }

  private static Node picture(byte[] data, TextArea bytes, Label about) {
    Image image = new Image(new ByteArrayInputStream(data));
    if (image.isError()) {
      return bytes;
    }
    ImageView view = new ImageView(image);
    view.setId("detail-picture");
    view.setPreserveRatio(true);
    view.setFitWidth(Math.min(WIDTH - 24, image.getWidth()));
    view.setFitHeight(Math.min(PICTURE, image.getHeight()));
    about.setText(
        about.getText() + " · %.0f × %.0f pixels".formatted(image.getWidth(), image.getHeight()));
    bytes.setPrefRowCount(4);
    return new VBox(8, view, bytes);
  }

  private static TextArea text(String text) {
    TextArea area = new TextArea(text);
    area.setId("detail-text");
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().add("detail-text");
    long lines = text.lines().count() + text.length() / 70;
    area.setPrefRowCount(Math.clamp(lines, 3, 18));
    return area;
  }

  private static TableView<Row> table(List<Column> columns, List<Row> rows) {
    TableView<Row> table = new TableView<>(FXCollections.observableList(rows));
    table.setId("detail-objects");
    table.setFixedCellSize(ROW);
    table.getStyleClass().add("grid");
    for (int i = 0; i < columns.size(); i++) {
      int index = i;
      TableColumn<Row, Cell> column = new TableColumn<>();
      column.setGraphic(new ColumnHead(columns.get(i)));
      column.setSortable(false);
      column.setReorderable(false);
      column.setCellValueFactory(row -> new Constant<>(row.getValue().cell(index)));
      column.setCellFactory(_ -> new PlainCell());
      column.setPrefWidth(ColumnHead.width(columns.get(i), i, rows));
      table.getColumns().add(column);
    }
    table.setPrefHeight(Math.min(rows.size(), MOST_ROWS) * ROW + 44);
    return table;
  }

  /// A cell that only shows its value.
  private static final class PlainCell extends TableCell<Row, Cell> {
    private String look = "";

    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      getStyleClass().remove(look);
      look = cell == null || empty ? "" : cell.style().css();
      if (!look.isEmpty()) {
        getStyleClass().add(look);
      }
      setText(cell == null || empty ? null : cell.text());
    }
  }
}
