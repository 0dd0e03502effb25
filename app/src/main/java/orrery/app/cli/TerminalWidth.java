package orrery.app.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many columns the terminal has that the program writes to.
final class TerminalWidth {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)");
  private static final int SECONDS = 2;

  private TerminalWidth() {}

  /// Returns the number of columns; nothing where there is no terminal, or it does not say.
  ///
  /// The variable `COLUMNS` has the first word, then the terminal itself.
  static OptionalInt columns() {
    if (!Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
      return OptionalInt.empty();
    }
    String said = System.getenv("COLUMNS");
    return said != null && NUMBER.matcher(said).matches()
        ? OptionalInt.of(Integer.parseInt(said))
        : asked();
  }

  private static OptionalInt asked() {
    File terminal = new File("/dev/tty");
    if (!terminal.exists()) {
      return OptionalInt.empty();
    }
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      process.waitFor(SECONDS, TimeUnit.SECONDS);
      Matcher columns = ROWS_AND_COLUMNS.matcher(size);
      return columns.matches() && !columns.group(1).equals("0")
          ? OptionalInt.of(Integer.parseInt(columns.group(1)))
          : OptionalInt.empty();
    } catch (IOException e) {
      // A system without the command: the table is as wide as it is.
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
