package orrery.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import orrery.assets.Assets;
import orrery.ui.Keeping;
import orrery.ui.MainWindow;
import orrery.ui.Opener;
import orrery.ui.PastQueries;
import orrery.ui.PastQuery;
import orrery.ui.Preferences;
import orrery.ui.ProjectStore;
import orrery.ui.Sheets;
import orrery.ui.Workbench;
import orrery.ui.task.FxTasks;
import orrery.ui.theme.Theme;

/// The window, from the first call to the last: made, shown, remembered, closed.
public final class Window {
  private final Kept kept;
  private final Preferences preferences;
  private final Opener opener;
  private final Optional<IOException> unread;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// What was kept from the last start, and where it is kept for the next.
  private record Kept(
      PreferencesFile preferences,
      HistoryFile history,
      List<PastQuery> past,
      ProjectFiles projects) {}

  private Window(Kept kept, Preferences preferences, Opener opener, Optional<IOException> unread) {
    this.kept = kept;
    this.preferences = preferences;
    this.opener = opener;
    this.unread = unread;
  }

  /// Shows the window and returns when it was closed. There is one for each run of the program.
  ///
  /// @param location what to open at once; nothing for the start screen
  /// @param write whether that may be changed
  /// @throws InterruptedException where the calling thread was interrupted meanwhile
  public static void open(Folders folders, Opener opener, Optional<String> location, boolean write)
      throws InterruptedException {
    PreferencesFile file = new PreferencesFile(folders.config());
    Optional<IOException> unread = Optional.empty();
    Preferences preferences = new Preferences();
    try {
      preferences = file.load();
    } catch (IOException e) {
      // The window opens all the same, and says so.
      unread = Optional.of(e);
    }
    HistoryFile history = new HistoryFile(folders.config());
    List<PastQuery> before = List.of();
    try {
      before = history.load();
    } catch (IOException e) {
      unread = Optional.of(e);
    }
    ProjectFiles projects = new ProjectFiles(folders.config().resolve("projects"));
    Kept kept = new Kept(file, history, before, projects);
    Window window = new Window(kept, preferences, opener, unread);
    Platform.startup(() -> window.show(location, write));
    window.closed.await();
  }

  private void show(Optional<String> location, boolean write) {
    FxTasks tasks = new FxTasks();
    Theme theme = new Theme(Sheets.all());
    Workbench workbench = new Workbench(opener, tasks);
    Stage stage = new Stage();
    Keeping keeping =
        new Keeping(kept.projects(), new PastQueries(kept.past(), query -> keep(query, tasks)));
    MainWindow main = new MainWindow(workbench, preferences, theme, keeping, stage::close);
    Thread.currentThread().setUncaughtExceptionHandler((_, error) -> main.tell(error));
    stage.setScene(main.scene(theme));
    stage.titleProperty().bind(main.title());
    stage.getIcons().setAll(icons());
    stage.setMinWidth(760);
    stage.setMinHeight(480);
    place(stage);
    preferences.recents().subscribe(this::save);
    preferences.appearanceProperty().subscribe((_, _) -> save());
    stage.setOnCloseRequest(closing -> {
      closing.consume();
      workbench.leaving(stage::close);
    });
    stage.setOnHidden(_ -> {
      remember(stage);
      save();
      flush(main);
      tasks.close();
      workbench.close();
      closed.countDown();
      Platform.exit();
    });
    stage.show();
    unread.ifPresent(main::tell);
    location.ifPresent(from -> {
      if (from.endsWith(ProjectStore.ENDING)) {
        main.openProject(Path.of(from));
      } else {
        workbench.open(from, write);
      }
    });
  }

  private void keep(PastQuery query, FxTasks tasks) {
    tasks.start(
        _ -> {
          kept.history().add(query);
          return query;
        },
        _ -> {},
        error -> {
          Thread window = Thread.currentThread();
          window.getUncaughtExceptionHandler().uncaughtException(window, error);
        });
  }

  private static void flush(MainWindow main) {
    try {
      main.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The project could not be saved", e);
    }
  }

  private void place(Stage stage) {
    stage.setWidth(preferences.widthProperty().get());
    stage.setHeight(preferences.heightProperty().get());
    double x = preferences.xProperty().get();
    double y = preferences.yProperty().get();
    // The screen it was on may be gone.
    boolean seen =
        !Double.isNaN(x)
            && !Double.isNaN(y)
            && !Screen.getScreensForRectangle(new Rectangle2D(x, y, 100, 40)).isEmpty();
    if (seen) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(preferences.maximizedProperty().get());
  }

  private void remember(Stage stage) {
    preferences.maximizedProperty().set(stage.isMaximized());
    if (!stage.isMaximized()) {
      preferences.widthProperty().set(stage.getWidth());
      preferences.heightProperty().set(stage.getHeight());
      preferences.xProperty().set(stage.getX());
      preferences.yProperty().set(stage.getY());
    }
  }

  private void save() {
    try {
      kept.preferences().save(preferences);
    } catch (IOException e) {
      throw new UncheckedIOException("The preferences could not be saved", e);
    }
  }

  private static List<Image> icons() {
    return Assets.icons().stream().map(icon -> new Image(icon.toExternalForm())).toList();
  }
}
