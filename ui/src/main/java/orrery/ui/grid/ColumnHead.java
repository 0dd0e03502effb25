package orrery.ui.grid;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import orrery.ui.kit.Icons;

/// The head of a column: an icon for what it is to the model, its name, and its type in grey.
final class ColumnHead extends HBox {
  private static final double MOST = 340;
  private static final double LEAST = 64;
  private static final double MOST_HEAD = 230;
  private static final Ruler NAME = new Ruler("Inter SemiBold", 12);
  private static final Ruler TYPE = new Ruler("Inter", 11);
  private static final Ruler TEXT = new Ruler("Inter", 13);
  private static final Ruler MONO = new Ruler("JetBrains Mono", 12);

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
      case COUNT -> getChildren().add(Icons.of("fth-hash", "column-icon"));
      case COMPUTED -> getChildren().add(Icons.of("fth-zap", "column-icon"));
      case PLAIN -> {}
    }
    getChildren().addAll(name, type);
  }

  /// Returns how wide a column is that shows its head and `rows` without cutting much off, in
  /// pixels.
  static double width(Column column, int index, Iterable<Row> rows) {
    double icon = column.role() == Column.Role.PLAIN ? 0 : 18;
    double head = icon + NAME.of(column.name()) + TYPE.of(column.type()) + 40;
    double widest = 0;
    for (Row row : rows) {
      Cell cell = row.cell(index);
      boolean isMono =
          switch (cell.style()) {
            case NUMBER, DATE, JSON, BINARY -> true;
            case TEXT,
                LONG,
                EMPTY,
                NULL,
                TRUE,
                FALSE,
                RELATION,
                MISSING,
                COUNT,
                DEFERRED,
                LOADING,
                DEFAULT ->
                false;
          };
      double note = cell.note().isEmpty() ? 0 : TYPE.of(cell.note()) + 8;
      widest = Math.max(widest, (isMono ? MONO : TEXT).of(cell.text()) + note);
    }
    return Math.clamp(Math.max(Math.min(head, MOST_HEAD), widest + 22), LEAST, MOST);
  }

  /// Measures text in a font; the style sheets use the same.
  private record Ruler(Font font) {
    Ruler(String family, double size) {
      this(Font.font(family, size));
    }

    double of(String words) {
      Text text = new Text(words);
      text.setFont(font);
      return text.getLayoutBounds().getWidth();
    }
  }
}
