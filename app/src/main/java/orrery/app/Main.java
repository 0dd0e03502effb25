package orrery.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import orrery.app.cli.ExportCommand;
import orrery.app.cli.ImportCommand;
import orrery.app.cli.ModelsCommand;
import orrery.app.cli.OpenCommand;
import orrery.app.cli.QueryCommand;
import orrery.app.cli.WithoutWindow;
import orrery.app.cli.WrongArguments;
import orrery.app.window.Display;
import orrery.app.window.Folders;
import orrery.app.window.Locations;
import orrery.app.window.TourCommand;
import orrery.app.window.Window;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program's entry: reads the command line and runs what it asks; without a command, the
/// window.
@Command(
    name = "orrery",
    description = "See what is in your database and what your ORM does with it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    footer = {
      "",
      "Without a command the window opens. Exit status: 0 done, 1 the database refused or could not",
      "be reached, 2 the chain or the arguments are wrong."
    })
final class Main implements Callable<Integer> {

  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    return Display.isThere() ? window(Optional.empty(), false) : new WithoutWindow(out).run();
  }

  /// Starts the program.
  ///
  /// @param args the command line
  public static void main(String[] args) {
    // Chains and rows are Unicode, whatever the terminal's locale says.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = commandLine(out, err, isTerminal()).execute(orOpen(args));
    out.flush();
    System.exit(status);
  }

  /// Returns the command line with all its commands.
  ///
  /// @param terminal whether people read what is written
  static CommandLine commandLine(PrintStream out, PrintStream err, boolean terminal) {
    CommandLine line = new CommandLine(new Main(out));
    line.addSubcommand(new QueryCommand(out, err, terminal));
    line.addSubcommand(new ModelsCommand(out, err));
    line.addSubcommand(new ExportCommand(out, err));
    line.addSubcommand(new ImportCommand(out, err));
    line.addSubcommand(new OpenCommand(err, Display.isThere(), Main::window));
    line.addSubcommand(new TourCommand(out));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(new WrongArguments(terminal));
    line.setExecutionExceptionHandler((error, _, _) -> {
      if (error instanceof orrery.orm.error.OrmError known) {
        err.println(known.type() + ": " + known.getMessage());
        return 1;
      }
      throw error;
    });
    return line;
  }

  private static int window(Optional<String> location, boolean write) throws InterruptedException {
    Folders folders = Folders.ofUser();
    Window.open(folders, new Locations(folders), location, write);
    return 0;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  // A file that the desktop hands over comes as the only argument.
  private static String[] orOpen(String[] args) {
    return args.length == 1 && !args[0].startsWith("-") && Files.isRegularFile(Path.of(args[0]))
        ? new String[] {"open", args[0]}
        : args;
  }
}
