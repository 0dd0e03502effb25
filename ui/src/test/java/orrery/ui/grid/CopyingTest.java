package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.ui.Beside;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.grid.out.Format;
import orrery.ui.task.DirectTasks;

/// Rows out of the grid: to the clipboard and into files.
class CopyingTest {
  @TempDir Path folder;

  private final StepTasks tasks = new StepTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(tasks));

  @BeforeEach
  void open() throws Exception {
    workbench.open(MusicFile.in(folder, 5000), false);
    workbench.ask("Album.objects.order_by(\"id\")");
    tasks.finishAll();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private String copied(Format format, int row, int column, int toRow, int toColumn) {
    List<String> copied = new ArrayList<>();
    grid.selection().select(row, column);
    grid.selection().extend(toRow, toColumn);
    grid.copyAs(format, copied::add);
    tasks.finishAll();
    assertThat(copied).hasSize(1);
    return copied.getFirst();
  }

  @Test
  void cellsAreCopiedInManyForms() {
    assertThat(copied(Format.CSV, 0, 1, 1, 4))
        .isEqualTo(
            """
            title,artist_id,released,price\r
            For Those About To Rock,1,1981-11-23,9.90\r
            Balls to the Wall,2,1983-12-05,8.50\r
            """);
    assertThat(copied(Format.TSV, 0, 0, 0, 1))
        .isEqualTo("id\ttitle\r\n1\tFor Those About To Rock\r\n");
    assertThat(copied(Format.JSON, 2, 0, 2, 5))
        .isEqualTo(
            """
            [
              {"id": 3, "title": "Restless and Wild", "artist_id": 2, "released": null, "price": null, "notes": "first\\npress"}
            ]
            """);
    assertThat(copied(Format.MARKDOWN, 0, 0, 0, 1))
        .isEqualTo("| id | title |\n| --- | --- |\n| 1 | For Those About To Rock |\n");
    assertThat(copied(Format.INSERT, 0, 0, 0, 2))
        .isEqualTo(
            "INSERT INTO \"album\" (\"id\", \"title\", \"artist_id\") VALUES (1, 'For Those About To"
                + " Rock', 1);\n");
    assertThat(copied(Format.SQL_LIST, 0, 2, 4, 2)).isEqualTo("(1, 2)");
    assertThat(copied(Format.CHAIN_LIST, 0, 1, 1, 1))
        .isEqualTo("[\"For Those About To Rock\", \"Balls to the Wall\"]");
  }

  @Test
  void rowsThatAreNotThereAreFetched() {
    workbench.ask("Play.objects.order_by(\"id\")");
    tasks.finishAll();
    String csv = copied(Format.CSV, 0, 0, 3999, 1);
    assertThat(csv).startsWith("id,at\r\n1,3\r\n").endsWith("4000,12000\r\n");
    assertThat(csv.lines()).hasSize(4001);
  }

  @Test
  void allRowsAreWrittenToAFile() throws Exception {
    workbench.ask("Play.objects.order_by(\"id\")");
    tasks.finishAll();
    Path file = folder.resolve(grid.exporting().name(Format.CSV));
    assertThat(file).hasFileName("play.csv");
    grid.exporting().start(Format.CSV, file);
    tasks.finishAll();
    assertThat(grid.exporting().stateProperty().get())
        .isEqualTo(new Exporting.State.Done(file, 5000, Files.size(file)));
    assertThat(Files.readAllLines(file)).hasSize(5001).endsWith("5000,15000");
    assertThat(names()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void aWorkbookHasNumbersAsNumbersAndDatesAsDates() throws Exception {
    Path file = folder.resolve("album.xlsx");
    grid.exporting().start(Format.XLSX, file);
    tasks.finishAll();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      String xml = new String(sheet, StandardCharsets.UTF_8);
      assertThat(xml).contains("For Those About To Rock", "<v>9.90</v>").contains("<v>29913");
    }
  }

  @Test
  void whatIsStoppedLeavesNothingBehind() throws IOException {
    workbench.ask("Play.objects.order_by(\"id\")");
    tasks.finishAll();
    grid.exporting().start(Format.CSV, folder.resolve("play.csv"));
    grid.exporting().stop();
    tasks.finishAll();
    assertThat(grid.exporting().stateProperty().get()).isEqualTo(new Exporting.State.Stopped());
    assertThat(names()).doesNotContain("play.csv");
    grid.exporting().start(Format.CSV, folder.resolve("nowhere").resolve("play.csv"));
    tasks.finishAll();
    assertThat(grid.exporting().stateProperty().get()).isInstanceOf(Exporting.State.Failed.class);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
