package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.BreadCrumbBar;
import org.controlsfx.control.PopOver;
import orrery.ui.kit.Badge;
import orrery.ui.kit.Icons;

/// Picks a path: by clicking from field to field through relations, or by typing parts of its
/// names. Arrow keys choose and go in and out, Enter takes.
final class PathPopOver {
  private static final double ROW = 26;

  private final PathPicker picker;
  private final boolean relationsOnly;
  private final Consumer<String> taken;
  private final PopOver popOver;
  private final BreadCrumbBar<String> crumbs = new BreadCrumbBar<>();
  private final TextField search = new TextField();
  private final ListView<PathPicker.Row> list = new ListView<>();
  private final Label hint = new Label();
  private String at = "";
  private Soundings.Asked sounding = () -> {};

  private PathPopOver(PathPicker picker, boolean relationsOnly, Consumer<String> taken) {
    this.picker = picker;
    this.relationsOnly = relationsOnly;
    this.taken = taken;
    search.setId("path-search");
    search.setPromptText("Type a name, or several: genre name");
    search.textProperty().subscribe(_ -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("path-list");
    list.setFixedCellSize(ROW);
    list.setPrefSize(380, 11 * ROW + 2);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    crumbs.setAutoNavigationEnabled(false);
    crumbs.setFocusTraversable(false);
    crumbs.setOnCrumbAction(e -> go(e.getSelectedCrumb().getValue()));
    crumbs.setCrumbFactory(item -> new Crumb(item.getValue(), label(item.getValue())));
    hint.getStyleClass().add("path-hint");
    hint.setWrapText(true);
    hint.setPrefWidth(380);
    hint.setMinHeight(34);
    VBox box = new VBox(crumbs, search, list, hint);
    box.getStyleClass().add("path-picker");
    popOver = Bubble.of(box);
    popOver.setOnHidden(_ -> sounding.giveUp());
    go("");
  }

  /// Shows it below `owner`.
  ///
  /// @param relationsOnly whether only relations can be taken
  /// @param taken takes the path
  static void show(Node owner, PathPicker picker, boolean relationsOnly, Consumer<String> taken) {
    PathPopOver picking = new PathPopOver(picker, relationsOnly, taken);
    Bubble.show(picking.popOver, owner);
    picking.search.requestFocus();
  }

  private static final class Crumb extends BreadCrumbBar.BreadCrumbButton {
    Crumb(String path, String label) {
      super(label);
      setId("crumb-" + path);
    }
  }

  private String label(String path) {
    return path.isEmpty()
        ? picker.model("")
        : path.substring(path.lastIndexOf("__") < 0 ? 0 : path.lastIndexOf("__") + 2);
  }

  private void go(String path) {
    at = path;
    TreeItem<String> last = new TreeItem<>("");
    String done = "";
    for (String name : path.isEmpty() ? new String[0] : path.split("__", -1)) {
      done = done.isEmpty() ? name : done + "__" + name;
      TreeItem<String> next = new TreeItem<>(done);
      last.getChildren().add(next);
      last = next;
    }
    crumbs.setSelectedCrumb(last);
    search.clear();
    fill();
    search.requestFocus();
  }

  private void fill() {
    List<PathPicker.Row> rows = new ArrayList<>();
    if (search.getText().isBlank() && !at.isEmpty()) {
      rows.add(
          new PathPicker.Row(
              at, label(at) + " itself", "", "fth-corner-down-right", false, false, ""));
    }
    for (PathPicker.Row row : picker.rows(at, search.getText())) {
      if (!relationsOnly || row.isRelation()) {
        rows.add(row);
      }
    }
    list.getItems().setAll(rows);
    sounding.giveUp();
    sounding = picker.sound(rows, this::tellHowMany);
    boolean isTyped = !search.getText().isBlank();
    list.getSelectionModel().select(isTyped || at.isEmpty() || rows.size() < 2 ? 0 : 1);
    list.scrollTo(0);
  }

  /// Fills in how many there are behind each relation, and leaves the choice as it is.
  private void tellHowMany() {
    int chosen = list.getSelectionModel().getSelectedIndex();
    List<PathPicker.Row> known = picker.rows(at, search.getText());
    List<PathPicker.Row> shown = new ArrayList<>(list.getItems());
    shown.replaceAll(row ->
        known.stream()
            .filter(k -> k.path().equals(row.path()) && row.isToMany())
            .findFirst()
            .orElse(row));
    list.getItems().setAll(shown);
    list.getSelectionModel().select(chosen);
  }

  private void explain(PathPicker.Row row) {
    boolean isMany = row != null && row.isToMany() && !relationsOnly;
    hint.setText(isMany ? picker.manyWords(row) : "↑ ↓ choose   → go in   ← back   Enter take");
  }

  private void pressed(KeyEvent key) {
    boolean isEmpty = search.getText().isEmpty();
    boolean isAtEnd = search.getCaretPosition() == search.getText().length();
    boolean done = true;
    if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
      int next =
          list.getSelectionModel().getSelectedIndex() + (key.getCode() == KeyCode.DOWN ? 1 : -1);
      list.getSelectionModel().select(Math.clamp(next, 0, Math.max(0, list.getItems().size() - 1)));
      list.scrollTo(Math.max(0, next - 5));
    } else if (key.getCode() == KeyCode.ENTER) {
      PathPicker.Row row = list.getSelectionModel().getSelectedItem();
      if (row != null) {
        take(row.path());
      }
    } else if (key.getCode() == KeyCode.RIGHT && isAtEnd) {
      enter();
    } else if ((key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.BACK_SPACE)
        && isEmpty
        && !at.isEmpty()) {
      go(at.contains("__") ? at.substring(0, at.lastIndexOf("__")) : "");
    } else if (key.getCode() == KeyCode.ESCAPE) {
      popOver.hide();
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private void enter() {
    PathPicker.Row row = list.getSelectionModel().getSelectedItem();
    if (row != null && row.isRelation()) {
      go(row.path());
    }
  }

  private void take(String path) {
    popOver.hide();
    taken.accept(path);
  }

  private final class Cell extends ListCell<PathPicker.Row> {
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox();

    Cell() {
      detail.getStyleClass().add("path-detail");
      line.getStyleClass().add("path-row");
      line.setAlignment(Pos.CENTER_LEFT);
      setText(null);
      setOnMouseClicked(_ -> clicked());
    }

    private void clicked() {
      PathPicker.Row row = getItem();
      if (row == null) {
        return;
      }
      if (row.isRelation() && !relationsOnly) {
        go(row.path());
      } else {
        take(row.path());
      }
    }

    @Override
    protected void updateItem(PathPicker.Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      name.setText(row.label());
      detail.setText(row.detail());
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line.getChildren().setAll(Icons.of(row.icon(), "path-icon"), name, space, detail);
      if (row.isToMany()) {
        String times = row.many().isEmpty() ? "× rows" : row.many();
        line.getChildren().add(new Badge(times, Badge.Tone.WARNING));
      }
      if (row.isRelation()) {
        Node in = Icons.of("fth-chevron-right", "path-in");
        in.setOnMouseClicked(click -> {
          go(row.path());
          click.consume();
        });
        line.getChildren().add(in);
      }
      line.setPrefWidth(list.getWidth() - 34);
      setGraphic(line);
    }
  }
}
