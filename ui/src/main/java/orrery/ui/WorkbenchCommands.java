package orrery.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import orrery.ui.command.Command;

/// What can be done with a workbench, as commands.
final class WorkbenchCommands {
  private WorkbenchCommands() {}

  static List<Command> of(Workbench workbench) {
    BooleanBinding hasText =
        Bindings.createBooleanBinding(
            () -> !workbench.textProperty().get().isBlank(), workbench.textProperty());
    BooleanBinding canFix =
        Bindings.createBooleanBinding(
            () -> {
              Trouble trouble = workbench.troubleProperty().get();
              return trouble != null && trouble.hasPlace() && trouble.suggestion().isPresent();
            },
            workbench.troubleProperty());
    return List.of(
        Command.builder("query.run", "Query", "Run")
            .synonyms("execute go ask")
            .keys("Shortcut+Enter")
            .otherKeys("F5")
            .icon("fth-play")
            .enabled(workbench.isOpen().and(hasText))
            .does(workbench::run),
        Command.builder("query.stop", "Query", "Stop")
            .synonyms("cancel interrupt abort")
            .keys("Shift+F5")
            .icon("fth-square")
            .enabled(workbench.isRunning())
            .does(workbench::stop),
        Command.builder("query.fix", "Query", "Use the Suggested Name")
            .synonyms("fix typo quick correct")
            .keys("Alt+Enter")
            .icon("fth-tool")
            .enabled(canFix)
            .does(workbench::fix),
        Command.builder("query.back", "Query", "Back")
            .synonyms("previous history")
            .keys("Alt+Left")
            .otherKeys("Shortcut+Open Bracket")
            .icon("fth-arrow-left")
            .section()
            .enabled(workbench.asked().canGoBack())
            .does(workbench::back),
        Command.builder("query.forward", "Query", "Forward")
            .synonyms("next history")
            .keys("Alt+Right")
            .otherKeys("Shortcut+Close Bracket")
            .icon("fth-arrow-right")
            .enabled(workbench.asked().canGoForward())
            .does(workbench::forward));
  }
}
