package orrery.ui.builder;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SearchableComboBox;
import orrery.ui.kit.Icons;

/// The first card: which model is asked.
final class FromCard extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final BuilderViewModel model;
  private final HBox place = new HBox();
  private final Label count = new Label();
  private SearchableComboBox<String> box;
  private List<String> models = List.of();
  private boolean applying;

  FromCard(BuilderViewModel model) {
    this.model = model;
    this.box = box(List.of());
    getStyleClass().addAll("step-card", "from-card", "step-head");
    Label title = new Label("From");
    title.getStyleClass().add("step-title");
    title.setMinWidth(USE_PREF_SIZE);
    count.getStyleClass().add("step-count");
    count.setMinWidth(USE_PREF_SIZE);
    setHgrow(place, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    place.getChildren().setAll(box);
    getChildren().addAll(Icons.of("fth-box", "step-icon"), title, place, count);
    model.modelProperty().subscribe(_ -> refresh());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.select(-1));
    // The list in it is another for each database, the card is not.
    focusedProperty()
        .subscribe(on -> {
          if (on) {
            box.requestFocus();
          }
        });
  }

  private SearchableComboBox<String> box(List<String> items) {
    SearchableComboBox<String> made = new SearchableComboBox<>();
    made.setId("from-model");
    made.setPromptText("Choose a model");
    made.setMaxWidth(Double.MAX_VALUE);
    made.getItems().setAll(items);
    HBox.setHgrow(made, Priority.ALWAYS);
    made.valueProperty()
        .addListener((_, _, now) -> {
          if (!applying && now != null) {
            model.from(now);
          }
        });
    return made;
  }

  /// Shows the models that there are, and the one that is asked.
  void refresh() {
    applying = true;
    // Its list cannot take other items once it has been shown.
    if (!models.equals(model.models())) {
      models = model.models();
      box = box(models);
      place.getChildren().setAll(box);
    }
    String now = model.modelProperty().get();
    box.setValue(now.isEmpty() ? null : now);
    applying = false;
  }

  /// Says whether the mouse is on its part of the SQL.
  void lit(boolean isLit) {
    pseudoClassStateChanged(PseudoClass.getPseudoClass("lit"), isLit);
  }

  /// Shows what is known of it.
  void state(boolean isSelected, String rows) {
    pseudoClassStateChanged(SELECTED, isSelected);
    count.setText(Pieces.rows(rows));
  }
}
