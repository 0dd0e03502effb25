package orrery.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program's entry: reads the command line and runs what it asks.
@Command(
    name = "orrery",
    description = "Opens a database and asks it Django-style queries.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class Main implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /// Starts the program.
  ///
  /// @param args the command line
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
