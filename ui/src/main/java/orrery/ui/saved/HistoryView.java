package orrery.ui.saved;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.ui.PastQuery;
import orrery.ui.kit.Copy;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.Icons;

/// The panel with all that was run, the last first.
public final class HistoryView extends VBox {
  private final HistoryViewModel model;
  private final SearchField search;
  private final ListView<PastQuery> list = new ListView<>();
  private final EmptyState nothing = new EmptyState("fth-clock", "", "");

  /// Makes it.
  public HistoryView(HistoryViewModel model) {
    this.model = model;
    getStyleClass().addAll("history", "side-pane");
    search = new SearchField("history-search", "Search history", model.filterProperty(), list);
    list.setId("history-list");
    list.getStyleClass().add("history-list");
    list.setFixedCellSize(44);
    list.setCellFactory(_ -> new Cell());
    list.setOnKeyPressed(key -> {
      PastQuery query = list.getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.ENTER && query != null) {
        model.runAgain(query);
        key.consume();
      }
    });
    StackPane body = new StackPane(list, nothing);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(search, body);
    model.rowsProperty().subscribe(this::fill);
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return list;
  }

  /// Gives the keyboard to the field that searches.
  public void focusSearch() {
    search.begin();
  }

  /// Returns what can be done with all of it.
  public List<Node> tools() {
    ToggleButton all = new ToggleButton("", Icons.of("fth-globe"));
    all.setId("history-everywhere");
    all.getStyleClass().addAll("button-icon", "flat", "tool");
    all.setTooltip(new Tooltip("Those of other databases too"));
    all.setAccessibleText("Those of other databases too");
    all.selectedProperty().bindBidirectional(model.everywhereProperty());
    return List.of(all);
  }

  private void fill(List<PastQuery> rows) {
    list.getItems().setAll(rows);
    boolean isSearching = !model.filterProperty().get().isBlank();
    nothing.setVisible(rows.isEmpty());
    nothing.say(
        isSearching ? "Nothing found" : "Nothing was run yet",
        isSearching ? "Nothing that was run has these words." : "What you run is listed here.");
  }

  private final class Cell extends ListCell<PastQuery> {
    private final Label chain = new Label();
    private final Label words = new Label();
    private final VBox lines = new VBox(chain, words);
    private final Tooltip tip = new Tooltip();

    Cell() {
      chain.getStyleClass().add("history-chain");
      words.getStyleClass().add("history-words");
      lines.setAlignment(Pos.CENTER_LEFT);
      tip.setShowDelay(Duration.millis(500));
      tip.setMaxWidth(560);
      tip.setWrapText(true);
      setPrefWidth(0);
      setOnMouseClicked(click -> {
        PastQuery query = getItem();
        if (query != null && click.getButton() == MouseButton.PRIMARY) {
          model.runAgain(query);
        }
      });
    }

    @Override
    protected void updateItem(@Nullable PastQuery query, boolean empty) {
      super.updateItem(query, empty);
      if (empty || query == null) {
        setGraphic(null);
        setTooltip(null);
        setContextMenu(null);
        return;
      }
      chain.setText(query.chain().strip().replaceAll("\\s*\\n\\s*", ""));
      words.setText(model.words(query));
      words.getStyleClass().remove("danger-text");
      if (query.isFailed()) {
        words.getStyleClass().add("danger-text");
      }
      tip.setText(query.chain() + "\n\n" + model.words(query) + " · " + query.database());
      setTooltip(tip);
      MenuItem again = new MenuItem("Run Again");
      again.setOnAction(_ -> model.runAgain(query));
      MenuItem write = new MenuItem("Write into the Chain");
      write.setOnAction(_ -> model.write(query));
      MenuItem copy = new MenuItem("Copy Chain");
      copy.setOnAction(_ -> Copy.text(query.chain()));
      setContextMenu(new ContextMenu(again, write, copy));
      setAccessibleText(chain.getText() + ", " + words.getText());
      setGraphic(lines);
    }
  }
}
