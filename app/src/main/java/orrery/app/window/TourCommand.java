package orrery.app.window;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `orrery tour`: the main screens as pictures.
@Command(
    name = "tour",
    description = "Pictures the main screens on the sample as PNG files, with no display.",
    mixinStandardHelpOptions = true)
public final class TourCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(
      index = "0",
      paramLabel = "<directory>",
      description = "Where the pictures go; it is made if it is not there.")
  private Path directory = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<chinook>",
      description = "A chinook database: then queries are built on it too, step by step.")
  private @Nullable Path music;

  /// Makes the command.
  ///
  /// @param out hears of each picture
  public TourCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    new Tour(new Locations(Folders.ofUser()), directory, out::println, Optional.ofNullable(music))
        .take();
    return 0;
  }
}
