package orrery.app.window;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import orrery.assets.Assets;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Settings;
import orrery.orm.error.PasswordRequired;
import orrery.ui.Opened;
import orrery.ui.Opener;

/// Opens what people name: a path, a JDBC URL, or the word `sample` for the library that comes with
/// the program.
public final class Locations implements Opener {
  private final Sample sample;

  /// The passwords that were given since the program was started, by what is opened with them; they
  /// are kept nowhere else.
  private final Map<String, String> given = new ConcurrentHashMap<>();

  /// Makes it.
  public Locations(Folders folders) {
    this.sample = new Sample(folders.data(), Assets.sampleScript());
  }

  @Override
  public OpenDatabase open(String location, boolean write) {
    String path = path(location);
    String known = Settings.withoutPassword(path);
    try {
      OpenDatabase open = OpenDatabase.open(given.getOrDefault(path, path), write);
      if (!known.equals(path)) {
        given.put(known, path);
      }
      return open;
    } catch (PasswordRequired e) {
      given.remove(known);
      throw e;
    }
  }

  /// Returns what a location means to whoever opens it; the sample is made where it is not there.
  private String path(String location) {
    return location.equals(Opened.SAMPLE) ? sample.file().toString() : location;
  }
}
