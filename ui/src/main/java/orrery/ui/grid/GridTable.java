package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table of the result: columns made from what came back, cells that show what is chosen, and
/// heads that sort in the database.
final class GridTable {
  private static final double ROW = 24;
  private static final int MEASURED = 60;

  private final TableView<Row> table = new TableView<>();
  private final Lens lens = new Lens();
  private final LongScroll scroll = new LongScroll(table, lens, this::flow);
  private final GridViewModel model;
  private final Hands hands;
  private final List<GridCell> cells = new ArrayList<>();
  private final List<RowNumberCell> numbers = new ArrayList<>();
  private final List<TableColumn<Row, Cell>> made = new ArrayList<>();
  private final List<FilterField> fields = new ArrayList<>();
  private final TableColumn<Row, Cell> number;
  private List<Column> columns = List.of();
  private List<SortKey> sorted = List.of();
  private ObservableList<Row> rows = FXCollections.emptyObservableList();
  private EditKeys.Begin begin = _ -> false;
  private BiConsumer<Integer, Node> summary = (_, _) -> {};
  private boolean applying;

  /// Makes an empty one.
  ///
  /// @param hands takes what is done with cells
  GridTable(GridViewModel model, Hands hands) {
    this.model = model;
    this.hands = hands;
    number = numberColumn();
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
    table.getColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) _ -> reordered());
    lens.addListener((InvalidationListener) _ -> scroll.refresh());
    table.heightProperty().subscribe(_ -> scroll.refresh());
    model.find().textProperty().subscribe(_ -> choose());
    model.selection().changesProperty().subscribe(this::choose);
    model.editing().versionProperty().subscribe(this::choose);
    new EditKeys(model.editing(), model.selection(), this::edit).on(table);
    new GridKeys(model, this, hands).on(table);
  }

  /// Returns the table.
  TableView<Row> node() {
    return table;
  }

  /// Has `summary` show what a column comes to, below its head.
  void onSummary(BiConsumer<Integer, Node> summary) {
    this.summary = summary;
  }

  /// Returns the head of a column.
  Node head(int column) {
    return made.get(column).getGraphic();
  }

  /// Returns the table with what it is scrolled by.
  Node pane() {
    return scroll.node();
  }

  /// Shows rows.
  void show(Shown.Table shown) {
    applying = true;
    if (!shown.columns().equals(columns)) {
      columns = shown.columns();
      cells.clear();
      made.clear();
      fields.clear();
      for (int i = 0; i < columns.size(); i++) {
        made.add(column(i, shown.rows()));
      }
    }
    List<TableColumn<Row, ?>> order = new ArrayList<>();
    order.add(number);
    model.columns().shown().forEach(i -> order.add(made.get(i)));
    if (!order.equals(table.getColumns())) {
      table.getColumns().setAll(order);
    }
    for (int i = 0; i < columns.size(); i++) {
      made.get(i).setSortable(shown.canSort() && !columns.get(i).sort().isEmpty());
    }
    // New rows make a table forget its order, so they come first.
    if (isOther(shown.rows())) {
      rows = shown.rows();
      lens.show(rows);
      table.setItems(FXCollections.emptyObservableList());
      table.setItems(lens);
    }
    sorted = shown.sort();
    table.getSortOrder().clear();
    for (SortKey key : shown.sort()) {
      TableColumn<Row, ?> column = made.get(key.column());
      column.setSortType(
          key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
      table.getSortOrder().add(column);
    }
    applying = false;
    fields.forEach(FilterField::refresh);
    scroll.refresh();
    choose();
  }

  // Two lists with the same rows are not the same list, and to compare rows would fetch them.
  @SuppressWarnings("ReferenceEquality")
  private boolean isOther(ObservableList<Row> next) {
    return next != rows;
  }

  /// Gives the keyboard to the field above a column, or above the first.
  void filter(int column) {
    if (column >= 0 && column < fields.size() && !fields.get(column).isDisabled()) {
      table.scrollToColumn(made.get(column));
      fields.get(column).requestFocus();
    } else {
      fields.stream().filter(f -> !f.isDisabled()).findFirst().ifPresent(Node::requestFocus);
    }
  }

  /// Shows nothing.
  void clear() {
    rows = FXCollections.emptyObservableList();
    table.setItems(FXCollections.emptyObservableList());
  }

  /// Scrolls so far that a cell can be seen.
  void reveal(int row, int column) {
    scroll.reveal(row);
    table.scrollToColumn(made.get(column));
  }

  /// Returns the cell that shows a value, scrolling to it where it cannot be seen yet.
  @Nullable GridCell shownCell(int row, int column) {
    if (cell(row, column) == null) {
      reveal(row, column);
      table.layout();
    }
    return cell(row, column);
  }

  /// Has `begin` edit the cell that the keyboard is in when it is typed at.
  void onEdit(EditKeys.Begin begin) {
    this.begin = begin;
  }

  private boolean edit(String typed) {
    return begin.edit(typed);
  }

  /// Returns how many rows can be seen at once.
  int page() {
    VirtualFlow<?> flow = flow();
    return flow == null ? 1 : Math.max(1, (int) (flow.getHeight() / ROW) - 1);
  }

  /// Returns the cell that shows a value, if it can be seen.
  @Nullable GridCell cell(int row, int column) {
    for (GridCell cell : cells) {
      boolean isIt =
          cell.row() == row
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
      RowNumberCell cell = new RowNumberCell(model.selection(), model.editing(), lens::row);
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
    FilterField field = new FilterField(model.filters(), index, of.name(), table::requestFocus);
    fields.add(field);
    column.setGraphic(head(new ColumnHead(of), field));
    column.setContextMenu(
        new HeadMenu(
            model,
            index,
            this::sorted,
            () -> fit(index),
            () -> summary.accept(index, head(index))));
    column.setCellFactory(_ -> {
      GridCell cell =
          new GridCell(
              model.selection(), model.editing(), index, lens::row, hands, model.find()::hits);
      if (of.isNumeric()) {
        cell.getStyleClass().add("cell-right");
      }
      cells.add(cell);
      return cell;
    });
    column.setCellValueFactory(row -> new Constant<>(row.getValue().cell(index)));
    Double wide = model.columns().width(index);
    column.setPrefWidth(wide == null ? needed(index, rows) : wide);
    column
        .widthProperty()
        .subscribe(width -> {
          if (!applying && column.getTableView() != null) {
            model.columns().width(index, width.doubleValue());
          }
        });
    if (of.isNumeric()) {
      column.getStyleClass().add("column-right");
    }
    return column;
  }

  private Node head(ColumnHead head, FilterField field) {
    field.visibleProperty().bind(model.filters().rowShownProperty());
    field.managedProperty().bind(field.visibleProperty());
    VBox box = new VBox(head, field);
    box.getStyleClass().add("head-box");
    return box;
  }

  private double needed(int index, List<Row> rows) {
    return ColumnHead.width(
        columns.get(index), index, rows.subList(0, Math.min(MEASURED, rows.size())));
  }

  private List<SortKey> sorted() {
    return sorted;
  }

  /// Makes a column as wide as what can be seen of it.
  void fit(int index) {
    applying = true;
    model.columns().fit(index);
    made.get(index).setPrefWidth(needed(index, table.getItems()));
    applying = false;
  }

  // A column was dragged. The numbers stay in front.
  private void reordered() {
    if (applying) {
      return;
    }
    List<Integer> order = new ArrayList<>();
    for (TableColumn<Row, ?> column : table.getColumns()) {
      if (!column.equals(number)) {
        order.add(made.indexOf(column));
      }
    }
    model.columns().order(order);
    if (!table.getColumns().getFirst().equals(number)) {
      Platform.runLater(() -> {
        applying = true;
        table.getColumns().remove(number);
        table.getColumns().addFirst(number);
        applying = false;
      });
    }
  }

  private List<SortKey> chosenSort() {
    List<SortKey> keys = new ArrayList<>();
    for (TableColumn<Row, ?> column : table.getSortOrder()) {
      boolean isDown = column.getSortType() == TableColumn.SortType.DESCENDING;
      int index = made.indexOf(column);
      NullsPlace nulls =
          sorted.stream()
              .filter(key -> key.column() == index)
              .map(SortKey::nulls)
              .findFirst()
              .orElse(NullsPlace.UNSAID);
      keys.add(new SortKey(index, isDown, nulls));
    }
    return keys;
  }

  private void choose() {
    cells.forEach(GridCell::choose);
    numbers.forEach(RowNumberCell::choose);
  }
}
