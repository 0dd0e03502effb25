package orrery.ui.grid;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// The field above a column: what is typed there is a condition in the chain as soon as Enter is
/// pressed, or the field is left.
final class FilterField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String HELP =
      """
      >5   <=5   =x   !x   null   !null
      a..b   a, b   !a, b
      text: part   start*   *end   "a, b"
      Enter runs it, Escape takes it back.\
      """;

  private final GridFilters filters;
  private final int column;
  private final Runnable back;
  private String shown = "";

  /// Makes it.
  ///
  /// @param back gives the keyboard to the rows
  FilterField(GridFilters filters, int column, String name, Runnable back) {
    this.filters = filters;
    this.column = column;
    this.back = back;
    setId("filter-" + name);
    getStyleClass().add("filter-field");
    setPromptText("filter");
    setAccessibleText("Filter of " + name);
    setTooltip(new Tooltip(HELP));
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    setOnAction(_ -> commit());
    focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            commit();
          }
        });
    textProperty().subscribe(_ -> pseudoClassStateChanged(WRONG, false));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // A press here is none on the head, which would sort.
    addEventHandler(MouseEvent.ANY, MouseEvent::consume);
  }

  /// Shows the condition that the chain has.
  void refresh() {
    setDisable(!filters.canFilter(column));
    shown = filters.text(column);
    if (!isFocused() || !getText().strip().equals(shown)) {
      setText(shown);
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      setText(shown);
      back.run();
      key.consume();
    } else if (key.getCode() == KeyCode.DOWN) {
      commit();
      back.run();
      key.consume();
    }
  }

  private void commit() {
    if (!isDisabled() && !getText().strip().equals(shown)) {
      boolean isUnderstood = filters.put(column, getText());
      pseudoClassStateChanged(WRONG, !isUnderstood);
    }
  }
}
