package orrery.ui.models;

import atlantafx.base.controls.CustomTextField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.Icons;

/// The panel with the models: a field to search them, the list, and what was odd about the tables.
public final class ModelsView extends VBox {
  /// A width in which there is room for how many models there are.
  private static final double ROOMY = 270;

  private final ModelsViewModel model;
  private final CustomTextField search = new CustomTextField();
  private final TreeView<Object> tree = new TreeView<>(new TreeItem<>());
  private final Label count = new Label();
  private final Set<String> expanded = new HashSet<>();
  private final EmptyState nothing =
      new EmptyState("fth-search", "Nothing found", "No model and no field has these letters.");

  /// Makes the panel.
  ///
  /// @param focusText what brings the keyboard to the chain, when something was written into it
  public ModelsView(ModelsViewModel model, Runnable focusText) {
    this.model = model;
    getStyleClass().addAll("models", "side-pane");
    count.getStyleClass().add("count");
    count.visibleProperty().bind(widthProperty().greaterThan(ROOMY));
    count.managedProperty().bind(count.visibleProperty());
    search();
    tree(focusText);
    StackPane body = new StackPane(tree, nothing);
    StackPane searchRow = new StackPane(search);
    searchRow.getStyleClass().add("search-row");
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(searchRow, body, new WarningsBar(model.warningsProperty()));
    model
        .rowsProperty()
        .subscribe(rows -> {
          fill(rows);
          count.setText(model.size() == 0 ? "" : "%,d".formatted(model.size()));
        });
    model.currentProperty().subscribe(_ -> tree.refresh());
  }

  /// Gives the keyboard to the field that searches.
  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  /// Returns how many there are, and what can be done with all of them.
  public List<Node> tools() {
    return List.of(count, Buttons.icon("fth-minimize-2", "Collapse all", this::collapse));
  }

  /// Returns the node that takes the keyboard when the panel gets it.
  public Node focusTarget() {
    return tree;
  }

  private void search() {
    search.setId("models-search");
    search.setPromptText("Search models and fields");
    search.setLeft(Icons.of("fth-search", "field-icon"));
    Button clear = Buttons.icon("fth-x", "Clear the search", () -> search.clear());
    clear.visibleProperty().bind(search.textProperty().isNotEmpty());
    clear.setFocusTraversable(false);
    search.setRight(clear);
    search.textProperty().bindBidirectional(model.filterProperty());
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
        search.clear();
        key.consume();
      } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
        tree.requestFocus();
        if (tree.getSelectionModel().isEmpty()) {
          tree.getSelectionModel().selectFirst();
        }
        key.consume();
      }
    });
  }

  private void tree(Runnable focusText) {
    tree.setId("models-tree");
    tree.setShowRoot(false);
    tree.setFixedCellSize(26);
    tree.getStyleClass().add("models-tree");
    tree.setCellFactory(_ -> new RowCell(model, focusText));
    tree.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, focusText));
    tree.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void pressed(KeyEvent key, Runnable focusText) {
    TreeItem<Object> item = tree.getSelectionModel().getSelectedItem();
    if (item == null || key.getCode() != KeyCode.ENTER) {
      return;
    }
    key.consume();
    switch (item.getValue()) {
      case ModelRow row -> model.show(row);
      case MemberRow row -> {
        model.insert(row);
        focusText.run();
      }
      default -> throw new IllegalStateException("Not a row: " + item.getValue());
    }
  }

  // Letters typed in the list are meant for the search.
  private void typed(KeyEvent key) {
    String letters = key.getCharacter();
    boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isMetaDown();
    if (plain && !letters.isEmpty() && Character.isLetterOrDigit(letters.charAt(0))) {
      search.requestFocus();
      search.end();
      search.insertText(search.getLength(), letters);
      key.consume();
    }
  }

  private void fill(List<ModelRow> rows) {
    boolean searching = !model.filterProperty().get().isBlank();
    TreeItem<Object> root = new TreeItem<>();
    for (ModelRow row : rows) {
      TreeItem<Object> item = new TreeItem<>(row);
      for (MemberRow member : row.members()) {
        item.getChildren().add(new TreeItem<>(member));
      }
      item.setExpanded(row.open() || expanded.contains(row.name()));
      item.expandedProperty().subscribe(open -> remember(row, open, searching));
      root.getChildren().add(item);
    }
    tree.setRoot(root);
    nothing.setVisible(rows.isEmpty() && searching);
  }

  // What the search unfolds is folded again after it.
  private void remember(ModelRow row, boolean open, boolean searching) {
    if (searching && row.open()) {
      return;
    }
    if (open) {
      expanded.add(row.name());
    } else {
      expanded.remove(row.name());
    }
  }

  private void collapse() {
    expanded.clear();
    fill(model.rowsProperty().get());
  }
}
