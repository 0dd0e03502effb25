package orrery.app.cli;

import java.io.Console;
import java.util.Objects;
import orrery.app.window.Folders;
import orrery.app.window.Sample;
import orrery.assets.Assets;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Settings;
import orrery.orm.error.PasswordRequired;

/// Where a database is: a path, a JDBC URL, or the word `sample` for the library that comes with
/// the program.
final class Location {

  private Location() {}

  /// Opens what `given` means. Where a server wants a password and somebody sits at a terminal,
  /// they are asked for it.
  static OpenDatabase open(String given, boolean write) {
    Settings settings = Settings.of(of(given));
    settings = write ? settings.writable() : settings;
    try {
      return OpenDatabase.open(settings);
    } catch (PasswordRequired e) {
      Console console = Objects.requireNonNull(System.console());
      boolean people = console.isTerminal();
      char[] password = people ? console.readPassword("Password for %s: ", settings.title()) : null;
      if (password == null) {
        throw e;
      }
      return OpenDatabase.open(settings.withPassword(new String(password)));
    }
  }

  /// Returns what `given` means to whoever opens it; the sample is made where it is not there yet.
  static String of(String given) {
    return given.equals("sample")
        ? new Sample(Folders.ofUser().data(), Assets.sampleScript()).file().toString()
        : given;
  }
}
