package orrery.ui.chart;

import atlantafx.base.theme.Styles;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import orrery.ui.command.Command;
import orrery.ui.kit.Buttons;

/// The switch between the rows of a result and its chart.
public final class TableOrChart extends HBox {
  /// Makes it.
  ///
  /// @param command what turns it by keys
  public TableOrChart(ChartViewModel model, Command command) {
    getStyleClass().add("table-or-chart");
    setAlignment(Pos.CENTER_LEFT);
    BooleanProperty isChart = model.shownProperty();
    ToggleButton table = button("Table", "show-table", command);
    table.getStyleClass().add(Styles.LEFT_PILL);
    ToggleButton chart = button("Chart", "show-chart", command);
    chart.getStyleClass().add(Styles.RIGHT_PILL);
    table.setOnAction(_ -> choose(isChart, false, table, chart));
    chart.setOnAction(_ -> choose(isChart, true, table, chart));
    isChart.subscribe(_ -> choose(isChart, isChart.get(), table, chart));
    getChildren().addAll(table, chart);
    disableProperty().bind(javafx.beans.binding.Bindings.not(command.enabled()));
  }

  private static ToggleButton button(String words, String id, Command command) {
    ToggleButton button = new ToggleButton(words);
    button.setId(id);
    button.getStyleClass().addAll("small", "segment");
    button.setTooltip(new Tooltip(Buttons.words(command)));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  // One of the two is always chosen.
  private static void choose(
      BooleanProperty isChart, boolean on, ToggleButton table, ToggleButton chart) {
    isChart.set(on);
    table.setSelected(!on);
    chart.setSelected(on);
  }
}
