package orrery.ui;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.ui.task.FxTasks;
import orrery.ui.theme.Theme;

/// The whole window, driven by mouse and keys, on databases that exist.
@ExtendWith(ApplicationExtension.class)
abstract class WindowJourney {
  @TempDir Path folder;

  final Preferences preferences = new Preferences();
  Workbench workbench;
  MainWindow window;
  Scene scene;
  Stage stage;

  private FxTasks tasks;

  // TestFX finds the start method of a test's own class only.
  @BeforeEach
  void open() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(this::start);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void start(Stage stage) {
    this.stage = stage;
    tasks = new FxTasks();
    workbench = new Workbench(OpenDatabase::open, tasks);
    Theme theme = new Theme(Sheets.all());
    window = new MainWindow(workbench, preferences, theme, stage::close);
    scene = window.scene(theme);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() throws TimeoutException {
    WaitForAsyncUtils.waitForAsyncFx(10_000, workbench::close);
    tasks.close();
    FxToolkit.cleanupStages();
  }

  /// Opens chinook and waits for its models.
  void openChinook(FxRobot robot) throws Exception {
    String path = Chinook.copyTo(folder).toString();
    robot.interact(() -> workbench.open(path, false));
    until(() -> workbench.isOpen().get());
  }

  /// Waits until `condition` holds on the window's thread.
  static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Returns the node with an id.
  <T extends Node> T node(String id, Class<T> type) {
    return type.cast(Objects.requireNonNull(scene.lookup("#" + id), id));
  }
}
