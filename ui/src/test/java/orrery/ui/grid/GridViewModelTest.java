package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/// The result on a real database: what is shown, and which statements that costs.
class GridViewModelTest {
  private static final int PLAYS = 30_000;

  private final StepTasks tasks = new StepTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(tasks));

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, PLAYS), false);
    assertThat(workbench.isOpen().get()).isTrue();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Shown.Table table() {
    return (Shown.Table) grid.shownProperty().get();
  }

  private List<String> names() {
    return table().columns().stream().map(Column::name).toList();
  }

  private List<String> row(int index) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < table().columns().size(); i++) {
      texts.add(table().rows().get(index).cell(i).text());
    }
    return texts;
  }

  /// Returns the ends of the statements that were sent for a reason.
  private List<String> sent(Reason.Kind kind) {
    return workbench.database().log().entries().stream()
        .filter(entry -> entry.reason().kind() == kind)
        .map(entry -> entry.interpolated().replaceAll("(?s)^.* (?=LIMIT|FROM \\()", ""))
        .toList();
  }

  @Test
  void anObjectIsARow() {
    workbench.ask("Album.objects.order_by(\"id\")");
    assertThat(names())
        .containsExactly("id", "title", "artist", "released", "price", "notes", "cover", "is_live");
    assertThat(row(0))
        .containsExactly(
            "1", "For Those About To Rock", "1", "1981-11-23", "9.90", "null", "⟨2 bytes⟩", "✗");
    assertThat(row(1)).contains("''");
    assertThat(row(2)).contains("first ↵ press");
    assertThat(table().columns().get(2).type()).isEqualTo("→ Artist");
    assertThat(table().columns().get(2).role()).isEqualTo(Column.Role.TO_ONE);
    assertThat(table().columns().getFirst().role()).isEqualTo(Column.Role.KEY);
  }

  @Test
  void aShortResultIsCountedWithoutAQuery() {
    workbench.ask("Album.objects.all()");
    tasks.finishAll();
    assertThat(grid.footerProperty().get()).startsWith("5 rows · 1 query");
    assertThat(sent(Reason.Kind.COUNT)).isEmpty();
    assertThat(grid.canCountAll().get()).isFalse();
  }

  @Test
  void aLongResultOpensWithItsFirstBlockAndIsCountedUpToALimit() {
    workbench.ask("Play.objects.all()");
    assertThat(table().rows()).hasSize(200);
    assertThat(grid.footerProperty().get()).startsWith("200 of 200+ · 1 query");
    tasks.finishAll();
    assertThat(table().rows()).hasSize(10_000);
    assertThat(grid.footerProperty().get()).startsWith("200 of 10,000+ · 1 query");
    assertThat(sent(Reason.Kind.USER)).containsExactly("LIMIT 200");
    assertThat(sent(Reason.Kind.PAGE)).isEmpty();
    grid.countAll();
    tasks.finishAll();
    assertThat(table().rows()).hasSize(PLAYS);
    assertThat(grid.footerProperty().get()).startsWith("200 of 30,000 · 1 query");
    assertThat(grid.canCountAll().get()).isFalse();
  }

  @Test
  void onlyTheBlocksThatAreLookedAtAreFetched() {
    workbench.ask("Play.objects.all()");
    tasks.finishAll();
    assertThat(table().rows().get(5_123).isPending()).isTrue();
    assertThat(table().rows().get(5_140).isPending()).isTrue();
    tasks.finishAll();
    assertThat(sent(Reason.Kind.PAGE)).containsExactly("LIMIT 200 OFFSET 5000");
    assertThat(row(5_123)).containsExactly("5124", "15372");
    assertThat(grid.footerProperty().get()).startsWith("400 of 10,000+");
  }

  @Test
  void atTheEndOfWhatWasCountedTheTableGrows() {
    workbench.ask("Play.objects.all()");
    tasks.finishAll();
    assertThat(table().rows().get(9_999).isPending()).isTrue();
    tasks.finishAll();
    assertThat(table().rows()).hasSize(20_000);
    assertThat(table().rows().get(19_999).isPending()).isTrue();
    tasks.finishAll();
    assertThat(table().rows()).hasSize(30_000);
    assertThat(table().rows().get(29_999).isPending()).isTrue();
    tasks.finishAll();
    assertThat(table().rows()).hasSize(40_000);
    assertThat(table().rows().get(30_010).isPending()).isTrue();
    tasks.finishAll();
    assertThat(table().rows()).hasSize(PLAYS);
    assertThat(grid.canCountAll().get()).isFalse();
  }

  @Test
  void whatWasFetchedAlongIsShown() {
    workbench.ask("Album.objects.select_related(\"artist\").order_by(\"id\")");
    assertThat(names()).contains("artist");
    assertThat(table().rows().getFirst().cell(2))
        .isEqualTo(new Cell("AC/DC", Cell.Style.RELATION, "1"));
    assertThat(table().rows().get(4).cell(2).style()).isEqualTo(Cell.Style.NULL);
    workbench.ask("Artist.objects.prefetch_related(\"album_set\").order_by(\"id\")");
    assertThat(names()).containsExactly("id", "name", "album_set");
    assertThat(row(0)).containsExactly("1", "AC/DC", "2 items");
    assertThat(row(2)).containsExactly("3", "Björk", "0 items");
    assertThat(table().columns().getLast().type()).isEqualTo("→ many Album");
  }

  @Test
  void relatedObjectsAreLookedAtWithoutAskingAgain() {
    workbench.ask("Artist.objects.prefetch_related(\"album_set\").order_by(\"id\")");
    int queries = workbench.database().log().entries().size();
    Detail.Objects detail = (Detail.Objects) grid.detail(0, 2).orElseThrow();
    assertThat(detail.title()).isEqualTo("album_set of row 1");
    assertThat(detail.about()).isEqualTo("2 × Album");
    assertThat(detail.rows()).hasSize(2);
    assertThat(detail.rows().getFirst().cell(1).text()).isEqualTo("For Those About To Rock");
    assertThat(workbench.database().log().entries()).hasSize(queries);
  }

  @Test
  void aValueIsLookedAtWhole() {
    workbench.ask("Album.objects.order_by(\"id\")");
    assertThat(grid.detail(2, 5).orElseThrow())
        .isEqualTo(new Detail.Text("notes of row 3", "Text · 11 characters", "first\npress"));
    assertThat(((Detail.Binary) grid.detail(0, 6).orElseThrow()).dump())
        .startsWith("000000  01 02");
  }

  @Test
  void whatIsNotLoadedIsNotAskedFor() {
    workbench.ask("Album.objects.only(\"title\").order_by(\"id\")");
    assertThat(names()).containsExactly("id", "title");
    assertThat(sent(Reason.Kind.DEFERRED)).isEmpty();
  }

  @Test
  void whatIsComputedStandsBesideTheFields() {
    workbench.ask("Artist.objects.annotate(n=Count(\"album\")).order_by(\"-n\", \"id\")");
    assertThat(names()).containsExactly("id", "name", "n");
    assertThat(row(0)).containsExactly("1", "AC/DC", "2");
  }

  @Test
  void valuesAreRowsToo() {
    workbench.ask("Album.objects.values(\"title\", \"artist__name\").order_by(\"id\")");
    assertThat(names()).containsExactly("title", "artist__name");
    assertThat(row(4)).containsExactly("No Artist", "null");
    workbench.ask("Album.objects.values_list(\"price\", flat=True).order_by(\"id\")");
    assertThat(row(3)).containsExactly("7.25");
    assertThat(table().columns().getFirst().isNumeric()).isTrue();
  }

  @Test
  void singleValuesAreCards() {
    workbench.ask("Album.objects.count()");
    assertThat(grid.shownProperty().get())
        .isEqualTo(new Shown.Cards(List.of(new Card("count()", new Cell("5", Cell.Style.NUMBER)))));
    workbench.ask("Album.objects.aggregate(n=Count(\"id\"), last=Max(\"released\"))");
    assertThat(((Shown.Cards) grid.shownProperty().get()).cards())
        .extracting(Card::name)
        .containsExactly("n", "last");
  }

  @Test
  void aPlanIsShownAsATree() {
    workbench.ask("Album.objects.filter(title=\"x\").explain()");
    Shown.Plan plan = (Shown.Plan) grid.shownProperty().get();
    assertThat(plan.tree().orElseThrow().parts())
        .singleElement()
        .satisfies(node -> assertThat(node.isScan()).isTrue());
  }

  @Test
  void aHeadSortsInTheDatabase() {
    workbench.ask("Album.objects.filter(id__gt=1)");
    assertThat(table().canSort()).isTrue();
    grid.sort(List.of(new SortKey(1, true)));
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(id__gt=1).order_by(\"-title\")");
    assertThat(table().sort()).containsExactly(new SortKey(1, true));
    assertThat(row(0)).contains("Restless and Wild");
    grid.sort(List.of(new SortKey(2, false), new SortKey(0, true)));
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(id__gt=1).order_by(\"artist_id\", \"-id\")");
    grid.sort(List.of());
    assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(id__gt=1)");
  }

  @Test
  void aSlicedResultCannotBeSorted() {
    workbench.ask("Album.objects.all()[:3]");
    assertThat(table().canSort()).isFalse();
    assertThat(table().rows()).hasSize(3);
  }

  @Test
  void aFailedRunKeepsTheLastGoodResult() {
    workbench.ask("Album.objects.all()");
    Shown before = grid.shownProperty().get();
    workbench.ask("Album.objects.filter(tilte=\"x\")");
    assertThat(grid.shownProperty().get()).isSameAs(before);
    assertThat(grid.troubleProperty().get().suggestion()).contains("title");
    grid.fix();
    assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(title=\"x\")");
    assertThat(grid.troubleProperty().get()).isNull();
    assertThat(table().rows()).isEmpty();
  }

  @Test
  void theLastConditionIsTakenBack() {
    workbench.ask("Album.objects.filter(is_live=True).exclude(title=\"x\").order_by(\"id\")");
    assertThat(grid.lastFilter()).isEqualTo("exclude(title=\"x\")");
    grid.dropLastFilter();
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(is_live=True).order_by(\"id\")");
  }

  @Test
  void cellsAreCopiedAndRowsThatAreNotThereFetchedForIt() {
    List<String> copied = new ArrayList<>();
    workbench.ask("Play.objects.all()");
    tasks.finishAll();
    grid.selection().select(2, 0);
    grid.selection().extend(3, 1);
    grid.copy(true, copied::add);
    assertThat(copied).containsExactly("id\tat\n3\t9\n4\t12");
    grid.selection().select(8_000, 1);
    grid.selection().extend(8_001, 1);
    grid.copy(false, copied::add);
    assertThat(copied).hasSize(1);
    tasks.finishAll();
    assertThat(copied).last().isEqualTo("24003\n24006");
    assertThat(sent(Reason.Kind.PAGE)).containsExactly("LIMIT 2 OFFSET 8000");
  }

  @Test
  void anotherResultStopsWhatTheLastOneFetched() {
    workbench.ask("Play.objects.all()");
    tasks.finishAll();
    assertThat(table().rows().get(4_000).isPending()).isTrue();
    tasks.settle();
    workbench.ask("Album.objects.all()");
    tasks.finishAll();
    assertThat(sent(Reason.Kind.PAGE)).isEmpty();
    assertThat(table().rows()).hasSize(5);
  }

  @Test
  void afterClosingThereIsNothing() {
    workbench.ask("Album.objects.all()");
    workbench.close();
    assertThat(grid.shownProperty().get()).isEqualTo(new Shown.Nothing());
    assertThat(grid.footerProperty().get()).isEmpty();
  }
}
