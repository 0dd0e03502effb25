package orrery.ui.grid;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import orrery.ui.kit.Icons;

/// The head of a column: an icon for what it is to the model, its name, and its type in grey.
final class ColumnHead extends HBox {
  private static final double MOST = 340;
  private static final double LEAST = 64;

  private final Label name = new Label();
  private final Label type = new Label();

  ColumnHead(Column column) {
    getStyleClass().add("column-head");
    name.setText(column.name());
    name.getStyleClass().add("column-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    type.setText(column.type());
    type.getStyleClass().add("column-type");
    type.setMinWidth(0);
    switch (column.role()) {
      case KEY -> getChildren().add(Icons.of("fth-key", "column-icon", "brass"));
      case TO_ONE -> getChildren().add(Icons.of("fth-arrow-right", "column-icon"));
      case RELATED -> getChildren().add(Icons.of("fth-git-branch", "column-icon"));
      case COMPUTED -> getChildren().add(Icons.of("fth-zap", "column-icon"));
      case PLAIN -> {}
    }
    getChildren().addAll(name, type);
  }

  /// Returns how wide a column is that shows its head and `rows` without cutting much off, in
  /// pixels.
  static double width(Column column, int index, Iterable<Row> rows) {
    double head = textWidth(column.name(), 1.1) + textWidth(column.type(), 0.85) + 62;
    double widest = 0;
    for (Row row : rows) {
      Cell cell = row.cell(index);
      boolean isWide = cell.style() == Cell.Style.NUMBER || cell.style() == Cell.Style.DATE;
      String all = cell.note().isEmpty() ? cell.text() : cell.text() + "  " + cell.note();
      widest = Math.max(widest, textWidth(all, isWide ? 1.12 : 1));
    }
    return Math.clamp(Math.max(Math.min(head, 230), widest + 24), LEAST, MOST);
  }

  private static double textWidth(String words, double factor) {
    return new Text(words).getLayoutBounds().getWidth() * factor;
  }
}
