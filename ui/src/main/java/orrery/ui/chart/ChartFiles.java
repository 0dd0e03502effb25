package orrery.ui.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The system's own dialog that asks where a chart is to be written.
public final class ChartFiles {
  private final FileChooser chooser = new FileChooser();

  /// Makes it; it opens where it was left.
  public ChartFiles() {
    chooser.setTitle("Save Chart");
  }

  /// Asks, and returns the file, whose name ends as `ending` says.
  ///
  /// @param name what is proposed, without an end
  public Optional<Path> choose(Window owner, String name, String ending) {
    String upper = ending.toUpperCase(Locale.ROOT);
    chooser
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter(upper + " images", "*." + ending));
    chooser.setInitialFileName(name + "." + ending);
    File file = chooser.showSaveDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    chooser.setInitialDirectory(file.getParentFile());
    boolean isNamed = file.getName().toLowerCase(Locale.ROOT).endsWith("." + ending);
    return Optional.of(isNamed ? file.toPath() : Path.of(file.getPath() + "." + ending));
  }
}
