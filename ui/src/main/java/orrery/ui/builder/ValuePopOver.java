package orrery.ui.builder;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// Picks a value that a field has, or an object that a relation leads to, by typing part of it. The
/// database is asked in the background.
final class ValuePopOver {
  private static final double ROW = 26;

  private final ValueFinder finder;
  private final Consumer<String> taken;
  private final PopOver popOver;
  private final TextField search = new TextField();
  private final ListView<ValueFinder.Value> list = new ListView<>();
  private final PauseTransition pause = new PauseTransition(Duration.millis(120));
  private Soundings.Asked asked = () -> {};

  private ValuePopOver(ValueFinder finder, Consumer<String> taken) {
    this.finder = finder;
    this.taken = taken;
    search.setId("value-search");
    search.setPromptText("Search");
    search.textProperty().addListener((_, _, _) -> pause.playFromStart());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    pause.setOnFinished(_ -> ask());
    list.setId("value-list");
    list.setFixedCellSize(ROW);
    list.setPrefSize(300, 10 * ROW + 2);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label("Nothing found"));
    VBox box = new VBox(search, list);
    box.getStyleClass().add("path-picker");
    popOver = Bubble.of(box);
    popOver.setOnHidden(_ -> asked.giveUp());
    ask();
  }

  /// Shows it below `owner`.
  static void show(Node owner, ValueFinder finder, Consumer<String> taken) {
    ValuePopOver picking = new ValuePopOver(finder, taken);
    Bubble.show(picking.popOver, owner);
    picking.search.requestFocus();
  }

  private void ask() {
    asked.giveUp();
    asked = finder.find(search.getText(), this::show);
  }

  private void show(List<ValueFinder.Value> found) {
    list.getItems().setAll(found);
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private void pressed(KeyEvent key) {
    boolean done = true;
    KeyCode code = key.getCode();
    if (code == KeyCode.DOWN || code == KeyCode.UP) {
      int at = list.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
      int next = Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1));
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - 5));
    } else if (code == KeyCode.ENTER) {
      take(list.getSelectionModel().getSelectedItem());
    } else if (code == KeyCode.ESCAPE) {
      popOver.hide();
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private void take(ValueFinder.@Nullable Value value) {
    if (value != null) {
      popOver.hide();
      taken.accept(value.text());
    }
  }

  private final class Cell extends ListCell<ValueFinder.Value> {
    private final Label words = new Label();
    private final Label key = new Label();
    private final HBox line = new HBox(8, words, Pieces.space(), key);

    Cell() {
      key.getStyleClass().add("path-detail");
      line.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(_ -> take(getItem()));
    }

    @Override
    protected void updateItem(ValueFinder.@Nullable Value value, boolean empty) {
      super.updateItem(value, empty);
      if (value == null || empty) {
        setGraphic(null);
        return;
      }
      words.setText(value.words());
      key.setText(value.words().equals(value.text()) ? "" : value.text());
      line.setPrefWidth(list.getWidth() - 34);
      setGraphic(line);
    }
  }
}
