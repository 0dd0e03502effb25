package orrery.ui.connect;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import orrery.ui.Opened;
import orrery.ui.command.Command;

/// What can be done about which database is open, as commands.
public final class ConnectCommands {
  private ConnectCommands() {}

  /// Returns them.
  ///
  /// @param chooseFile asks for a file and opens it
  public static List<Command> of(ConnectViewModel model, Runnable chooseFile) {
    BooleanBinding readOnly =
        Bindings.createBooleanBinding(
            () -> {
              Opened opened = model.openedProperty().get();
              return opened != null && opened.readOnly();
            },
            model.openedProperty());
    return List.of(
        Command.builder("file.open", "File", "Open Database…")
            .synonyms("file connect sqlite load")
            .keys("Shortcut+O")
            .icon("fth-folder")
            .does(chooseFile),
        Command.builder("file.sample", "File", "Open Sample Library")
            .synonyms("example demo explore")
            .icon("fth-book-open")
            .does(model::openSample),
        Command.builder("file.unlock", "File", "Reopen with Changes Allowed")
            .synonyms("write edit unlock")
            .icon("fth-unlock")
            .section()
            .enabled(readOnly)
            .does(() -> model.reopen(true)),
        Command.builder("file.lock", "File", "Reopen Read-Only")
            .synonyms("lock safe protect")
            .icon("fth-lock")
            .enabled(model.isOpen().and(readOnly.not()))
            .does(() -> model.reopen(false)),
        Command.builder("file.close", "File", "Close Database")
            .synonyms("disconnect start screen")
            .keys("Shortcut+W")
            .icon("fth-x")
            .section()
            .enabled(model.isOpen())
            .does(model::close));
  }
}
