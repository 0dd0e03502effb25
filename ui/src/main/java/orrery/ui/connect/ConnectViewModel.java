package orrery.ui.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Settings;
import orrery.ui.OpenState;
import orrery.ui.Opened;
import orrery.ui.Preferences;
import orrery.ui.ProjectStore;
import orrery.ui.Recent;
import orrery.ui.Workbench;

/// The opening of databases: where from, whether for writing, and which were open before.
public final class ConnectViewModel {
  /// The name of the library that comes with the program.
  public static final String SAMPLE = Opened.SAMPLE;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final Workbench workbench;
  private final Preferences preferences;
  private final Consumer<Path> projects;
  private final StringProperty location = new SimpleStringProperty("");
  private final BooleanProperty write = new SimpleBooleanProperty();
  private final BooleanBinding opening;

  /// Makes it for what opens on `workbench`.
  ///
  /// @param projects opens projects' files
  public ConnectViewModel(Workbench workbench, Preferences preferences, Consumer<Path> projects) {
    this.workbench = workbench;
    this.projects = projects;
    this.preferences = preferences;
    opening =
        Bindings.createBooleanBinding(
            () -> workbench.openStateProperty().get() instanceof OpenState.Opening,
            workbench.openStateProperty());
    workbench.openedProperty().subscribe(this::remember);
  }

  // Properties

  /// The location as it is typed: a path, a JDBC URL, `sample`.
  public StringProperty locationProperty() {
    return location;
  }

  /// Whether the next database is opened for writing.
  public BooleanProperty writeProperty() {
    return write;
  }

  /// Where the opening stands.
  public ReadOnlyObjectProperty<OpenState> stateProperty() {
    return workbench.openStateProperty();
  }

  /// Says whether a database is being opened.
  public BooleanBinding isOpening() {
    return opening;
  }

  /// Says whether a database is open.
  public BooleanBinding isOpen() {
    return workbench.isOpen();
  }

  /// The databases that were open, the last one first.
  public ObservableList<Recent> recents() {
    return preferences.recents();
  }

  /// What is open; null where nothing is.
  public ReadOnlyObjectProperty<@Nullable Opened> openedProperty() {
    return workbench.openedProperty();
  }

  // Commands

  /// Opens what was typed.
  public void openTyped() {
    String typed = unquoted(location.get().strip());
    if (!typed.isEmpty()) {
      open(fromHome(typed));
    }
  }

  /// Opens a location, for writing where that is switched on.
  public void open(String from) {
    open(from, write.get());
  }

  private void open(String from, boolean forWriting) {
    if (from.endsWith(ProjectStore.ENDING)) {
      projects.accept(Path.of(from));
    } else {
      workbench.open(from, forWriting);
    }
  }

  /// Opens a location whose server wants a password.
  ///
  /// @param remember whether the system's keyring is to keep the password
  public void open(String from, String password, boolean remember) {
    workbench.open(Settings.withPassword(from, password), write.get(), remember);
  }

  /// Says whether passwords can be kept in a keyring of the system.
  public boolean hasKeyring() {
    return workbench.hasKeyring();
  }

  /// Opens a database that was open before, in the way it was.
  public void open(Recent recent) {
    open(recent.location(), recent.write());
  }

  /// Opens the library that comes with the program.
  public void openSample() {
    workbench.open(SAMPLE, false);
  }

  /// Opens what is open once more, for writing or not.
  public void reopen(boolean forWriting) {
    Opened now = workbench.openedProperty().get();
    if (now != null) {
      workbench.open(now.location(), forWriting);
    }
  }

  /// Closes what is open.
  public void close() {
    workbench.leaving(workbench::close);
  }

  /// Gives up opening, or puts away the error of it.
  public void dismiss() {
    workbench.stopOpening();
  }

  /// Removes a database from those that were open.
  public void forget(Recent recent) {
    preferences.forget(recent.location());
  }

  /// Returns when a database was last open, as people say it.
  public static String when(Instant opened, Instant now) {
    long minutes = Duration.between(opened, now).toMinutes();
    if (minutes < 1) {
      return "just now";
    }
    if (minutes < 60) {
      return minutes == 1 ? "a minute ago" : minutes + " minutes ago";
    }
    long hours = minutes / 60;
    if (hours < 24) {
      return hours == 1 ? "an hour ago" : hours + " hours ago";
    }
    long days = hours / 24;
    if (days < 7) {
      return days == 1 ? "yesterday" : days + " days ago";
    }
    return DATE.format(opened);
  }

  private void remember(@Nullable Opened opened) {
    if (opened != null) {
      preferences.opened(opened.location(), opened.title(), !opened.readOnly());
      location.set("");
    }
  }

  private static String fromHome(String typed) {
    boolean home = typed.startsWith("~/") || typed.startsWith("~\\");
    return home ? System.getProperty("user.home") + typed.substring(1) : typed;
  }

  // Shells and file managers give paths in quotes.
  private static String unquoted(String typed) {
    char first = typed.isEmpty() ? 0 : typed.charAt(0);
    boolean quoted =
        typed.length() > 1
            && (first == '"' || first == '\'')
            && typed.charAt(typed.length() - 1) == first;
    return quoted ? typed.substring(1, typed.length() - 1) : typed;
  }
}
