package orrery.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Copy;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.PaneHeader;

/// The query log: its lines, and beside them the statement that is looked at.
public final class LogView extends VBox {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final LogViewModel model;
  private final ListView<LogLine> list = new ListView<>();
  private final LogDetails details;
  private final SplitPane split = new SplitPane();
  private double position = 0.58;
  private boolean following = true;
  private boolean waiting;

  /// Makes it.
  public LogView(LogViewModel model) {
    this.model = model;
    getStyleClass().add("log");
    details = new LogDetails(() -> model.selectedProperty().set(null));
    Label total = new Label();
    model.totalProperty().subscribe(cost -> total.setText(cost.queries() == 0 ? "" : cost.words()));
    list();
    EmptyState empty =
        new EmptyState(
            "fth-activity",
            "Nothing asked of the database yet",
            "Queries are lazy until you run them.");
    empty.visibleProperty().bind(Bindings.isEmpty(model.lines()));
    StackPane left = new StackPane(list, empty);
    split.setOrientation(Orientation.HORIZONTAL);
    split.getItems().add(left);
    setVgrow(split, Priority.ALWAYS);
    getChildren()
        .addAll(
            new PaneHeader("Queries")
                .about(total)
                .actions(filters(), Buttons.icon("fth-trash-2", "Clear the list", model::clear)),
            split);
    model.selectedProperty().subscribe(this::look);
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return list;
  }

  private HBox filters() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().add("log-filters");
    for (LogFilter filter : LogFilter.values()) {
      ToggleButton button = new ToggleButton(filter.words());
      button.setId("log-" + filter.words().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("small", "tool");
      button.setToggleGroup(group);
      button.setUserData(filter);
      button.setSelected(filter == model.filterProperty().get());
      box.getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener((_, before, now) -> {
          if (now == null) {
            // One of them is always chosen.
            group.selectToggle(before);
          } else if (now.getUserData() instanceof LogFilter filter) {
            model.filterProperty().set(filter);
          }
        });
    return box;
  }

  private void list() {
    list.setId("log-list");
    list.getStyleClass().add("log-list");
    list.setFixedCellSize(24);
    list.setItems(model.lines());
    list.setCellFactory(_ -> new LogCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> {
          if (line instanceof LogLine.Statement statement) {
            model.selectedProperty().set(statement);
          }
        });
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          LogLine.Statement statement = model.selectedProperty().get();
          if (statement != null && COPY.match(key)) {
            Copy.text(statement.inlined());
            key.consume();
          } else if (statement != null && key.getCode() == KeyCode.ESCAPE) {
            model.selectedProperty().set(null);
            key.consume();
          }
        });
    MenuItem copy = new MenuItem("Copy SQL");
    copy.setOnAction(_ -> withSelected(s -> Copy.text(s.sql())));
    MenuItem copyInlined = new MenuItem("Copy with Values");
    copyInlined.setOnAction(_ -> withSelected(s -> Copy.text(s.inlined())));
    list.setContextMenu(new ContextMenu(copy, copyInlined));
    model.lines().addListener((ListChangeListener<LogLine>) _ -> keepUp());
    list.addEventFilter(ScrollEvent.ANY, _ -> scrolled());
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> scrolled());
    list.addEventFilter(KeyEvent.KEY_RELEASED, _ -> scrolled());
  }

  private void withSelected(Consumer<LogLine.Statement> action) {
    LogLine.Statement statement = model.selectedProperty().get();
    if (statement != null) {
      action.accept(statement);
    }
  }

  /// Stays at the end of the list, unless the user has scrolled up.
  private void keepUp() {
    if (following && !waiting) {
      waiting = true;
      Platform.runLater(() -> {
        waiting = false;
        if (following && !model.lines().isEmpty()) {
          list.scrollTo(model.lines().size() - 1);
        }
      });
    }
  }

  /// Notes whether the end of the list can be seen after the user has scrolled.
  private void scrolled() {
    Platform.runLater(() -> {
      following = true;
      for (Node node : list.lookupAll(".scroll-bar")) {
        if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
          following = !bar.isVisible() || bar.getValue() >= bar.getMax() - 0.001;
        }
      }
    });
  }

  private void look(LogLine.@Nullable Statement statement) {
    List<Node> items = new ArrayList<>(split.getItems());
    if (statement == null) {
      if (items.contains(details)) {
        position = split.getDividerPositions()[0];
        split.getItems().remove(details);
      }
      list.getSelectionModel().clearSelection();
      return;
    }
    details.show(statement);
    if (!items.contains(details)) {
      split.getItems().add(details);
      split.setDividerPositions(position);
    }
  }
}
