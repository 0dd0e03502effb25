package orrery.ui.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.ui.Opened;
import orrery.ui.Preferences;
import orrery.ui.Project;
import orrery.ui.ProjectStore;
import orrery.ui.SavedQueries;
import orrery.ui.Workbench;
import orrery.ui.task.Latest;
import orrery.ui.task.Tasks;

/// Keeps the project of the database that is open: reads it when the database was opened, and
/// stores every change a moment later, in the file that was chosen or else in one of the program's
/// own. Belongs to the window's thread.
public final class ProjectViewModel {
  private final Workbench workbench;
  private final Preferences preferences;
  private final SavedQueries queries;
  private final ProjectStore store;
  private final Tasks tasks;
  private final Executor pause;
  private final Consumer<Throwable> failed;
  private final Latest reading;
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();

  private @Nullable Path keptIn;
  private @Nullable Project kept;
  private @Nullable Project coming;
  private @Nullable Path comingFrom;

  /// Makes it.
  ///
  /// @param pause runs work when nothing changed for a moment
  /// @param failed hears of what could not be read or written
  public ProjectViewModel(
      Workbench workbench,
      Preferences preferences,
      SavedQueries queries,
      ProjectStore store,
      Tasks tasks,
      Executor pause,
      Consumer<Throwable> failed) {
    this.workbench = workbench;
    this.preferences = preferences;
    this.queries = queries;
    this.store = store;
    this.tasks = tasks;
    this.pause = pause;
    this.failed = failed;
    reading = new Latest(tasks);
    // The text goes with the database, so it is taken before.
    workbench
        .databaseProperty()
        .addListener((_, _, now) -> {
          if (now == null) {
            leave();
          }
        });
    workbench.openedProperty().subscribe(this::enter);
    queries.allProperty().addListener((_, _, _) -> changed());
    workbench.textProperty().addListener((_, _, _) -> changed());
  }

  /// The file that the user chose for the project; null where it is kept in one of the program's.
  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /// Opens a project: its database, its queries, its chain and its panes. What is open stays so
  /// until that has succeeded.
  public void open(Path from) {
    Path path = from.toAbsolutePath().normalize();
    reading.start(
        _ -> store.read(path),
        project -> {
          coming = project;
          comingFrom = path;
          workbench.open(project.location(), project.write());
        },
        failed);
  }

  /// Stores the project in another file from now on.
  public void saveAs(Path to, Consumer<Path> done) {
    Path path = to.toAbsolutePath().normalize();
    Project now = now();
    if (now != null) {
      write(
          path,
          now,
          written -> {
            keptIn = path;
            kept = now;
            file.set(path);
            preferences.opened(path.toString(), title(path), now.write());
            done.accept(written);
          });
    }
  }

  /// Stores the project now, in its file.
  public void save(Consumer<Path> done) {
    Project now = now();
    Path path = keptIn;
    if (now != null && path != null) {
      kept = now;
      write(path, now, done);
    }
  }

  /// Stores what was not stored yet, and waits for it: for the end of the program.
  ///
  /// @throws IOException where it cannot be written
  public void flush() throws IOException {
    Project now = now();
    Path path = keptIn;
    if (now != null && path != null && !now.equals(kept)) {
      store.write(path, now);
    }
  }

  /// Returns what a project's file is called.
  public static String title(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.endsWith(ProjectStore.ENDING)
        ? name.substring(0, name.length() - ProjectStore.ENDING.length())
        : name;
  }

  private void enter(@Nullable Opened opened) {
    if (opened == null) {
      return;
    }
    Project next = coming;
    Path from = comingFrom;
    coming = null;
    comingFrom = null;
    if (next != null && from != null) {
      file.set(from);
      preferences.opened(from.toString(), title(from), !opened.readOnly());
      next.layout().ifPresent(preferences::layout);
      take(from, next);
      return;
    }
    Project before = kept;
    Path in = keptIn;
    if (before != null && in != null && before.location().equals(opened.location())) {
      take(in, before);
      return;
    }
    file.set(null);
    keptIn = null;
    kept = null;
    Path own = store.own(opened.location());
    reading.start(
        _ -> read(own, opened),
        read -> {
          read.broken().ifPresent(failed);
          take(own, read.project());
        },
        failed);
  }

  /// What was read, and why it could not be.
  private record Read(Project project, Optional<IOException> broken) {}

  // A file of the program's own that cannot be read is put aside, never written over.
  private Read read(Path own, Opened opened) throws IOException {
    Project fresh = store.fresh(opened.location(), !opened.readOnly());
    if (!Files.exists(own)) {
      return new Read(fresh, Optional.empty());
    }
    try {
      return new Read(store.read(own), Optional.empty());
    } catch (IOException e) {
      Path aside = own.resolveSibling(own.getFileName() + ".broken");
      Files.move(own, aside, StandardCopyOption.REPLACE_EXISTING);
      return new Read(
          fresh, Optional.of(new IOException(e.getMessage() + " It is kept as " + aside + ".", e)));
    }
  }

  private void take(Path in, Project project) {
    keptIn = null;
    queries.load(project.queries());
    boolean isEmpty = workbench.textProperty().get().isBlank();
    if (isEmpty && !project.texts().isEmpty()) {
      workbench.textProperty().set(project.texts().getFirst());
      workbench.caretProperty().set(workbench.textProperty().get().length());
    }
    keptIn = in;
    kept = project;
  }

  private void leave() {
    reading.cancel();
    Project now = now(kept == null ? "" : kept.location(), kept != null && kept.write());
    Path path = keptIn;
    if (now != null && path != null && !now.equals(kept)) {
      kept = now;
      write(path, now, _ -> {});
    }
  }

  private void changed() {
    if (keptIn != null && workbench.openedProperty().get() != null) {
      pause.execute(() -> {
        Project now = now();
        Path path = keptIn;
        if (now != null && path != null && !now.equals(kept)) {
          kept = now;
          write(path, now, _ -> {});
        }
      });
    }
  }

  private @Nullable Project now() {
    Opened opened = workbench.openedProperty().get();
    return opened == null ? null : now(opened.location(), !opened.readOnly());
  }

  private @Nullable Project now(String location, boolean write) {
    Project before = kept;
    if (before == null || keptIn == null) {
      return null;
    }
    String text = workbench.textProperty().get();
    return new Project(
        location,
        write,
        queries.all(),
        text.isBlank() ? List.of() : List.of(text),
        Optional.of(preferences.layout()),
        before.rest());
  }

  private void write(Path path, Project project, Consumer<Path> done) {
    tasks.start(
        _ -> {
          store.write(path, project);
          return path;
        },
        done,
        failed);
  }
}
