package orrery.ui.saved;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import orrery.ui.ParameterField;
import orrery.ui.Parameters;

/// The form above a result that asks for the parameters of its chain. Enter runs the chain.
public final class ParametersView extends FlowPane {
  private final Runnable run;

  /// Makes it; it is seen only where the chain has parameters.
  public ParametersView(Parameters parameters, Runnable run) {
    this.run = run;
    setId("parameters");
    getStyleClass().add("parameters");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    parameters.fieldsProperty().subscribe(this::fill);
  }

  /// Gives the keyboard to the first field.
  public void begin() {
    if (!getChildren().isEmpty() && getChildren().getFirst() instanceof HBox box) {
      box.getChildren().getLast().requestFocus();
    }
  }

  private void fill(List<ParameterField> fields) {
    getChildren().setAll(fields.stream().map(this::box).toList());
    setVisible(!fields.isEmpty());
  }

  private HBox box(ParameterField field) {
    Label label = new Label(field.name());
    label.getStyleClass().add("parameter-name");
    Node asks = field.choices().isEmpty() ? text(field) : choice(field);
    asks.setId("parameter-" + field.name());
    label.setLabelFor(asks);
    if (!field.words().isEmpty()) {
      Tooltip.install(asks, new Tooltip(field.words() + " …"));
      asks.setAccessibleHelp(field.words());
    }
    HBox box = new HBox(label, asks);
    box.getStyleClass().add("parameter");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private TextField text(ParameterField field) {
    TextField text = new TextField();
    text.setPromptText(field.prompt());
    text.setPrefColumnCount(12);
    text.textProperty().bindBidirectional(field.textProperty());
    text.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        run.run();
        key.consume();
      }
    });
    return text;
  }

  private ComboBox<String> choice(ParameterField field) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(field.choices());
    box.setPromptText(field.prompt());
    box.setValue(field.textProperty().get().isEmpty() ? null : field.textProperty().get());
    box.valueProperty()
        .addListener((_, _, chosen) -> {
          field.textProperty().set(chosen == null ? "" : chosen);
          run.run();
        });
    return box;
  }
}
