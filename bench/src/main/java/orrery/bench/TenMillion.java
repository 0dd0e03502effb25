package orrery.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import orrery.orm.OpenDatabase;
import orrery.ui.Sheets;
import orrery.ui.Workbench;
import orrery.ui.grid.GridView;
import orrery.ui.grid.GridViewModel;
import orrery.ui.task.FxTasks;
import orrery.ui.theme.Theme;

/// A table of ten million rows in the grid: how long it takes to the first rows, to the last one
/// and to any other, and what it holds of the heap. Run by itself: `bench/run window`.
public final class TenMillion {
  private static final int ROWS = 10_000_000;
  private static final int JUMPS = 100;
  private static final double MILLI = 1e6;

  private final FxTasks tasks = new FxTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, tasks);
  private TableView<?> table = new TableView<>();

  private TenMillion() {}

  /// Makes the database where it is not there, and measures.
  ///
  /// @param args the folder for the database; the one for temporary files where none is given
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir"));
    Path file = folder.resolve("ten-million.sqlite");
    if (!Files.exists(file)) {
      make(file);
    }
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    new TenMillion().measure(file);
    Platform.exit();
  }

  private static void make(Path file) throws SQLException {
    long start = System.nanoTime();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA journal_mode = OFF");
      statement.executeUpdate(
          """
          CREATE TABLE event (
            id integer NOT NULL PRIMARY KEY,
            kind varchar(20) NOT NULL,
            at datetime NOT NULL,
            amount decimal(10, 2) NULL,
            note text NULL)\
          """);
      statement.executeUpdate(
          """
          INSERT INTO event
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT i, 'kind ' || (i %% 17), datetime(1500000000 + i * 20, 'unixepoch'),
            CASE WHEN i %% 11 THEN (i * 7919) %% 100000 / 100.0 END, 'the note of event ' || i FROM n\
          """
              .formatted(ROWS));
    }
    say("making the table of 10,000,000 rows", System.nanoTime() - start);
  }

  private void measure(Path file) throws Exception {
    onFx(() -> {
      GridView view = new GridView(new GridViewModel(workbench, workbench.beside()));
      Scene scene = new Scene(view, 1280, 800);
      new Theme(Sheets.all()).style(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      table = (TableView<?>) view.focusTarget();
      workbench.open(file.toString(), false);
      return stage;
    });
    until(() -> workbench.isOpen().get());
    // Once to warm up.
    first();
    onFx(() -> {
      workbench.ask("Event.objects.filter(id=1)");
      return 0;
    });
    until(() -> table.getItems().size() == 1);
    long heap = heap();
    say("to the first rows", first());
    say("to \"10,000+\"", timed(() -> table.getItems().size() >= 10_000));
    long start = System.nanoTime();
    onFx(() -> {
      ((Hyperlink) table.getScene().lookup("#grid-count-all")).fire();
      return 0;
    });
    until(() -> isCounted("10,000,000 "));
    say("to the exact count, asked for", System.nanoTime() - start);
    say("to the last row, at once after that", jump(ROWS - 1));
    say("to a row in the middle, at once after that", jump(ROWS / 2));
    start = System.nanoTime();
    until(tasks::isIdle);
    say("until all places are known, in the background", System.nanoTime() - start);
    Random random = new Random(1);
    List<Long> jumps = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      jumps.add(jump(random.nextInt(ROWS)));
    }
    Collections.sort(jumps);
    say("to any row, median of 100", jumps.get(JUMPS / 2));
    say("to any row, slowest of 100", jumps.getLast());
    List<Long> pages = new ArrayList<>();
    for (int i = 0; i < JUMPS; i++) {
      pages.add(jump(3_000_000 + i * 30));
    }
    Collections.sort(pages);
    say("to the next screen, median of 100", pages.get(JUMPS / 2));
    System.out.printf(Locale.ROOT, "heap: %.1f MB more than with one row%n", (heap() - heap) / 1e6);
    System.out.printf(
        Locale.ROOT, "heap allowed: %.0f MB%n", Runtime.getRuntime().maxMemory() / 1e6);
    onFx(() -> {
      workbench.close();
      return 0;
    });
    tasks.close();
  }

  private long first() throws Exception {
    long start = System.nanoTime();
    onFx(() -> {
      workbench.ask("Event.objects.all()");
      return 0;
    });
    until(() -> table.getItems().size() >= 200 && isThere(3));
    return System.nanoTime() - start;
  }

  // A jump ends when the row is there and drawn.
  private long jump(int row) throws Exception {
    long start = System.nanoTime();
    onFx(() -> {
      ((ScrollBar) table.getScene().lookup("#grid-scroll")).setValue(row);
      return 0;
    });
    until(() -> isThere(row));
    return System.nanoTime() - start;
  }

  // The key of a row is one more than its place.
  private boolean isThere(int row) {
    String key = String.valueOf(row + 1);
    return table.lookupAll(".table-cell").stream()
        .anyMatch(cell -> cell instanceof Labeled it && key.equals(it.getText()));
  }

  private boolean isCounted(String words) {
    return ((Labeled) table.getScene().lookup("#grid-footer")).getText().contains(words);
  }

  private static long timed(Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    until(condition);
    return System.nanoTime() - start;
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    while (!onFx(condition)) {
      Thread.sleep(1);
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(work.call());
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.get();
  }

  private static long heap() throws Exception {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void say(String what, long nanos) {
    System.out.printf(Locale.ROOT, "%s: %,.0f ms%n", what, nanos / MILLI);
  }
}
