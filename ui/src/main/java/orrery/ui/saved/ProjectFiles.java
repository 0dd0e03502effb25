package orrery.ui.saved;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import orrery.ui.ProjectStore;

/// The system's own dialogs that ask for a project's file.
public final class ProjectFiles {
  private final FileChooser chooser = new FileChooser();

  /// Makes it; it opens where it was left.
  public ProjectFiles() {
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Orrery projects", "*" + ProjectStore.ENDING));
  }

  /// Asks for a file that is there.
  public Optional<Path> open(@Nullable Window owner) {
    chooser.setTitle("Open a Project");
    return note(chooser.showOpenDialog(owner));
  }

  /// Asks for a file that may be there.
  ///
  /// @param name what is proposed, without its end
  public Optional<Path> save(@Nullable Window owner, String name) {
    chooser.setTitle("Save Project");
    chooser.setInitialFileName(name + ProjectStore.ENDING);
    return note(chooser.showSaveDialog(owner))
        .map(path ->
            path.toString().endsWith(ProjectStore.ENDING)
                ? path
                : path.resolveSibling(path.getFileName() + ProjectStore.ENDING));
  }

  private Optional<Path> note(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    chooser.setInitialDirectory(file.getParentFile());
    return Optional.of(file.toPath());
  }
}
