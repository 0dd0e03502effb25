package orrery.ui.saved;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.command.Command;

/// What can be done with saved queries, history and the project, as commands.
public final class SavedCommands {
  /// The keys that save the chain, wherever nothing else is to be saved.
  public static final String SAVE = "Shortcut+S";

  private SavedCommands() {}

  /// What asks for files and shows panels.
  public interface Hands {
    /// Asks how the chain is to be saved.
    void save();

    /// Shows the saved queries, ready to be searched.
    void showSaved();

    /// Shows what was run, ready to be searched.
    void showHistory();

    /// Asks for a project's file and opens it.
    void openProject();

    /// Stores the project, and asks where the first time.
    void saveProject();

    /// Asks for another file and stores the project there.
    void saveProjectAs();
  }

  /// Returns those about queries.
  ///
  /// @param open whether a database is open
  public static List<Command> queries(
      SavedViewModel model, ObservableBooleanValue open, Hands hands) {
    return List.of(
        Command.builder("saved.save", "Query", "Save Query…")
            .synonyms("keep name bookmark store")
            .keys(SAVE)
            .local()
            .icon("fth-bookmark")
            .section()
            .enabled(model.canSave())
            .does(hands::save),
        Command.builder("saved.undo", "Query", "Undo Change of Saved Queries")
            .synonyms("restore deleted")
            .icon("fth-rotate-ccw")
            .enabled(model.queries().canUndo())
            .does(model::undo),
        Command.builder("go.saved", "Go", "Search Saved Queries")
            .synonyms("bookmarks folders")
            .keys("Shortcut+Shift+K")
            .icon("fth-bookmark")
            .enabled(open)
            .does(hands::showSaved),
        Command.builder("go.history", "Go", "Search History")
            .synonyms("past run before log")
            .keys("Shortcut+H")
            .icon("fth-clock")
            .enabled(open)
            .does(hands::showHistory));
  }

  /// Returns those about the project.
  ///
  /// @param open whether a database is open
  public static List<Command> project(ObservableBooleanValue open, Hands hands) {
    return List.of(
        Command.builder("project.open", "File", "Open Project…")
            .synonyms("workspace orrery file")
            .keys("Shortcut+Shift+O")
            .icon("fth-briefcase")
            .section()
            .does(hands::openProject),
        Command.builder("project.save", "File", "Save Project")
            .synonyms("workspace orrery file")
            .icon("fth-save")
            .enabled(open)
            .does(hands::saveProject),
        Command.builder("project.saveAs", "File", "Save Project As…")
            .synonyms("workspace orrery file copy")
            .icon("fth-save")
            .enabled(open)
            .does(hands::saveProjectAs));
  }
}
