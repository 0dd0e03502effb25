import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/// The tools of the JDK, and what is done with folders around them.
final class Tools {
  private Tools() {}

  /// Runs a tool of the JDK in this process.
  ///
  /// @return what it printed
  /// @throws IllegalStateException with all that it printed, when it fails
  static String run(String tool, List<String> args) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    int status =
        ToolProvider.findFirst(tool)
            .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool))
            .run(writer, writer, args.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(tool + " failed:\n" + out);
    }
    return out.toString();
  }

  /// Returns what is in a folder, by name.
  static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /// Copies a file into a folder, with its time, by which the JVM knows it again.
  static void copy(Path file, Path folder) throws IOException {
    Files.copy(
        file, folder.resolve(file.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
  }

  /// Deletes a folder and all that is in it; nothing where there is none.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
