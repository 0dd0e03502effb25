package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// The table of the result: columns made from what came back, cells that show what is chosen, and
/// heads that sort in the database.
final class GridTable {
  private static final double ROW = 24;
  private static final int MEASURED = 60;

  private final TableView<Row> table = new TableView<>();
  private final GridViewModel model;
  private final Runnable look;
  private final List<GridCell> cells = new ArrayList<>();
  private final List<RowNumberCell> numbers = new ArrayList<>();
  private List<Column> columns = List.of();
  private boolean applying;

  /// Makes an empty one.
  ///
  /// @param look shows the cell alone that the keyboard is in
  GridTable(GridViewModel model, Runnable look) {
    this.model = model;
    this.look = look;
    table.setId("grid");
    table.getStyleClass().add("grid");
    table.setFixedCellSize(ROW);
    // What is chosen is kept as rectangles; JavaFX's own selection walks all rows.
    table.setSelectionModel(null);
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.setSortPolicy(_ -> {
      if (!applying) {
        model.sort(chosenSort());
      }
      return true;
    });
    model.selection().changesProperty().subscribe(this::choose);
    new GridKeys(model, this, look).on(table);
  }

  /// Returns the table.
  TableView<Row> node() {
    return table;
  }

  /// Shows rows.
  void show(Shown.Table shown) {
    applying = true;
    if (!shown.columns().equals(columns)) {
      columns = shown.columns();
      cells.clear();
      numbers.clear();
      List<TableColumn<Row, ?>> made = new ArrayList<>();
      made.add(numberColumn());
      for (int i = 0; i < columns.size(); i++) {
        made.add(column(i, shown.rows()));
      }
      table.getColumns().setAll(made);
    }
    for (int i = 0; i < columns.size(); i++) {
      boolean canSort = shown.canSort() && !columns.get(i).sort().isEmpty();
      table.getColumns().get(i + 1).setSortable(canSort);
    }
    // New rows make a table forget its order, so they come first.
    table.setItems(shown.rows());
    table.getSortOrder().clear();
    for (SortKey key : shown.sort()) {
      TableColumn<Row, ?> column = table.getColumns().get(key.column() + 1);
      column.setSortType(
          key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
      table.getSortOrder().add(column);
    }
    applying = false;
    choose();
  }

  /// Shows nothing.
  void clear() {
    table.setItems(FXCollections.emptyObservableList());
  }

  /// Scrolls so far that a cell can be seen.
  void reveal(int row, int column) {
    VirtualFlow<?> flow = flow();
    if (flow != null) {
      flow.scrollTo(row);
    }
    table.scrollToColumnIndex(column + 1);
  }

  /// Returns how many rows can be seen at once.
  int page() {
    VirtualFlow<?> flow = flow();
    return flow == null ? 1 : Math.max(1, (int) (flow.getHeight() / ROW) - 1);
  }

  /// Returns the cell that shows a value, if it can be seen.
  @Nullable Node cell(int row, int column) {
    for (GridCell cell : cells) {
      boolean isIt =
          cell.getIndex() == row
              && cell.column() == column
              && cell.isVisible()
              && cell.getScene() != null;
      if (isIt) {
        return cell;
      }
    }
    return null;
  }

  private @Nullable VirtualFlow<?> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  private TableColumn<Row, Cell> numberColumn() {
    TableColumn<Row, Cell> column = new TableColumn<>();
    column.setCellFactory(_ -> {
      RowNumberCell cell = new RowNumberCell(model.selection());
      numbers.add(cell);
      return cell;
    });
    column.setCellValueFactory(_ -> new Constant<>(Cell.PENDING));
    column.setPrefWidth(58);
    column.setMinWidth(40);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add("row-header-column");
    return column;
  }

  private TableColumn<Row, Cell> column(int index, List<Row> rows) {
    Column of = columns.get(index);
    TableColumn<Row, Cell> column = new TableColumn<>();
    column.setGraphic(new ColumnHead(of));
    column.setReorderable(false);
    column.setCellFactory(_ -> {
      GridCell cell = new GridCell(model.selection(), index, look);
      if (of.isNumeric()) {
        cell.getStyleClass().add("cell-right");
      }
      cells.add(cell);
      return cell;
    });
    column.setCellValueFactory(row -> new Constant<>(row.getValue().cell(index)));
    column.setPrefWidth(
        ColumnHead.width(of, index, rows.subList(0, Math.min(MEASURED, rows.size()))));
    if (of.isNumeric()) {
      column.getStyleClass().add("column-right");
    }
    return column;
  }

  private List<SortKey> chosenSort() {
    List<SortKey> keys = new ArrayList<>();
    for (TableColumn<Row, ?> column : table.getSortOrder()) {
      boolean isDown = column.getSortType() == TableColumn.SortType.DESCENDING;
      keys.add(new SortKey(table.getColumns().indexOf(column) - 1, isDown));
    }
    return keys;
  }

  private void choose() {
    cells.forEach(GridCell::choose);
    numbers.forEach(RowNumberCell::choose);
  }
}
