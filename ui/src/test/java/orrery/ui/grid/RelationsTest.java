package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Entry;
import orrery.orm.db.Reason;
import orrery.ui.Beside;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// Objects in the place of their keys: labels, counts, looks and ways, each with what it costs.
class RelationsTest {
  private final StepTasks tasks = new StepTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(tasks));

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    String file = MusicFile.in(folder, 1000);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO album VALUES (6, 'Orphan', 99, NULL, NULL, NULL, NULL, 0)");
    }
    workbench.open(file, false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Shown.Table table() {
    return (Shown.Table) grid.shownProperty().get();
  }

  private List<Cell> column(int column) {
    return table().rows().stream().map(row -> row.cell(column)).toList();
  }

  private List<Entry> sent(Reason.Kind kind) {
    return Objects.requireNonNull(workbench.database()).log().entries().stream()
        .filter(entry -> entry.reason().kind() == kind)
        .toList();
  }

  @Test
  void aForeignKeyShowsWhatItsObjectIsCalled() {
    workbench.ask("Album.objects.order_by(\"id\")");
    assertThat(column(2).getFirst()).isEqualTo(new Cell("1", Cell.Style.NUMBER));
    tasks.finishAll();
    assertThat(column(2))
        .containsExactly(
            new Cell("AC/DC", Cell.Style.RELATION, "1"),
            new Cell("Accept", Cell.Style.RELATION, "2"),
            new Cell("Accept", Cell.Style.RELATION, "2"),
            new Cell("AC/DC", Cell.Style.RELATION, "1"),
            new Cell("null", Cell.Style.NULL),
            new Cell("no Artist", Cell.Style.MISSING, "99"));
    assertThat(sent(Reason.Kind.LABEL))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason().text()).isEqualTo("labels of artist"))
        .satisfies(entry -> assertThat(entry.interpolated()).contains("IN (1, 2, 99)"));
  }

  @Test
  void aForeignKeyAmongValuesShowsItToo() {
    workbench.ask(
        "Album.objects.values(\"artist\").annotate(n=Count(\"id\")).order_by(\"artist\")");
    tasks.finishAll();
    assertThat(column(0)).contains(new Cell("Accept", Cell.Style.RELATION, "2"));
    assertThat(grid.relations().chain(1, 0)).isEqualTo("Artist.objects.filter(id=1)");
  }

  @Test
  void whatWasFetchedAlongIsNotAskedForAgain() {
    workbench.ask("Album.objects.select_related(\"artist\")");
    tasks.finishAll();
    assertThat(sent(Reason.Kind.LABEL)).isEmpty();
  }

  @Test
  void relatedObjectsAreCountedInOneQueryABlock() {
    workbench.ask("Artist.objects.order_by(\"id\")");
    assertThat(grid.columns().counts())
        .containsExactly(new CountChoice("album_set", "Album", false));
    grid.columns().toggleCount("album_set");
    assertThat(table().columns().getLast().name()).isEqualTo("album_set");
    assertThat(column(2)).containsOnly(Cell.PENDING);
    tasks.finishAll();
    assertThat(column(2)).extracting(Cell::text).containsExactly("2", "2", "0");
    assertThat(sent(Reason.Kind.COUNTS))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason().text()).isEqualTo("counts of album_set"));
    workbench.ask("Artist.objects.filter(name__startswith=\"A\").order_by(\"-id\")");
    tasks.finishAll();
    assertThat(column(2)).extracting(Cell::text).containsExactly("2", "2");
    grid.columns().toggleCount("album_set");
    assertThat(table().columns()).hasSize(2);
    assertThat(table().rows().getFirst().cells()).hasSize(2);
  }

  @Test
  void aCellThatStandsForObjectsIsFollowed() {
    workbench.ask("Album.objects.order_by(\"id\")");
    tasks.finishAll();
    assertThat(grid.relations().words(1, 2)).contains("Open Artist Accept");
    assertThat(grid.relations().leads(4, 2)).isFalse();
    assertThat(grid.relations().leads(0, 1)).isFalse();
    assertThat(grid.relations().follow(1, 2)).isTrue();
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.filter(id=2)");
    grid.columns().toggleCount("album_set");
    tasks.finishAll();
    assertThat(grid.relations().words(0, 2)).contains("Open 2 × Album");
    grid.relations().follow(0, 2);
    assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(artist=2)");
    assertThat(table().rows()).hasSize(2);
    workbench.back();
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.filter(id=2)");
  }

  @Test
  void oneLooksIntoACellWithOneQuery() {
    workbench.ask("Album.objects.order_by(\"id\")");
    tasks.finishAll();
    List<Peek> seen = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      grid.relations().peek(0, 2, seen::add);
      tasks.finishAll();
    }
    grid.relations().peek(5, 2, seen::add);
    tasks.finishAll();
    assertThat(seen.getFirst())
        .isEqualTo(
            new Peek(
                "AC/DC", "Artist", List.of(new Peek.Line("id", new Cell("1", Cell.Style.NUMBER)))))
        .isEqualTo(seen.get(1));
    assertThat(seen.getLast().title()).isEqualTo("No such Artist");
    assertThat(sent(Reason.Kind.PEEK)).hasSize(2);
  }

  @Test
  void columnsAreHiddenAndMovedForTheirModel() {
    workbench.ask("Album.objects.order_by(\"id\")");
    grid.columns().hide(1, true);
    assertThat(grid.columns().shown()).containsExactly(0, 2, 3, 4, 5, 6, 7);
    grid.columns().order(List.of(7, 0, 2, 3, 4, 5, 6));
    grid.selection().select(0, 7);
    grid.selection().move(0, 1, false);
    assertThat(grid.selection().column()).isZero();
    workbench.ask("Album.objects.filter(id=1)");
    assertThat(grid.columns().shown()).containsExactly(7, 0, 2, 3, 4, 5, 6);
    workbench.ask("Artist.objects.all()");
    assertThat(grid.columns().shown()).containsExactly(0, 1);
    workbench.ask("Album.objects.order_by(\"id\")");
    List<String> copied = new ArrayList<>();
    grid.selection().select(0, 7);
    grid.selection().extend(1, 0);
    grid.copy(true, copied::add);
    assertThat(copied).containsExactly("is_live\tid\nFalse\t1\nFalse\t2");
    grid.columns().reset();
    assertThat(grid.columns().shown()).hasSize(8);
  }
}
