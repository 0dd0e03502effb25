package orrery.ui.saved;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.SavedQuery;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.EmptyState;

/// The panel with the saved queries: a field to search them, and their folders.
public final class SavedView extends VBox {
  private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
  private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

  private final SavedViewModel model;
  private final SearchField search;
  private final TreeView<Object> tree = new TreeView<>(new TreeItem<>());
  private final Set<String> folded = new HashSet<>();
  private final EmptyState nothing = new EmptyState("fth-bookmark", "", "");
  private final Consumer<SavedQuery> change;
  private final Consumer<List<SavedQuery>> deleted;

  /// Makes it.
  ///
  /// @param change asks for another name or folder
  /// @param deleted hears of what was deleted
  public SavedView(
      SavedViewModel model, Consumer<SavedQuery> change, Consumer<List<SavedQuery>> deleted) {
    this.model = model;
    this.change = change;
    this.deleted = deleted;
    getStyleClass().addAll("saved", "side-pane");
    search = new SearchField("saved-search", "Search saved", model.filterProperty(), tree);
    tree.setId("saved-tree");
    tree.setShowRoot(false);
    tree.setFixedCellSize(26);
    tree.getStyleClass().add("models-tree");
    tree.setCellFactory(_ -> new SavedCell(this, model));
    tree.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    StackPane body = new StackPane(tree, nothing);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(search, body);
    model.rowsProperty().subscribe(this::fill);
    model.currentProperty().subscribe(_ -> tree.refresh());
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return tree;
  }

  /// Gives the keyboard to the field that searches.
  public void focusSearch() {
    search.begin();
  }

  /// Returns what can be done with all of them.
  public List<Node> tools(Runnable save) {
    return List.of(Buttons.icon("fth-plus", "Save the chain", save));
  }

  /// Asks for another name or folder of a query.
  void change(SavedQuery query) {
    change.accept(query);
  }

  /// Deletes queries, and says so.
  void delete(List<SavedQuery> some) {
    if (!some.isEmpty()) {
      model.delete(some);
      deleted.accept(some);
    }
  }

  /// Returns the queries of a line: its own, or those of its folder.
  List<SavedQuery> queries(Object value) {
    return switch (value) {
      case SavedRow row -> List.of(row.query());
      case String folder ->
          model.queries().all().stream()
              .filter(q -> q.folder().equals(folder) || q.folder().startsWith(folder + "/"))
              .toList();
      default -> List.of();
    };
  }

  private void pressed(KeyEvent key) {
    if (UNDO.match(key)) {
      model.undo();
      key.consume();
      return;
    }
    if (REDO.match(key)) {
      model.queries().redo();
      key.consume();
      return;
    }
    TreeItem<Object> item = tree.getSelectionModel().getSelectedItem();
    if (item == null) {
      return;
    }
    if (key.getCode() == KeyCode.ENTER && item.getValue() instanceof SavedRow row) {
      model.open(row.query());
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      item.setExpanded(!item.isExpanded());
      key.consume();
    } else if (key.getCode() == KeyCode.F2 && item.getValue() instanceof SavedRow row) {
      change(row.query());
      key.consume();
    } else if (key.getCode() == KeyCode.DELETE) {
      delete(queries(item.getValue()));
      key.consume();
    }
  }

  private void fill(List<SavedRow> rows) {
    boolean isSearching = !model.filterProperty().get().isBlank();
    TreeItem<Object> root = new TreeItem<>();
    Map<String, TreeItem<Object>> folders = new HashMap<>();
    folders.put("", root);
    TreeItem<Object> chosen = tree.getSelectionModel().getSelectedItem();
    for (SavedRow row : rows) {
      TreeItem<Object> in = isSearching ? root : folder(row.query().folder(), folders);
      in.getChildren().add(new TreeItem<>(row));
    }
    tree.setRoot(root);
    if (chosen != null && chosen.getValue() instanceof SavedRow before) {
      select(root, before.query());
    }
    boolean isEmpty = model.queries().all().isEmpty();
    nothing.setVisible(rows.isEmpty());
    nothing.say(
        isEmpty ? "No saved queries" : "Nothing found",
        isEmpty
            ? "Save the chain with Ctrl+S, and it is found here again."
            : "No saved query has these letters.");
  }

  private boolean select(TreeItem<Object> in, SavedQuery query) {
    for (TreeItem<Object> item : in.getChildren()) {
      boolean isIt = item.getValue() instanceof SavedRow row && row.query().isAt(query);
      if (isIt) {
        tree.getSelectionModel().select(item);
      }
      if (isIt || select(item, query)) {
        return true;
      }
    }
    return false;
  }

  private TreeItem<Object> folder(String path, Map<String, TreeItem<Object>> folders) {
    TreeItem<Object> known = folders.get(path);
    if (known != null) {
      return known;
    }
    int slash = path.lastIndexOf('/');
    TreeItem<Object> parent = folder(slash < 0 ? "" : path.substring(0, slash), folders);
    TreeItem<Object> item = new TreeItem<>(path);
    item.setExpanded(!folded.contains(path));
    item.expandedProperty()
        .subscribe(open -> {
          if (open) {
            folded.remove(path);
          } else {
            folded.add(path);
          }
        });
    // Folders stand above the queries beside them.
    List<TreeItem<Object>> beside = new ArrayList<>(parent.getChildren());
    long before = beside.stream().filter(i -> i.getValue() instanceof String).count();
    parent.getChildren().add((int) before, item);
    folders.put(path, item);
    return item;
  }
}
