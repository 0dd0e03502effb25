package orrery.app.window;

import orrery.assets.Assets;
import orrery.orm.OpenDatabase;
import orrery.ui.Opened;
import orrery.ui.Opener;

/// Opens what people name: a path, a JDBC URL, or the word `sample` for the library that comes with
/// the program.
public final class Locations implements Opener {
  private final Sample sample;

  /// Makes it.
  public Locations(Folders folders) {
    this.sample = new Sample(folders.data(), Assets.sampleScript());
  }

  @Override
  public OpenDatabase open(String location, boolean write) {
    return OpenDatabase.open(path(location), write);
  }

  /// Returns what a location means to whoever opens it; the sample is made where it is not there.
  private String path(String location) {
    return location.equals(Opened.SAMPLE) ? sample.file().toString() : location;
  }
}
