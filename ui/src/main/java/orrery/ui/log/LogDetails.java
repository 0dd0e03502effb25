package orrery.ui.log;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.ui.SqlColours;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.CodePane;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Icons;

/// One statement of the log in full: laid out, with its values, and what became of it.
final class LogDetails extends VBox {
  private static final int MOST_PARAMETERS = 40;

  private final CodePane sql = CodePane.reader();
  private final Label about = new Label();
  private final Label values = new Label();
  private final Label error = new Label();
  private final Button copy = new Button("Copy");
  private final Button copyInlined = new Button("Copy with values");
  private String shown = "";
  private int columns = 80;

  /// Makes it.
  ///
  /// @param close puts it away
  LogDetails(Runnable close) {
    getStyleClass().add("log-details");
    about.getStyleClass().add("log-about");
    about.setMinWidth(0);
    values.getStyleClass().add("log-values");
    values.setWrapText(true);
    values.setMinHeight(Region.USE_PREF_SIZE);
    error.getStyleClass().add("log-error");
    error.setWrapText(true);
    error.setMinHeight(Region.USE_PREF_SIZE);
    for (Button button : List.of(copy, copyInlined)) {
      button.getStyleClass().add("small");
      button.setGraphic(Icons.of("fth-copy"));
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    copy.setId("log-copy");
    copyInlined.setId("log-copy-values");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox actions = new HBox(about, space, copy, copyInlined, Buttons.icon("fth-x", "Close", close));
    actions.getStyleClass().add("log-actions");
    for (Label label : List.of(values, error)) {
      label.managedProperty().bind(label.textProperty().isNotEmpty());
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
    }
    setVgrow(sql.node(), Priority.ALWAYS);
    sql.focusTarget().setAccessibleText("Statement");
    sql.onColumns(n -> {
      columns = n;
      sql.show(SqlColours.pretty(shown, n));
    });
    getChildren().addAll(actions, error, sql.node(), values);
  }

  /// Shows a statement.
  void show(LogLine.Statement statement) {
    shown = statement.sql();
    sql.show(SqlColours.pretty(shown, columns));
    about.setText(
        "#%d · %s · %s rows · %s"
            .formatted(statement.id(), statement.duration(), statement.rows(), statement.reason()));
    error.setText(statement.error());
    List<String> parameters = statement.parameters();
    int more = parameters.size() - MOST_PARAMETERS;
    values.setText(
        parameters.isEmpty()
            ? ""
            : String.join(", ", parameters.subList(0, Math.min(MOST_PARAMETERS, parameters.size())))
                + (more > 0 ? ", … %,d more".formatted(more) : ""));
    copy.setOnAction(_ -> Copy.text(statement.sql()));
    copyInlined.setOnAction(_ -> Copy.text(statement.inlined()));
    copyInlined.setDisable(parameters.isEmpty());
  }
}
