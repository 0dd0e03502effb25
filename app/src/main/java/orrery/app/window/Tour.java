package orrery.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import orrery.ui.Keeping;
import orrery.ui.MainWindow;
import orrery.ui.Opener;
import orrery.ui.PastQueries;
import orrery.ui.Preferences;
import orrery.ui.Recent;
import orrery.ui.Sheets;
import orrery.ui.Workbench;
import orrery.ui.task.FxTasks;
import orrery.ui.theme.Appearance;
import orrery.ui.theme.Theme;

/// Pictures of the main screens on the sample, light and dark, in two sizes, taken with no display.
public final class Tour {
  private static final long PATIENCE_SECONDS = 60;

  private final Opener opener;
  private final Path folder;
  private final Consumer<Path> taken;
  private final List<Shot> shots;

  /// How the window looks: its size in points, dark or light, and what files of it end with.
  record Look(int width, int height, boolean dark, String name) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(1280, 800, false, "-light"),
          new Look(1280, 800, true, "-dark"),
          new Look(1900, 980, false, "-light-wide"),
          new Look(1900, 980, true, "-dark-wide"));

  /// Makes a tour.
  ///
  /// @param folder where the pictures go
  /// @param taken hears of each picture
  public Tour(Opener opener, Path folder, Consumer<Path> taken) {
    this(opener, folder, taken, Optional.empty());
  }

  /// Makes a tour.
  ///
  /// @param music a chinook database, on which queries are built step by step; none for none
  public Tour(Opener opener, Path folder, Consumer<Path> taken, Optional<Path> music) {
    this.shots = new ArrayList<>(Shot.tour());
    music.ifPresent(file -> shots.addAll(Journeys.of(file.toString())));
    this.opener = opener;
    this.folder = folder;
    this.taken = taken;
  }

  /// Takes all pictures.
  ///
  /// @return their files
  /// @throws IOException where they cannot be written
  /// @throws InterruptedException where the calling thread was interrupted meanwhile
  public List<Path> take() throws IOException, InterruptedException {
    return take(LOOKS);
  }

  /// Takes all pictures in some looks.
  List<Path> take(List<Look> looks) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    start();
    List<Path> files = new ArrayList<>();
    for (Look look : looks) {
      files.addAll(take(look));
    }
    return files;
  }

  // The toolkit asks for these once, when it starts; where it runs already it stays as it is.
  private static void start() throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.text", "t2k");
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      Platform.runLater(started::countDown);
    }
    Platform.setImplicitExit(false);
    started.await();
  }

  private List<Path> take(Look look) throws IOException, InterruptedException {
    FxTasks tasks = new FxTasks();
    Guide guide = onFx(() -> guide(tasks, look));
    List<Path> files = new ArrayList<>();
    try {
      for (Shot shot : shots) {
        for (Shot.Step step : shot.steps()) {
          onFx(() -> {
            step.take(guide);
            return guide;
          });
          settle(guide, tasks);
        }
        Path file = folder.resolve(shot.name() + look.name() + ".png");
        onFx(() -> Picture.of(guide.stage(), 1)).write(file);
        taken.accept(file);
        files.add(file);
      }
    } finally {
      onFx(() -> {
        guide.close();
        guide.stage().close();
        return guide;
      });
      settle(guide, tasks);
      tasks.close();
    }
    return files;
  }

  private Guide guide(FxTasks tasks, Look look) {
    Preferences preferences = new Preferences();
    preferences.widthProperty().set(look.width());
    preferences.heightProperty().set(look.height());
    preferences.appearanceProperty().set(look.dark() ? Appearance.DARK : Appearance.LIGHT);
    preferences.recents().setAll(recents());
    Theme theme = new Theme(Sheets.all());
    Workbench workbench = new Workbench(opener, tasks);
    Stage stage = new Stage();
    MainWindow main =
        new MainWindow(
            workbench,
            preferences,
            theme,
            new Keeping(new Unkept(), new PastQueries(List.of(), _ -> {})),
            stage::close);
    stage.setScene(main.scene(theme));
    stage.show();
    return new Guide(stage, main, workbench);
  }

  private static List<Recent> recents() {
    Instant now = Instant.now();
    return List.of(
        new Recent("sample", "Sample library", now.minus(Duration.ofMinutes(50)), false),
        new Recent(
            "/home/ada/music/chinook.sqlite",
            "chinook.sqlite",
            now.minus(Duration.ofHours(26)),
            false),
        new Recent(
            "/home/ada/work/orders/orders-2026.db",
            "orders-2026.db",
            now.minus(Duration.ofDays(4)),
            true));
  }

  /// Waits until all work is done and all that follows from it is drawn: for the third frame in a
  /// row with nothing under way.
  private static void settle(Guide guide, FxTasks tasks) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    int quiet = 0;
    while (quiet < 3) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The window does not come to rest");
      }
      frame(guide.stage().getScene());
      quiet = tasks.isIdle() && onFx(guide::isAtRest) ? quiet + 1 : 0;
    }
  }

  private static void frame(Scene scene) throws InterruptedException {
    CountDownLatch drawn = new CountDownLatch(1);
    Runnable listener = drawn::countDown;
    onFx(() -> {
      scene.addPostLayoutPulseListener(listener);
      Platform.requestNextPulse();
      return scene;
    });
    // A window that is closed draws no more.
    boolean seen = drawn.await(1, TimeUnit.SECONDS);
    onFx(() -> {
      scene.removePostLayoutPulseListener(listener);
      return seen;
    });
  }

  private static <T> T onFx(Callable<T> work) throws InterruptedException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(work.call());
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    });
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
