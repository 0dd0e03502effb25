package orrery.app.window;

import java.util.Map;
import java.util.Optional;
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
  private final Optional<Keyring> keyring;

  /// The passwords that were given since the program was started, by what is opened with them; they
  /// are kept nowhere else, but for those that somebody wants to have in the keyring.
  private final Map<String, String> given = new ConcurrentHashMap<>();

  /// Makes it, with the system's keyring.
  public Locations(Folders folders) {
    this(folders, Keyring.ofSystem());
  }

  /// Makes it.
  Locations(Folders folders, Optional<Keyring> keyring) {
    this.keyring = keyring;
    this.sample = new Sample(folders.data(), Assets.sampleScript());
  }

  @Override
  public OpenDatabase open(String location, boolean write) {
    String path = path(location);
    String known = Settings.withoutPassword(path);
    String with = given.getOrDefault(path, path);
    try {
      return open(known, with, write);
    } catch (PasswordRequired e) {
      given.remove(known);
      Optional<String> kept =
          with.equals(known) ? keyring.flatMap(ring -> ring.find(known)) : Optional.empty();
      if (kept.isEmpty()) {
        throw e;
      }
      return open(known, Settings.withPassword(known, kept.get()), write);
    }
  }

  private OpenDatabase open(String known, String with, boolean write) {
    OpenDatabase open = OpenDatabase.open(with, write);
    if (!known.equals(with)) {
      given.put(known, with);
    }
    return open;
  }

  @Override
  public boolean hasKeyring() {
    return keyring.isPresent();
  }

  @Override
  public boolean remember(String location) {
    String known = Settings.withoutPassword(location);
    String password = Settings.of(given.getOrDefault(known, known)).password().text();
    return !password.isEmpty() && keyring.filter(ring -> ring.keep(known, password)).isPresent();
  }

  /// Returns what a location means to whoever opens it; the sample is made where it is not there.
  private String path(String location) {
    return location.equals(Opened.SAMPLE) ? sample.file().toString() : location;
  }
}
