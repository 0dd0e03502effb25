package orrery.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.ui.Beside;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// CSV files on their way into a model of a real database.
class ImportViewModelTest {
  private final DirectTasks tasks = new DirectTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, tasks);
  private final ImportViewModel model = new ImportViewModel(workbench, new Beside(tasks));
  private final List<String> told = new ArrayList<>();
  @TempDir Path folder;

  @BeforeEach
  void open() throws Exception {
    workbench.open(MusicFile.in(folder, 3), true);
    model.onDone(told::add);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String problem() {
    return model.stateProperty().get() instanceof ImportState.Ready(String said) ? said : "?";
  }

  private long artists() {
    return workbench.database().orm().objects("Artist").count();
  }

  @Test
  void aFileIsMappedByItsNamesAndTakenIn() throws IOException {
    model.open(file("artists.csv", "id;Name\n10;Can\n11;Neu!\n"));
    assertThat(model.modelProperty().get()).isEqualTo("Artist");
    assertThat(model.separator()).isEqualTo("semicolon ;");
    assertThat(problem()).isEmpty();
    assertThat(model.previewProperty().get().columns())
        .containsExactly(
            new Preview.Column("id", "id", "Auto"), new Preview.Column("Name", "name", "Char"));
    model.run();
    assertThat(told).containsExactly("2 rows imported into Artist.");
    assertThat(model.stateProperty().get()).isEqualTo(new ImportState.Nothing());
    assertThat(artists()).isEqualTo(5);
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.all()");
  }

  @Test
  void cellsSayWhatIsWrongWithThemBeforeAnythingIsWritten() throws IOException {
    model.open(file("x.csv", "title,artist,is_live,price\nA,1,yes,1.5\nB,9,perhaps,\n"));
    model.modelProperty().set("Album");
    assertThat(problem()).isEqualTo("1 of the first 2 lines cannot be taken in.");
    Preview.Line line = model.previewProperty().get().lines().get(1);
    assertThat(line.cells())
        .containsExactly(
            new Preview.Cell("B", false, ""),
            new Preview.Cell("9", false, "There is no Artist whose id is 9."),
            new Preview.Cell(
                "perhaps", false, "“perhaps” is not true or false. Write it like true or false."),
            new Preview.Cell("", true, ""));
    model.run();
    assertThat(problem())
        .startsWith("Nothing was imported. Line 3, is_live:")
        .endsWith(" And 1 more.");
    assertThat(workbench.database().orm().objects("Album").count()).isEqualTo(5);
  }

  @Test
  void columnsAreMappedByHandAndWhatIsMissingIsTold() throws IOException {
    model.open(file("list.csv", "who\nCan\n"));
    model.modelProperty().set("Artist");
    assertThat(problem()).isEqualTo("Say which column becomes which field of Artist.");
    model.map(0, "name");
    assertThat(problem()).isEmpty();
    model.map(0, "id");
    assertThat(problem()).startsWith("No column becomes name, which needs a value.");
    model.map(0, "name");
    model.header(false);
    assertThat(model.previewProperty().get().lines()).hasSize(2);
  }

  @Test
  void aReadOnlyDatabaseIsOpenedAgainFirst() throws Exception {
    workbench.open(MusicFile.in(Files.createDirectory(folder.resolve("other")), 3), false);
    model.open(file("artists.csv", "name\nCan\n"));
    assertThat(model.stateProperty().get()).isEqualTo(new ImportState.ReadOnly());
    model.reopen();
    assertThat(problem()).isEmpty();
    model.run();
    assertThat(artists()).isEqualTo(4);
  }

  @Test
  void aFileThatCannotBeReadSaysSo() throws IOException {
    model.open(file("empty.csv", ""));
    assertThat(problem()).isEqualTo("empty.csv is empty.");
  }
}
