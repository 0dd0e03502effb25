package orrery.ui.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.DialogCard;
import orrery.ui.kit.Overlay;

/// Shows the import of a CSV file on a card above the window.
public final class ImportView {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String NOT_TAKEN = "– left out –";

  private final ImportViewModel model;
  private final Overlay overlay;
  private final ComboBox<String> target = new ComboBox<>();
  private final ComboBox<String> separator = new ComboBox<>();
  private final ComboBox<String> encoding = new ComboBox<>();
  private final CheckBox header = new CheckBox("First line names the columns");
  private final TextField nullText = new TextField();
  private final TableView<Preview.Line> table = new TableView<>();
  private final Label said = new Label();
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button go = new Button("Import");
  private final Button stop = new Button("Stop");
  private final Button cancel = new Button("Cancel");
  private final List<Head> heads = new ArrayList<>();
  private List<String> fields = List.of();
  private boolean filling;

  /// What stands above a column of the file.
  private record Head(String column, ComboBox<String> field, Label type) {}

  /// Makes it; it comes when a file is chosen.
  public ImportView(ImportViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
    target.setId("import-model");
    target.setItems(model.models());
    target.valueProperty().bindBidirectional(model.modelProperty());
    separator.setId("import-separator");
    separator.setItems(FXCollections.observableArrayList(ImportViewModel.separators()));
    encoding.setId("import-encoding");
    encoding.setItems(FXCollections.observableArrayList(ImportViewModel.encodings()));
    listen(separator, model::separate);
    listen(encoding, model::encode);
    header.setId("import-header");
    header
        .selectedProperty()
        .subscribe((_, on) -> {
          if (!filling) {
            model.header(on);
          }
        });
    nullText.setId("import-null");
    nullText.setPromptText("no text");
    nullText.setPrefColumnCount(6);
    nullText.textProperty().bindBidirectional(model.nullTextProperty());
    table.setId("import-preview");
    table.getStyleClass().add("import-table");
    table.setFixedCellSize(26);
    table.setPrefSize(860, 330);
    table.setSelectionModel(null);
    table.setPlaceholder(new Label("No rows"));
    said.setId("import-said");
    said.getStyleClass().add("import-said");
    said.setWrapText(true);
    said.setMaxWidth(560);
    progress.setPrefWidth(160);
    go.setId("import-go");
    go.getStyleClass().add("accent");
    go.setOnAction(_ -> model.run());
    stop.setId("import-stop");
    stop.setOnAction(_ -> model.stop());
    cancel.setId("import-cancel");
    cancel.setOnAction(_ -> model.close());
    for (Node each : List.of(progress, stop, go, cancel)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    model.stateProperty().subscribe(this::show);
    model.previewProperty().subscribe(this::fill);
    overlay
        .visibleProperty()
        .subscribe(shown -> {
          if (!shown && !(model.stateProperty().get() instanceof ImportState.Nothing)) {
            model.close();
          }
        });
  }

  private void listen(ComboBox<String> box, Consumer<String> chosen) {
    box.valueProperty()
        .subscribe((_, name) -> {
          if (!filling && name != null) {
            chosen.accept(name);
          }
        });
  }

  private void show(ImportState state) {
    switch (state) {
      case ImportState.Nothing() -> overlay.hide();
      case ImportState.ReadOnly() -> {
        DialogCard card =
            new DialogCard(
                    "fth-lock",
                    "The database is open read-only",
                    "It can be opened again with changes allowed; nothing is written before you"
                        + " start the import.")
                .button("import-stay", "Stay read-only", model::close)
                .main("import-reopen", "Reopen with changes allowed", model::reopen);
        overlay.show(card, Pos.CENTER, card.focusTarget());
      }
      case ImportState.Ready(String problem) -> {
        ready();
        said.setText(problem);
        said.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        running(false);
        go.setDisable(isHopeless(problem));
      }
      case ImportState.Running(long rows) -> {
        said.setText("%,d rows written …".formatted(rows));
        said.pseudoClassStateChanged(WRONG, false);
        running(true);
      }
    }
  }

  private static boolean isHopeless(String problem) {
    return problem.startsWith("No column") || problem.startsWith("Say which");
  }

  private void running(boolean isRunning) {
    progress.setVisible(isRunning);
    stop.setVisible(isRunning);
    go.setVisible(!isRunning);
    cancel.setVisible(!isRunning);
    table.setDisable(isRunning);
  }

  private void ready() {
    if (go.getScene() != null && overlay.isShown() && table.getScene() != null) {
      return;
    }
    filling = true;
    separator.setValue(model.separator());
    encoding.setValue(model.encoding());
    header.setSelected(model.hasHeader());
    filling = false;
    HBox options =
        new HBox(
            labelled("Into", target),
            labelled("Separator", separator),
            labelled("Encoding", encoding),
            labelled("Null is", nullText),
            header);
    options.getStyleClass().add("import-options");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(said, space, progress, stop, cancel, go);
    foot.getStyleClass().add("import-foot");
    DialogCard card =
        new DialogCard(
                "fth-download",
                "Import " + model.fileName(),
                "All lines become rows in one transaction, or none does.")
            .content(options)
            .content(table)
            .content(foot);
    overlay.show(card, Pos.CENTER, go);
  }

  private static VBox labelled(String words, Node node) {
    Label label = new Label(words);
    label.getStyleClass().add("import-label");
    return new VBox(label, node);
  }

  private void fill(Preview preview) {
    filling = true;
    List<String> names = new ArrayList<>(model.fields());
    names.addFirst(NOT_TAKEN);
    List<String> columns = preview.columns().stream().map(Preview.Column::name).toList();
    if (!names.equals(fields) || !columns.equals(heads.stream().map(Head::column).toList())) {
      fields = List.copyOf(names);
      make(preview);
    }
    for (int i = 0; i < heads.size(); i++) {
      Preview.Column of = preview.columns().get(i);
      heads.get(i).field().setValue(of.field().isEmpty() ? NOT_TAKEN : of.field());
      heads.get(i).type().setText(of.type());
    }
    table.setItems(FXCollections.observableArrayList(preview.lines()));
    table.refresh();
    filling = false;
  }

  private void make(Preview preview) {
    heads.clear();
    List<TableColumn<Preview.Line, ?>> columns = new ArrayList<>();
    TableColumn<Preview.Line, String> line = new TableColumn<>("line");
    line.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>("%,d".formatted(row.getValue().number())));
    line.setPrefWidth(54);
    line.setSortable(false);
    columns.add(line);
    for (int i = 0; i < preview.columns().size(); i++) {
      columns.add(column(i, preview.columns().get(i)));
    }
    table.getColumns().setAll(columns);
  }

  private TableColumn<Preview.Line, Preview.Cell> column(int index, Preview.Column of) {
    TableColumn<Preview.Line, Preview.Cell> column = new TableColumn<>();
    Label name = new Label(of.name());
    name.getStyleClass().add("column-name");
    Label type = new Label();
    type.getStyleClass().add("column-type");
    ComboBox<String> field = new ComboBox<>(FXCollections.observableArrayList(fields));
    field.setId("import-field-" + index);
    field.getStyleClass().add("small");
    field.setMaxWidth(Double.MAX_VALUE);
    field.setOnAction(_ -> {
      if (!filling) {
        String chosen = field.getValue();
        model.map(index, NOT_TAKEN.equals(chosen) ? "" : chosen);
      }
    });
    HBox words = new HBox(name, type);
    words.getStyleClass().add("import-head-words");
    VBox head = new VBox(words, field);
    head.getStyleClass().add("import-head");
    column.setGraphic(head);
    heads.add(new Head(of.name(), field, type));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(170);
    column.setCellValueFactory(row -> {
      List<Preview.Cell> cells = row.getValue().cells();
      return new ReadOnlyObjectWrapper<>(
          index < cells.size()
              ? cells.get(index)
              : new Preview.Cell("", false, "There is no cell."));
    });
    column.setCellFactory(_ -> new PreviewCell(field));
    return column;
  }

  /// A cell of the file: as it stands there, as null, or with what is wrong with it.
  private static final class PreviewCell extends TableCell<Preview.Line, Preview.Cell> {
    private static final PseudoClass LEFT = PseudoClass.getPseudoClass("left-out");

    private final ComboBox<String> field;

    PreviewCell(ComboBox<String> field) {
      this.field = field;
    }

    @Override
    protected void updateItem(Preview.@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      boolean isWrong = cell != null && !empty && !cell.problem().isEmpty();
      pseudoClassStateChanged(WRONG, isWrong);
      pseudoClassStateChanged(LEFT, NOT_TAKEN.equals(field.getValue()));
      getStyleClass().remove("cell-null");
      setTooltip(null);
      if (cell == null || empty) {
        setText(null);
        return;
      }
      if (cell.isNull()) {
        getStyleClass().add("cell-null");
      }
      setText((isWrong ? "! " : "") + (cell.isNull() ? "null" : cell.text().replace('\n', ' ')));
      if (isWrong) {
        setTooltip(new Tooltip(cell.problem()));
        setAccessibleText(cell.text() + ", " + cell.problem());
      }
    }
  }
}
