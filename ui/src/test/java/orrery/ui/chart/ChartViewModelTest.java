package orrery.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Entry;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// Which chart suits which result, on a real database.
class ChartViewModelTest {
  private static final String REVENUE =
      "Invoice.objects.values(\"billing_country\").annotate(revenue=Sum(\"total\"))"
          + ".filter(revenue__gt=100).order_by(\"-revenue\")";

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final ChartViewModel chart = new ChartViewModel(workbench, new DirectTasks());

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(Chinook.copyTo(folder).toString(), false);
    chart.shownProperty().set(true);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private Figure.Groups groups(String chain) {
    workbench.ask(chain);
    return (Figure.Groups) chart.figureProperty().get();
  }

  private Figure.Points points(String chain) {
    workbench.ask(chain);
    return (Figure.Points) chart.figureProperty().get();
  }

  @Test
  void groupsWithANumberAreBarsInTheOrderOfTheQuery() {
    Figure.Groups bars = groups(REVENUE);
    assertThat(bars.isLine()).isFalse();
    assertThat(bars.groups())
        .containsExactly("USA", "Canada", "France", "Brazil", "Germany", "United Kingdom");
    assertThat(bars.series()).hasSize(1);
    assertThat(bars.series().getFirst().values().getFirst()).isEqualTo(523.06);
    assertThat(bars.up()).isEqualTo("revenue");
    assertThat(bars.across()).isEqualTo("billing_country");
    assertThat(bars.note()).isEmpty();
  }

  @Test
  void numbersOfTheSameSizeAreSeriesAndOthersAreNot() {
    Figure.Groups bars =
        groups(
            "Track.objects.values(\"genre__name\").annotate(least=Min(\"unit_price\"),"
                + " most=Max(\"unit_price\"), bytes=Sum(\"bytes\"))");
    assertThat(bars.series()).extracting(Figure.Heights::name).containsExactly("least", "most");
  }

  @Test
  void momentsWithANumberAreALineInTheOrderOfTime() {
    Figure.Points line =
        points(
            "Invoice.objects.annotate(month=TruncMonth(\"invoice_date\")).values(\"month\")"
                + ".annotate(revenue=Sum(\"total\")).order_by(\"-month\")");
    assertThat(line.isLine()).isTrue();
    assertThat(line.isTime()).isTrue();
    assertThat(line.series().getFirst().points())
        .isSortedAccordingTo(java.util.Comparator.comparingDouble(Figure.Point::x))
        .hasSize(60);
  }

  @Test
  void yearsWithANumberAreALineToo() {
    Figure.Points line =
        points(
            "Invoice.objects.values(\"invoice_date__year\").annotate(n=Count(\"invoice_id\"))"
                + ".order_by(\"invoice_date__year\")");
    assertThat(line.isLine()).isTrue();
    assertThat(line.isTime()).isFalse();
    assertThat(line.series().getFirst().points()).hasSize(5);
  }

  @Test
  void twoNumbersAreDotsAndRowsWithNullAreLeftOutAndSaid() {
    Figure.Points dots =
        points(
            "Track.objects.annotate(few=Case(When(track_id__lt=11, then=F(\"bytes\"))))"
                + ".values_list(\"milliseconds\", \"few\")[:100]");
    assertThat(dots.isLine()).isFalse();
    assertThat(dots.series().getFirst().points()).hasSize(10);
    assertThat(dots.note()).isEqualTo("90 rows with null left out");
  }

  @Test
  void oneNumberIsAHistogramWhoseBinsHoldEveryValue() {
    workbench.ask("Invoice.objects.values_list(\"total\")");
    Figure.Bins bins = (Figure.Bins) chart.figureProperty().get();
    assertThat(bins.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(412);
    assertThat(bins.edges()).hasSize(bins.counts().size() + 1).isSorted();
  }

  @Test
  void namesAloneAreCounted() {
    Figure.Groups bars = groups("Customer.objects.values(\"country\").order_by(\"country\")");
    assertThat(bars.up()).isEqualTo("rows");
    assertThat(bars.groups()).startsWith("Argentina", "Australia").hasSize(24);
  }

  @Test
  void manyGroupsAreCutAndThatIsSaid() {
    Figure.Groups bars =
        groups("Customer.objects.values(\"email\").annotate(n=Count(\"invoice\"))");
    assertThat(bars.groups()).hasSize(50);
    assertThat(bars.note()).isEqualTo("first 50 of 59 groups");
  }

  @Test
  void theRowsOfALongResultAreReadUpToALimit() {
    workbench.ask("PlaylistTrack.objects.values_list(\"track__milliseconds\", \"track__bytes\")");
    Figure.Points dots = (Figure.Points) chart.figureProperty().get();
    assertThat(dots.series().getFirst().points()).hasSize(5_000);
    assertThat(dots.note()).isEqualTo("of the first 5,000 rows");
  }

  @Test
  void nothingIsReadWhileNoChartIsLookedAt() {
    chart.shownProperty().set(false);
    workbench.ask("Track.objects.values_list(\"milliseconds\", \"bytes\")");
    long before = statements();
    assertThat(chart.figureProperty().get()).isNull();
    chart.shownProperty().set(true);
    assertThat(chart.figureProperty().get()).isInstanceOf(Figure.Points.class);
    assertThat(statements()).isEqualTo(before + 1);
  }

  private long statements() {
    return workbench.database().log().entries().stream().filter(Entry::counted).count();
  }

  @Test
  void kindAndColumnsAreChosenAndStayWhenTheSameIsAskedAgain() {
    workbench.ask(REVENUE);
    chart.kind(ChartKind.LINE);
    assertThat(((Figure.Groups) chart.figureProperty().get()).isLine()).isTrue();
    workbench.ask(REVENUE.replace("100", "30"));
    Figure.Groups line = (Figure.Groups) chart.figureProperty().get();
    assertThat(line.isLine()).isTrue();
    assertThat(line.groups()).hasSizeGreaterThan(6);
    chart.kind(ChartKind.HISTOGRAM);
    assertThat(chart.figureProperty().get()).isInstanceOf(Figure.Bins.class);
    chart.kind(ChartKind.BAR);
    assertThat(((Figure.Groups) chart.figureProperty().get()).across())
        .isEqualTo("billing_country");
    assertThat(chart.can(ChartKind.SCATTER)).isFalse();
  }

  @Test
  void aColumnMakesSeriesAndValuesOfTheSameGroupAreAddedUp() {
    workbench.ask(
        "Invoice.objects.filter(billing_country__in=[\"USA\", \"Canada\"])"
            + ".values(\"billing_country\", \"billing_city\", \"total\")");
    chart.across(0);
    chart.kind(ChartKind.BAR);
    chart.split(1);
    Figure.Groups bars = (Figure.Groups) chart.figureProperty().get();
    assertThat(bars.groups()).containsExactlyInAnyOrder("USA", "Canada");
    assertThat(bars.series()).hasSize(8);
    assertThat(bars.note()).contains("the 8 largest of").contains("added up");
    chart.up(ChartChoice.ROWS);
    assertThat(chart.figureProperty().get().up()).isEqualTo("rows");
  }

  @Test
  void namedNumbersAreBars() {
    Figure.Groups bars =
        groups("Invoice.objects.aggregate(least=Min(\"total\"), most=Max(\"total\"))");
    assertThat(bars.groups()).containsExactly("least", "most");
  }

  @Test
  void whatCannotBeDrawnIsSaid() {
    workbench.ask("Artist.objects.filter(name=\"Nobody\")");
    assertThat(chart.stateProperty().get()).isEqualTo(ChartState.NO_ROWS);
    workbench.ask("Artist.objects.filter(artist_id=1).values(\"name\").explain()");
    assertThat(chart.stateProperty().get()).isEqualTo(ChartState.NO_ROWS);
    assertThat(chart.figureProperty().get()).isNull();
    workbench.close();
    assertThat(chart.stateProperty().get()).isEqualTo(ChartState.NOTHING);
  }

  @Test
  void theObjectsOfAModelHaveTheirLabelsWhereARelationWasLoaded() {
    workbench.ask("Invoice.objects.select_related(\"customer\").order_by(\"-total\")[:3]");
    assertThat(chart.columnsProperty().get())
        .contains(new ChartColumn("customer", ChartColumn.Nature.TEXT))
        .contains(new ChartColumn("invoice_id", ChartColumn.Nature.KEY))
        .contains(new ChartColumn("total", ChartColumn.Nature.NUMBER))
        .contains(new ChartColumn("invoice_date", ChartColumn.Nature.TIME));
  }
}
