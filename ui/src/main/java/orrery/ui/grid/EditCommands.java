package orrery.ui.grid;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;

/// What can be done with the rows that are shown.
public final class EditCommands {
  private EditCommands() {}

  /// Returns the commands of the rows.
  ///
  /// @param open whether a database is open
  public static List<Command> of(EditingViewModel model, ObservableBooleanValue open) {
    return List.of(
        Command.builder("rows.lock", "Rows", "Unlock or Lock the Rows")
            .synonyms("edit change write data")
            .keys("Shortcut+U")
            .icon("fth-lock")
            .enabled(open)
            .does(model::toggle),
        Command.builder("rows.add", "Rows", "Add a Row")
            .synonyms("insert new record")
            .keys("Shortcut+Insert")
            .icon("fth-plus")
            .section()
            .enabled(model.canEdit())
            .does(model::addRow),
        Command.builder("rows.duplicate", "Rows", "Duplicate the Rows")
            .synonyms("copy clone record")
            .keys("Shortcut+D")
            .local()
            .icon("fth-copy")
            .enabled(model.canEdit())
            .does(model::duplicateRows),
        Command.builder("rows.remove", "Rows", "Remove the Rows")
            .synonyms("delete record")
            .keys("Shortcut+Delete")
            .local()
            .icon("fth-minus")
            .enabled(model.canEdit())
            .does(model::removeRows),
        Command.builder("rows.null", "Rows", "Set to Null")
            .synonyms("clear nothing")
            .keys("Shortcut+Backspace")
            .local()
            .section()
            .enabled(model.canEdit())
            .does(model::setNull),
        Command.builder("rows.empty", "Rows", "Set to Empty")
            .synonyms("clear text")
            .keys("Delete")
            .local()
            .enabled(model.canEdit())
            .does(model::setEmpty),
        Command.builder("rows.undo", "Rows", "Undo the Last Change of a Row")
            .synonyms("take back cell")
            .keys("Shortcut+Z")
            .local()
            .icon("fth-corner-up-left")
            .section()
            .enabled(model.canUndo())
            .does(model::undo),
        Command.builder("rows.redo", "Rows", "Redo the Last Change of a Row")
            .synonyms("again cell")
            .keys("Shortcut+Shift+Z")
            .local()
            .icon("fth-corner-up-right")
            .enabled(model.canRedo())
            .does(model::redo),
        Command.builder("rows.preview", "Rows", "Preview the SQL of the Changes")
            .synonyms("statements update insert delete")
            .keys("Shortcut+Shift+S")
            .icon("fth-code")
            .section()
            .enabled(model.hasChanges())
            .does(model::preview),
        Command.builder("rows.save", "Rows", "Save the Changes")
            .synonyms("write commit transaction apply")
            .keys("Shortcut+S")
            .icon("fth-save")
            .enabled(model.hasChanges())
            .does(model::save),
        Command.builder("rows.discard", "Rows", "Discard the Changes")
            .synonyms("revert rollback reset")
            .icon("fth-trash-2")
            .enabled(model.hasChanges())
            .does(model::discard));
  }
}
