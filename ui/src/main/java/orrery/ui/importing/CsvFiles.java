package orrery.ui.importing;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for a CSV file.
public final class CsvFiles {
  private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab", ".txt");

  private final FileChooser chooser = new FileChooser();

  /// Makes it; it opens where it was left.
  public CsvFiles() {
    chooser.setTitle("Import CSV");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("CSV files", "*.csv", "*.tsv", "*.tab", "*.txt"),
            new FileChooser.ExtensionFilter("All files", "*"));
  }

  /// Says whether a file is called like one of CSV.
  public static boolean isOne(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Asks, and returns the file that was chosen.
  public Optional<Path> choose(Window owner) {
    File file = chooser.showOpenDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    chooser.setInitialDirectory(file.getParentFile());
    return Optional.of(file.toPath());
  }
}
