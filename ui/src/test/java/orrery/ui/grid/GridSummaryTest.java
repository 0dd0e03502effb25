package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Reason;
import orrery.ui.Beside;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// What columns, chosen cells and searches come to.
class GridSummaryTest {
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(new DirectTasks()));

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, 1000), false);
    workbench.ask("Album.objects.order_by(\"id\")");
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Summary summary(int column) {
    List<Summary> all = new ArrayList<>();
    grid.summary().ask(column, all::add);
    assertThat(grid.troubleProperty().get()).isNull();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static List<String> facts(Summary summary) {
    return summary.facts().stream().map(f -> f.name() + " " + f.value().text()).toList();
  }

  @Test
  void aColumnOfNumbersIsSummedUpByTheDatabase() {
    Summary price = summary(4);
    assertThat(facts(price))
        .containsExactly(
            "rows 5", "null 2", "different 3", "least 7.25", "greatest 9.90", "average 8.55");
    assertThat(price.spread()).hasSize(14);
    assertThat(price.spread().stream().mapToLong(Summary.Part::count).sum()).isEqualTo(3);
    assertThat(price.top().getFirst())
        .isEqualTo(new Summary.Top(null, new Cell("null", Cell.Style.NULL), 2, 2 / 3.0));
    assertThat(
            Objects.requireNonNull(workbench.database()).log().entries().stream()
                .filter(entry -> entry.reason().kind() == Reason.Kind.SUMMARY))
        .hasSize(3);
  }

  @Test
  void datesTextsAndForeignKeysAreSummedUpInTheirWay() {
    assertThat(facts(summary(3))).contains("least 1977-03-21", "greatest 1983-12-05");
    assertThat(summary(3).spread().stream().mapToLong(Summary.Part::count).sum()).isEqualTo(3);
    assertThat(facts(summary(1))).contains("different 5", "least Balls to the Wall");
    Summary artist = summary(2);
    assertThat(facts(artist)).containsExactly("rows 5", "null 1", "different 2");
    assertThat(artist.top().getFirst().cell())
        .isEqualTo(new Cell("AC/DC", Cell.Style.RELATION, "1"));
    grid.filters().equal(2, artist.top().getFirst().value());
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(artist=1).order_by(\"id\")");
  }

  @Test
  void everyColumnOfAnyChainIsSummedUpOrSaysThatItCannotBe() {
    for (String chain :
        List.of(
            "Album.objects.all()",
            "Album.objects.order_by(\"id\")[:3]",
            "Album.objects.filter(price__gt=1).select_related(\"artist\")",
            "Album.objects.values(\"artist\").annotate(n=Count(\"id\"))",
            "Album.objects.annotate(n=Length(\"title\"))",
            "Album.objects.values(\"title\", \"artist__name\")",
            "Album.objects.filter(id=1).union(Album.objects.filter(id=2))")) {
      workbench.ask(chain);
      int columns = ((Shown.Table) grid.shownProperty().get()).columns().size();
      for (int column = 0; column < columns; column++) {
        if (grid.summary().can(column)) {
          assertThat(facts(summary(column))).as(chain + " " + column).isNotEmpty();
        }
      }
    }
    assertThat(grid.summary().can(0)).isFalse();
  }

  @Test
  void chosenNumbersAreSummed() {
    grid.selection().select(0, 4);
    grid.selection().extend(3, 4);
    assertThat(grid.chosenProperty().get())
        .isEqualTo(
            "4 rows × 1 column · 3 numbers · sum 25.65 · average 8.55 · min 7.25 · max 9.90");
    grid.selection().select(0, 1);
    grid.selection().extend(3, 1);
    assertThat(grid.chosenProperty().get()).isEqualTo("4 rows × 1 column");
    workbench.ask("Play.objects.order_by(\"id\")");
    grid.selection().selectAll();
    assertThat(grid.chosenProperty().get()).contains("400 numbers", "(of the rows that are here)");
  }

  @Test
  void aTextIsFoundInTheRowsThatAreHere() {
    GridFind find = grid.find();
    find.textProperty().set("ROCK");
    assertThat(find.saidProperty().get()).isEqualTo("2 in 5 rows");
    find.go(1);
    assertThat(List.of(grid.selection().row(), grid.selection().column())).containsExactly(0, 1);
    find.go(1);
    assertThat(grid.selection().row()).isEqualTo(3);
    assertThat(find.saidProperty().get()).isEqualTo("2 of 2 in 5 rows");
    find.go(1);
    assertThat(grid.selection().row()).isZero();
    find.go(-1);
    assertThat(grid.selection().row()).isEqualTo(3);
    find.filter();
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(title__icontains=\"ROCK\").order_by(\"id\")");
    find.textProperty().set("nowhere");
    assertThat(find.saidProperty().get()).isEqualTo("nothing in 2 rows");
  }
}
