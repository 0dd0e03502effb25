package orrery.ui.grid;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The line in which one finds a text in the rows that are here.
final class FindBar extends HBox {
  private final GridFind model;
  private final Runnable back;
  private final TextField field = new TextField();

  /// Makes it.
  ///
  /// @param back gives the keyboard to the rows
  FindBar(GridFind model, Runnable back) {
    this.model = model;
    this.back = back;
    getStyleClass().add("find-bar");
    field.setId("grid-find");
    field.setPromptText("Find in these rows");
    field.setAccessibleText("Find in these rows");
    field.textProperty().bindBidirectional(model.textProperty());
    Label said = new Label();
    said.setId("grid-found");
    said.textProperty().bind(model.saidProperty());
    Button filter = new Button("Filter All Rows");
    filter.setId("grid-find-filter");
    filter.getStyleClass().addAll(Styles.SMALL);
    filter.setTooltip(new Tooltip("Rows whose column under the keyboard contains it  Alt+Enter"));
    filter.setOnAction(_ -> model.filter());
    getChildren()
        .addAll(
            Icons.of("fth-search", "find-icon"),
            field,
            Buttons.icon("fth-chevron-up", "Previous  Shift+Enter", () -> model.go(-1)),
            Buttons.icon("fth-chevron-down", "Next  Enter", () -> model.go(1)),
            said,
            filter,
            Buttons.icon("fth-x", "Close  Escape", this::close));
    visibleProperty().bind(model.shownProperty());
    managedProperty().bind(visibleProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Hides it while the rows are not shown.
  void whileShown(ObservableBooleanValue rows) {
    visibleProperty().bind(model.shownProperty().and(rows));
  }

  /// Shows it and gives it the keyboard.
  void open() {
    model.shownProperty().set(true);
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    model.textProperty().set("");
    model.shownProperty().set(false);
    back.run();
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      close();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER && key.isAltDown()) {
      model.filter();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
      model.go(key.isShiftDown() ? -1 : 1);
      key.consume();
    }
  }
}
