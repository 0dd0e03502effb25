package orrery.ui.grid;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;

/// What can be done with the result, as commands.
public final class GridCommands {
  private static final String GROUP = "Result";

  private GridCommands() {}

  /// Returns the commands of a result pane.
  public static List<Command> of(GridViewModel model, GridView view) {
    ObservableBooleanValue isTable =
        Bindings.createBooleanBinding(
            () -> model.shownProperty().get() instanceof Shown.Table, model.shownProperty());
    return List.of(
        Command.builder("grid.filters", GROUP, "Filter Row")
            .synonyms("condition where column search")
            .keys("Shortcut+Alt+F")
            .icon("fth-filter")
            .enabled(isTable)
            .does(view::filterRow),
        Command.builder("grid.follow", GROUP, "Open Related Rows")
            .synonyms("foreign key follow relation")
            .keys("Enter")
            .local()
            .icon("fth-arrow-right-circle")
            .section()
            .enabled(isTable)
            .does(view::follow),
        Command.builder("grid.value", GROUP, "Show Value")
            .synonyms("peek look detail json image")
            .keys("F2")
            .local()
            .icon("fth-eye")
            .enabled(isTable)
            .does(view::look),
        Command.builder("grid.count", GROUP, "Count All Rows")
            .synonyms("how many total")
            .icon("fth-hash")
            .section()
            .enabled(model.canCountAll())
            .does(model::countAll),
        Command.builder("grid.reset", GROUP, "Reset Columns")
            .synonyms("hidden width order show all")
            .icon("fth-columns")
            .enabled(isTable)
            .does(model.columns()::reset));
  }
}
