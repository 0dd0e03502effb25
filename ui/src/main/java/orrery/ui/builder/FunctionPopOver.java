package orrery.ui.builder;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Badge;
import orrery.ui.kit.Fuzzy;

/// Picks a function by typing part of its name or of what it does.
final class FunctionPopOver {
  private static final double ROW = 40;

  private final Consumer<ExpressionForm.Function> taken;
  private final PopOver popOver;
  private final TextField search = new TextField();
  private final ListView<ExpressionForm.Function> list = new ListView<>();

  private FunctionPopOver(Consumer<ExpressionForm.Function> taken) {
    this.taken = taken;
    search.setId("function-search");
    search.setPromptText("Search functions: round, month, rank");
    search.textProperty().subscribe(_ -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("function-list");
    list.setFixedCellSize(ROW);
    list.setPrefSize(440, 8 * ROW + 2);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new Cell());
    VBox box = new VBox(search, list);
    box.getStyleClass().add("path-picker");
    popOver = Bubble.of(box);
    fill();
  }

  /// Shows it below `owner`.
  static void show(Node owner, Consumer<ExpressionForm.Function> taken) {
    FunctionPopOver picking = new FunctionPopOver(taken);
    Bubble.show(picking.popOver, owner);
    picking.search.requestFocus();
  }

  private void fill() {
    String typed = search.getText().strip();
    List<ExpressionForm.Function> all =
        ExpressionForm.functions().stream()
            .filter(f -> typed.isEmpty() || score(typed, f) > 0)
            .sorted((a, b) -> typed.isEmpty() ? 0 : score(typed, b) - score(typed, a))
            .toList();
    list.getItems().setAll(all);
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private static int score(String typed, ExpressionForm.Function f) {
    String wanted = typed.toLowerCase(java.util.Locale.ROOT);
    String name = f.name().toLowerCase(java.util.Locale.ROOT);
    if (name.startsWith(wanted)) {
      return 1000 - name.length();
    }
    if (name.contains(wanted)) {
      return 600 - name.length();
    }
    if (f.meaning().toLowerCase(java.util.Locale.ROOT).contains(wanted)) {
      return 300;
    }
    return Fuzzy.match(wanted, f.name()).map(m -> Math.clamp(m.score(), 0, 200)).orElse(0);
  }

  private void pressed(KeyEvent key) {
    boolean done = true;
    int size = list.getItems().size();
    int at = list.getSelectionModel().getSelectedIndex();
    switch (key.getCode()) {
      case DOWN, UP -> {
        int next =
            Math.clamp(
                at + (key.getCode() == javafx.scene.input.KeyCode.DOWN ? 1L : -1L),
                0,
                Math.max(0, size - 1));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
      }
      case ENTER -> take(list.getSelectionModel().getSelectedItem());
      case ESCAPE -> popOver.hide();
      default -> done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private void take(ExpressionForm.@Nullable Function function) {
    if (function != null) {
      popOver.hide();
      taken.accept(function);
    }
  }

  private final class Cell extends ListCell<ExpressionForm.Function> {
    private final Label call = new Label();
    private final Label meaning = new Label();
    private final HBox line = new HBox(8);
    private final VBox box = new VBox(line, meaning);

    Cell() {
      call.getStyleClass().addAll("code-text", "function-call");
      meaning.getStyleClass().add("path-detail");
      line.setAlignment(Pos.CENTER_LEFT);
      box.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(_ -> take(getItem()));
    }

    @Override
    protected void updateItem(ExpressionForm.@Nullable Function function, boolean empty) {
      super.updateItem(function, empty);
      if (function == null || empty) {
        setGraphic(null);
        return;
      }
      call.setText(function.call());
      meaning.setText(function.meaning());
      line.getChildren().setAll(call);
      if (function.isOverWindow()) {
        line.getChildren().add(new Badge("over rows", Badge.Tone.NEUTRAL));
      }
      box.setPrefWidth(list.getWidth() - 34);
      setGraphic(box);
    }
  }
}
