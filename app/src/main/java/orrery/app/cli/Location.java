package orrery.app.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.app.window.Folders;
import orrery.app.window.Keyring;
import orrery.app.window.Sample;
import orrery.assets.Assets;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Password;
import orrery.orm.db.Settings;
import orrery.orm.error.PasswordRequired;

/// Where a database is: a path, a JDBC URL, or the word `sample` for the library that comes with
/// the program.
final class Location {

  private Location() {}

  /// Opens what `given` means. Where a server wants a password, the system's keyring is asked for
  /// it, and then who sits at a terminal.
  static OpenDatabase open(String given, boolean write) {
    Settings settings = Settings.of(of(given));
    settings = write ? settings.writable() : settings;
    try {
      return OpenDatabase.open(settings);
    } catch (PasswordRequired e) {
      Optional<String> kept =
          settings.password().equals(Password.NONE)
              ? Keyring.ofSystem().flatMap(ring -> ring.find(Settings.withoutPassword(given)))
              : Optional.empty();
      if (kept.isPresent()) {
        return OpenDatabase.open(settings.withPassword(kept.get()));
      }
      char[] password = asked(settings.title());
      if (password == null) {
        throw e;
      }
      return OpenDatabase.open(settings.withPassword(new String(password)));
    }
  }

  // Where nobody sits at a terminal there is no console, whatever newer systems promise.
  @SuppressWarnings("SystemConsoleNull")
  private static char @Nullable [] asked(String title) {
    Console console = System.console();
    return console == null || !console.isTerminal()
        ? null
        : console.readPassword("Password for %s: ", title);
  }

  /// Returns what `given` means to whoever opens it; the sample is made where it is not there yet.
  static String of(String given) {
    return given.equals("sample")
        ? new Sample(Folders.ofUser().data(), Assets.sampleScript()).file().toString()
        : given;
  }
}
