package orrery.ui.connect;

import java.io.File;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The system's own dialog that asks for a database's file.
public final class DatabaseFiles {
  private final FileChooser chooser = new FileChooser();

  /// Makes it; it opens where it was left.
  public DatabaseFiles() {
    chooser.setTitle("Open a Database");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "SQLite databases", "*.sqlite", "*.sqlite3", "*.db", "*.db3", "*.s3db", "*.sl3"),
            new FileChooser.ExtensionFilter("Orrery projects", "*.orrery"),
            new FileChooser.ExtensionFilter("All files", "*"));
  }

  /// Asks, and returns the path of the file that was chosen.
  public Optional<String> choose(Window owner) {
    File file = chooser.showOpenDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    chooser.setInitialDirectory(file.getParentFile());
    return Optional.of(file.getPath());
  }
}
