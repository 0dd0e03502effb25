package orrery.ui.grid;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;
import orrery.ui.grid.out.Format;

/// What can be done with the result, as commands.
public final class GridCommands {
  private static final String GROUP = "Result";

  private GridCommands() {}

  /// Returns the commands of a result pane.
  ///
  /// @param export asks where all rows are to be written
  /// @param copy takes text to the clipboard
  public static List<Command> of(
      GridViewModel model, GridView view, Runnable export, Consumer<String> copy) {
    ObservableBooleanValue isTable =
        Bindings.createBooleanBinding(
            () -> model.shownProperty().get() instanceof Shown.Table, model.shownProperty());
    return List.of(
        Command.builder("grid.filters", GROUP, "Filter Row")
            .synonyms("condition where column search")
            .keys("Shortcut+Shift+H")
            .icon("fth-filter")
            .enabled(isTable)
            .does(view::filterRow),
        Command.builder("grid.find", GROUP, "Find in These Rows")
            .synonyms("search look for text")
            .keys("Shortcut+F")
            .icon("fth-search")
            .enabled(isTable)
            .does(view::find),
        Command.builder("grid.summary", GROUP, "Column Summary")
            .synonyms("distinct min max average top values histogram nulls statistics")
            .keys("Shortcut+Shift+U")
            .icon("fth-bar-chart-2")
            .enabled(isTable)
            .does(view::sumUp),
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
        copyAs(model, isTable, Format.CSV, "grid.copy-csv", copy),
        copyAs(model, isTable, Format.JSON, "grid.copy-json", copy),
        copyAs(model, isTable, Format.MARKDOWN, "grid.copy-markdown", copy),
        copyAs(model, isTable, Format.INSERT, "grid.copy-insert", copy),
        copyAs(model, isTable, Format.SQL_LIST, "grid.copy-list", copy),
        Command.builder("grid.export", GROUP, "Export All Rows…")
            .synonyms("save file csv json excel xlsx download")
            .keys("Shortcut+Shift+X")
            .icon("fth-download")
            .section()
            .enabled(isTable)
            .does(export),
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

  private static Command copyAs(
      GridViewModel model,
      ObservableBooleanValue enabled,
      Format format,
      String id,
      Consumer<String> copy) {
    return Command.builder(id, GROUP, "Copy Cells as " + format.words())
        .synonyms("clipboard selection")
        .icon("fth-copy")
        .enabled(enabled)
        .does(() -> model.copyAs(format, copy));
  }
}
