package orrery.app.cli;

import orrery.app.window.Folders;
import orrery.app.window.Sample;
import orrery.assets.Assets;

/// Where a database is: a path, a JDBC URL, or the word `sample` for the library that comes with
/// the program.
final class Location {

  private Location() {}

  /// Returns what `given` means to whoever opens it; the sample is made where it is not there yet.
  static String of(String given) {
    return given.equals("sample")
        ? new Sample(Folders.ofUser().data(), Assets.sampleScript()).file().toString()
        : given;
  }
}
