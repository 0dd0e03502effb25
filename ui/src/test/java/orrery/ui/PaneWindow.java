package orrery.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import orrery.orm.OpenDatabase;
import orrery.ui.task.FxTasks;
import orrery.ui.theme.Theme;

/// What tests of panes share: a window with a pane in it, on a workbench with the music database.
public final class PaneWindow implements AutoCloseable {
  private final FxTasks tasks = new FxTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, tasks);

  /// Returns what the pane hangs on.
  public Workbench workbench() {
    return workbench;
  }

  /// Shows a pane in a window of the program's look.
  public void show(Stage stage, Parent pane, double width, double height) {
    Scene scene = new Scene(pane, width, height);
    new Theme(Sheets.all()).style(scene);
    stage.setScene(scene);
    stage.show();
  }

  /// Opens the music database with so many plays.
  public void open(FxRobot robot, int plays) throws Exception {
    Path folder = Files.createTempDirectory("music");
    folder.toFile().deleteOnExit();
    String file = MusicFile.in(folder, plays);
    Path.of(file).toFile().deleteOnExit();
    robot.interact(() -> workbench.open(file, false));
    until(() -> workbench.isOpen().get());
  }

  /// Runs a chain and waits for its end.
  public void ask(FxRobot robot, String chain) throws TimeoutException {
    robot.interact(() -> workbench.ask(chain));
    until(() -> !workbench.isRunning().get());
  }

  /// Waits until something is so, and what follows from it is done.
  public static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, workbench::close);
    WaitForAsyncUtils.waitForFxEvents();
    tasks.close();
  }
}
