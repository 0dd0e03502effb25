package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/// Conditions and orders that come from the result, and what the chain is then.
class GridFiltersTest {
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(new DirectTasks()));

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, 10), false);
    workbench.ask("Album.objects.order_by(\"id\")");
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private String text() {
    return workbench.textProperty().get();
  }

  private void take(String words) {
    grid.filters().offers().stream()
        .filter(offer -> offer.words().equals(words))
        .findFirst()
        .orElseThrow()
        .take()
        .run();
  }

  @Test
  void aCellOffersConditionsByItsValue() {
    grid.selection().select(0, 4);
    assertThat(grid.filters().offers())
        .extracting(GridFilters.Offer::words)
        .containsExactly(
            "is 9.90",
            "is not 9.90",
            "at least 9.90",
            "at most 9.90",
            "more than 9.90",
            "less than 9.90",
            "is null",
            "is not null");
    take("less than 9.90");
    assertThat(text())
        .isEqualTo("Album.objects.filter(price__lt=Decimal(\"9.90\")).order_by(\"id\")");
    grid.selection().select(0, 2);
    take("is not Accept");
    assertThat(text()).contains(".exclude(artist=2).order_by(\"id\")");
  }

  @Test
  void severalCellsOfferTheirList() {
    grid.selection().select(0, 0);
    grid.selection().extend(2, 0);
    take("is one of the 3 chosen");
    assertThat(text()).isEqualTo("Album.objects.filter(id__in=[1, 2, 3]).order_by(\"id\")");
  }

  @Test
  void whatIsTypedAboveAColumnIsInTheChain() {
    assertThat(grid.filters().put(1, "rock")).isTrue();
    assertThat(text())
        .isEqualTo("Album.objects.filter(title__icontains=\"rock\").order_by(\"id\")");
    assertThat(grid.filters().text(1)).isEqualTo("rock");
    assertThat(grid.filters().put(2, "ac/dc")).isTrue();
    assertThat(text()).contains("artist__name__icontains=\"ac/dc\"");
    assertThat(grid.filters().text(2)).isEqualTo("ac/dc");
    assertThat(grid.filters().put(4, "cheap")).isFalse();
    assertThat(grid.filters().put(1, "")).isTrue();
    assertThat(grid.filters().text(1)).isEmpty();
    workbench.ask("Album.objects.filter(price__gt=8)");
    assertThat(grid.filters().text(4)).isEqualTo(">8");
  }

  @Test
  void aGroupIsFilteredByWhatWasComputedForIt() {
    workbench.ask(
        "Album.objects.values(\"artist\").annotate(n=Count(\"id\")).order_by(\"artist\")");
    assertThat(grid.filters().put(1, ">1")).isTrue();
    assertThat(text()).contains("annotate(n=Count(\"id\")).filter(n__gt=1)");
    assertThat(((Shown.Table) grid.shownProperty().get()).rows()).hasSize(2);
  }

  @Test
  void aUnionTakesNoConditions() {
    workbench.ask("Album.objects.filter(id=1).union(Album.objects.filter(id=2))");
    assertThat(grid.filters().canFilter(1)).isFalse();
    grid.selection().select(0, 1);
    assertThat(grid.filters().offers()).isEmpty();
  }

  @Test
  void rowsWithoutAValueStandWhereOneWants() {
    grid.sort(List.of(new SortKey(4, true, NullsPlace.LAST), new SortKey(1, false)));
    assertThat(text())
        .isEqualTo("Album.objects.order_by(F(\"price\").desc(nulls_last=True), \"title\")");
    Shown.Table table = (Shown.Table) grid.shownProperty().get();
    assertThat(table.sort())
        .containsExactly(new SortKey(4, true, NullsPlace.LAST), new SortKey(1, false));
    assertThat(table.rows().getLast().cell(4).style()).isEqualTo(Cell.Style.NULL);
  }
}
