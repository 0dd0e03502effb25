package orrery.ui.models;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// A line below the models that says how many odd things were found, and on a click which.
final class WarningsBar extends VBox {
  private static final double MOST_HEIGHT = 180;

  private final Button head = new Button();
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);

  WarningsBar(ObservableValue<List<String>> warnings) {
    getStyleClass().add("warnings");
    head.getStyleClass().add("warnings-head");
    head.setGraphic(Icons.of("fth-alert-triangle", "warning-icon"));
    head.setMaxWidth(Double.MAX_VALUE);
    head.setOnAction(_ -> scroll.setVisible(!scroll.isVisible()));
    list.getStyleClass().add("warnings-list");
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(MOST_HEIGHT);
    scroll.managedProperty().bind(scroll.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(head, scroll);
    warnings.subscribe(this::show);
  }

  private void show(List<String> warnings) {
    setVisible(!warnings.isEmpty());
    scroll.setVisible(false);
    head.setText(
        warnings.size() == 1
            ? "1 note on this database"
            : "%,d notes on this database".formatted(warnings.size()));
    list.getChildren().clear();
    for (String warning : warnings) {
      Label label = new Label(warning);
      label.setWrapText(true);
      list.getChildren().add(label);
    }
  }
}
