package orrery.app.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `orrery open`: the window, on a database.
@Command(
    name = "open",
    description = "Opens the window on a database.",
    mixinStandardHelpOptions = true)
public final class OpenCommand implements Callable<Integer> {

  /// What shows the window.
  @FunctionalInterface
  public interface Shower {
    /// Shows it and returns the status when it was closed.
    int show(Optional<String> location, boolean write) throws Exception;
  }

  private final PrintStream err;
  private final boolean display;
  private final Shower window;

  @Parameters(
      index = "0",
      paramLabel = "<database>",
      description = "A SQLite file, a JDBC URL, or the word sample.")
  private String database = "";

  @Option(names = "--write", description = "Lets rows be changed; else the database refuses.")
  private boolean write;

  /// Makes the command.
  ///
  /// @param display whether a window can be seen here
  public OpenCommand(PrintStream err, boolean display, Shower window) {
    this.err = err;
    this.display = display;
    this.window = window;
  }

  @Override
  public Integer call() throws Exception {
    if (!display) {
      err.println(
          "A window needs a display, and there is none here; `orrery query "
              + database
              + " '<chain>'` asks in the terminal.");
      return Failure.DATABASE;
    }
    return window.show(Optional.of(database), write);
  }
}
