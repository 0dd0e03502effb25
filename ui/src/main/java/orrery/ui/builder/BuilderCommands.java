package orrery.ui.builder;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;

/// What can be done with the builder, as commands.
public final class BuilderCommands {
  private BuilderCommands() {}

  /// Returns them.
  ///
  /// @param add opens the list of steps
  /// @param open whether a database is open
  /// @param copy takes the text that is copied
  public static List<Command> of(
      BuilderViewModel model, Runnable add, ObservableBooleanValue open, Consumer<String> copy) {
    BooleanBinding asked = model.modelProperty().isNotEmpty();
    return List.of(
        Command.builder("build.add", "Query", "Add a Step")
            .synonyms("builder where filter order summarize card")
            .keys("Shortcut+Shift+A")
            .icon("fth-plus")
            .section()
            .enabled(asked)
            .does(add),
        Command.builder("build.undo", "Query", "Undo the Last Step's Change")
            .synonyms("take back builder")
            .icon("fth-corner-up-left")
            .enabled(model.canUndo())
            .does(model::undo),
        Command.builder("build.redo", "Query", "Redo the Last Step's Change")
            .synonyms("again builder")
            .icon("fth-corner-up-right")
            .enabled(model.canRedo())
            .does(model::redo),
        Command.builder("build.earlier", "Query", "Rows as of the Step Before")
            .synonyms("time travel previous step")
            .keys("Shortcut+Alt+Left")
            .icon("fth-rewind")
            .enabled(asked)
            .does(() -> model.travel(-1)),
        Command.builder("build.later", "Query", "Rows as of the Step After")
            .synonyms("time travel next step")
            .keys("Shortcut+Alt+Right")
            .icon("fth-fast-forward")
            .enabled(asked)
            .does(() -> model.travel(1)),
        Command.builder("build.autorun", "Query", "Run after Each Change of a Card")
            .synonyms("automatic live")
            .enabled(open)
            .toggles(model.autoRunProperty()),
        Command.builder("build.copy", "Query", "Copy the Chain")
            .synonyms("clipboard django")
            .keys("Shortcut+Shift+C")
            .icon("fth-copy")
            .enabled(asked)
            .does(() -> copy.accept(model.chain())),
        Command.builder("build.copy-django", "Query", "Copy as Django")
            .synonyms("python shell clipboard export")
            .icon("fth-copy")
            .enabled(asked)
            .does(() -> copy.accept(model.django())),
        Command.builder("build.copy-java", "Query", "Copy as Java")
            .synonyms("clipboard export queryset")
            .icon("fth-copy")
            .enabled(asked)
            .does(() -> copy.accept(model.java())));
  }
}
