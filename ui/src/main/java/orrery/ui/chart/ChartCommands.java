package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;

/// What can be done with the chart of a result, as commands.
public final class ChartCommands {
  private ChartCommands() {}

  /// What keeps a chart.
  public interface Keeper {
    /// Asks for a file and writes the chart there.
    ///
    /// @param ending `png` or `svg`
    void save(String ending);

    /// Puts the chart on the clipboard.
    void copy();
  }

  /// Returns them.
  ///
  /// @param open whether there is a database whose results can be drawn
  public static List<Command> of(ChartViewModel model, ObservableBooleanValue open, Keeper keeper) {
    BooleanBinding isDrawn = model.shownProperty().and(Bindings.isNotNull(model.figureProperty()));
    List<Command> commands = new ArrayList<>();
    commands.add(
        Command.builder("chart.show", "Chart", "Show Result as Chart")
            .synonyms("plot graph diagram draw table")
            .keys("Shortcut+Shift+B")
            .icon("fth-bar-chart-2")
            .enabled(open)
            .toggles(model.shownProperty()));
    for (ChartKind kind : ChartKind.values()) {
      BooleanBinding can =
          Bindings.createBooleanBinding(
              () -> model.shownProperty().get() && model.can(kind),
              model.shownProperty(),
              model.choiceProperty());
      String id = "chart." + kind.name().toLowerCase(Locale.ROOT);
      Command.Builder command =
          Command.builder(id, "Chart", "Draw " + kind.words())
              .synonyms("chart plot")
              .icon(kind.icon())
              .enabled(can);
      commands.add(
          (kind == ChartKind.BAR ? command.section() : command).does(() -> model.kind(kind)));
    }
    commands.add(
        Command.builder("chart.png", "Chart", "Save Chart as PNG…")
            .synonyms("export image picture")
            .icon("fth-image")
            .section()
            .enabled(isDrawn)
            .does(() -> keeper.save("png")));
    commands.add(
        Command.builder("chart.svg", "Chart", "Save Chart as SVG…")
            .synonyms("export vector picture")
            .icon("fth-pen-tool")
            .enabled(isDrawn)
            .does(() -> keeper.save("svg")));
    commands.add(
        Command.builder("chart.copy", "Chart", "Copy Chart as Image")
            .synonyms("clipboard picture")
            .icon("fth-copy")
            .enabled(isDrawn)
            .does(keeper::copy));
    return commands;
  }
}
