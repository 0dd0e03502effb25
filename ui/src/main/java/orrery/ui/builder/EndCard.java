package orrery.ui.builder;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// The end of the chain, where it is more than its rows: a count, a plan, a change.
final class EndCard extends VBox {
  private static final List<String> ENDS =
      List.of("", ".count()", ".exists()", ".first()", ".last()", ".explain()");

  private final BuilderViewModel model;
  private final TextField text = new TextField();
  private final VBox notes = new VBox();
  private boolean applying;

  EndCard(BuilderViewModel model) {
    this.model = model;
    getStyleClass().addAll("step-card", "end-card");
    Label title = new Label("End");
    title.getStyleClass().add("step-title");
    title.setMinWidth(USE_PREF_SIZE);
    text.setId("end-text");
    text.getStyleClass().addAll("code-text", "commit-field");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.textProperty()
        .addListener((_, _, now) -> {
          if (!applying) {
            model.end(now);
          }
        });
    MenuButton other = new MenuButton();
    other.setId("end-other");
    other.getStyleClass().addAll("flat", "small");
    for (String end : ENDS) {
      MenuItem item = new MenuItem(end.isEmpty() ? "the rows" : end);
      item.setOnAction(_ -> model.end(end));
      other.getItems().add(item);
    }
    HBox head = Pieces.line(Icons.of("fth-flag", "step-icon"), title, text, other);
    head.getStyleClass().add("step-head");
    getChildren().addAll(head, notes);
    model.endProperty().subscribe(this::show);
    visibleProperty().bind(model.endProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  private void show(String now) {
    if (!text.isFocused()) {
      applying = true;
      text.setText(now);
      applying = false;
    }
  }

  /// Shows what goes wrong silently because of it.
  void state() {
    notes
        .getChildren()
        .setAll(model.endWarningsProperty().get().stream().map(CardView::warning).toList());
  }
}
