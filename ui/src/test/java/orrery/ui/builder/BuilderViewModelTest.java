package orrery.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Reason;
import orrery.ui.Answer;
import orrery.ui.Contrast;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// The cards as another view of the text, on one thread and with no window.
class BuilderViewModelTest {
  @TempDir Path folder;

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final BuilderViewModel builder = new BuilderViewModel(workbench, Runnable::run);

  @BeforeEach
  void open() throws IOException {
    workbench.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private String text() {
    return workbench.textProperty().get();
  }

  private void text(String text) {
    workbench.textProperty().set(text);
  }

  private List<String> titles() {
    return builder.rowsProperty().get().stream().map(CardRow::title).toList();
  }

  private <T extends Form> T form(int card, Class<T> type) {
    return type.cast(builder.rowsProperty().get().get(card).form());
  }

  @Test
  void cardsFollowTheText() {
    text("Album.objects.filter(title=\"x\").order_by(\"title\")");
    assertThat(builder.modelProperty().get()).isEqualTo("Album");
    assertThat(titles()).containsExactly("Where", "Order");
    text("Album.objects.filter(title=\"x\").order_by(\"title\")[:5");
    assertThat(titles()).containsExactly("Where", "Order");
    assertThat(builder.staleProperty().get()).isTrue();
    text("Album.objects.filter(title=\"x\").order_by(\"title\")[:5]");
    assertThat(titles()).containsExactly("Where", "Order", "Rows");
    assertThat(builder.staleProperty().get()).isFalse();
    text("");
    assertThat(builder.modelProperty().get()).isEmpty();
  }

  @Test
  void anEditOfACardRewritesTheTextAndRunsIt() {
    text("Album.objects.filter(artist__name=\"Queen\")");
    form(0, ConditionsForm.class).value(List.of(0), "AC/DC");
    assertThat(text()).isEqualTo("Album.objects.filter(artist__name=\"AC/DC\")");
    Answer answer = workbench.answerProperty().get();
    assertThat(answer).isNotNull();
    assertThat(answer.text()).isEqualTo(text());
  }

  @Test
  void whatIsNoValueChangesNothing() {
    text("Album.objects.filter(album_id=3)");
    assertThat(form(0, ConditionsForm.class).value(List.of(0), "three")).isFalse();
    assertThat(text()).isEqualTo("Album.objects.filter(album_id=3)");
  }

  @Test
  void whatIsTypedIntoOneFieldIsTakenBackAtOnce() {
    text("Album.objects.filter(title=\"\")");
    for (String typed : List.of("R", "Ro", "Roc")) {
      builder.typing("title", () -> form(0, ConditionsForm.class).value(List.of(0), typed));
    }
    assertThat(text()).contains("Roc");
    builder.undo();
    assertThat(text()).isEqualTo("Album.objects.filter(title=\"\")");
    builder.redo();
    assertThat(text()).contains("Roc");
  }

  @Test
  void rowsAreCountedAfterEachStep() {
    text("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")[:2]");
    assertThat(builder.countsProperty().get()).containsExactly("347", "3", "3", "2");
  }

  @Test
  void theCaretAndTheSelectedCardStayTogether() {
    text("Album.objects.filter(title=\"x\").order_by(\"title\")");
    workbench.caretProperty().set(text().indexOf("order_by") + 3);
    assertThat(builder.selectedProperty().get()).isEqualTo(1);
    builder.select(0);
    assertThat(workbench.caretProperty().get()).isEqualTo(text().indexOf("filter"));
    assertThat(workbench.contrastProperty().get()).isNotNull();
  }

  @Test
  void anErrorIsToldOnItsCard() {
    text("Album.objects.filter(title=\"x\").order_by(\"title\")");
    builder.adding().addText(".filter(nothing=1)");
    assertThat(builder.wrongProperty().get()).isEqualTo(2);
    assertThat(builder.wrongWordsProperty().get()).contains("nothing");
    builder.undo();
    assertThat(builder.wrongProperty().get()).isEqualTo(-2);
  }

  @Test
  void stepsGoWhereTheyBelong() {
    text("Invoice.objects.all()");
    builder.adding().add(Adding.What.ROWS, "", -1);
    builder.adding().add(Adding.What.ORDER, "total", -1);
    builder.adding().add(Adding.What.WHERE, "billing_country", -1);
    builder.adding().add(Adding.What.LOAD, "customer__support_rep", -1);
    builder.adding().add(Adding.What.LOAD, "invoiceline", -1);
    builder.adding().add(Adding.What.ORDER, "invoice_id", -1);
    assertThat(text().replaceAll("\\s+", ""))
        .contains(
            "Invoice.objects.filter(billing_country__icontains=\"\")"
                + ".select_related(\"customer__support_rep\")"
                + ".prefetch_related(\"invoiceline_set\")"
                + ".order_by(\"total\",\"invoice_id\")[:20]");
  }

  @Test
  void conditionsAreGroupedMovedAndCounted() {
    text("Artist.objects.filter(name=\"x\", album__isnull=False)");
    form(0, ConditionsForm.class).group(List.of(0));
    form(0, ConditionsForm.class).add(List.of(0), "artist_id");
    assertThat(text()).contains("Q(name=\"x\") | Q(artist_id=0)");
    form(0, ConditionsForm.class).join(List.of(0), 2);
    assertThat(text()).contains("~(Q(name=\"x\") | Q(artist_id=0))");
    form(0, ConditionsForm.class).move(List.of(1), List.of(0), 0);
    assertThat(form(0, ConditionsForm.class).nodes()).hasSize(1);
    form(0, ConditionsForm.class).ungroup(List.of(0));
    form(0, ConditionsForm.class).atLeast(List.of(0), 2);
    assertThat(titles()).containsExactly("Summarize", "Having");
    assertThat(text()).contains("album_count=Count(\"album\", distinct=True)");
  }

  @Test
  void aWarningIsMended() {
    text("Artist.objects.filter(album__title=\"x\")");
    builder.rowsProperty().get().getFirst().warnings().getFirst().fixes().getFirst().fix().run();
    assertThat(text()).isEqualTo("Artist.objects.filter(album__title=\"x\").distinct()");
    assertThat(builder.rowsProperty().get().getFirst().warnings()).isEmpty();
  }

  @Test
  void relationsAreLoadedAndNarrowed() {
    text("Artist.objects.prefetch_related(\"album_set\")");
    LoadForm load = form(0, LoadForm.class);
    LoadForm.Row albums = load.rows().getFirst();
    assertThat(load.cost()).isEqualTo("1 further query");
    load.narrow(albums, true);
    InnerForm only = form(0, LoadForm.class).narrowed(albums);
    assertThat(only.text("Album.objects.order_by(\"title\")[:2]")).isTrue();
    assertThat(text()).contains("Prefetch(");
    LoadForm.Row tracks =
        form(0, LoadForm.class).rows(albums).stream()
            .filter(row -> row.name().equals("track_set"))
            .findFirst()
            .orElseThrow();
    form(0, LoadForm.class).mode(tracks, 2);
    assertThat(form(0, LoadForm.class).cost()).isEqualTo("2 further queries");
  }

  @Test
  void pathsAreFoundByPartsOfTheirNames() {
    text("Customer.objects.all()");
    PathPicker picker = builder.adding().picker(Adding.What.WHERE, -1);
    assertThat(picker.rows("", "track genre name").getFirst().path())
        .isEqualTo("invoice__invoiceline__track__genre__name");
    assertThat(picker.rows("", "country").getFirst().path()).isEqualTo("country");
    text("InvoiceLine.objects.all()");
    assertThat(builder.adding().picker(Adding.What.COMPUTE, -1).rows("", "unit_price"))
        .extracting(PathPicker.Row::path)
        .startsWith("unit_price");
    assertThat(picker.rows("support_rep", "")).extracting(PathPicker.Row::label).contains("title");
  }

  @Test
  void aChainThatWritesDoesNotRunByItself() {
    text("Artist.objects.filter(name=\"x\").delete()");
    form(0, ConditionsForm.class).value(List.of(0), "AC/DC");
    assertThat(workbench.answerProperty().get()).isNull();
    assertThat(text()).isEqualTo("Artist.objects.filter(name=\"AC/DC\").delete()");
  }

  @Test
  void aMutedStepIsKeptInTheText() {
    text("Artist.objects.filter(name=\"x\").order_by(\"name\")");
    builder.mute(0);
    assertThat(text()).contains("# .filter(name=\"x\")");
    assertThat(workbench.previewProperty().get().error()).isEmpty();
    String muted = text();
    text("");
    text(muted);
    assertThat(builder.rowsProperty().get().getFirst().muted()).isTrue();
    builder.mute(0);
    assertThat(text()).isEqualTo("Artist.objects.filter(name=\"x\").order_by(\"name\")");
  }

  @Test
  void aValueCanBeAFieldAnExpressionOrAQuery() {
    text("Track.objects.filter(unit_price=1)");
    form(0, ConditionsForm.class).source(List.of(0), ConditionsForm.Source.FIELD);
    assertThat(text()).isEqualTo("Track.objects.filter(unit_price=F(\"unit_price\"))");
    form(0, ConditionsForm.class).expression(List.of(0)).path("milliseconds");
    form(0, ConditionsForm.class).expression(List.of(0)).calculate();
    assertThat(text()).contains("unit_price=F(\"milliseconds\") + 1");
    form(0, ConditionsForm.class).source(List.of(0), ConditionsForm.Source.QUERY);
    assertThat(text()).contains("unit_price=Subquery(Track.objects.values(\"unit_price\")[:1])");
    InnerForm query = form(0, ConditionsForm.class).query(List.of(0));
    query.adding().add(Adding.What.WHERE, "name", -1);
    assertThat(text().replaceAll("\\s+", ""))
        .contains("Track.objects.filter(name__icontains=\"\").values(\"unit_price\")[:1]");
    form(0, ConditionsForm.class).source(List.of(0), ConditionsForm.Source.VALUE);
    assertThat(text()).isEqualTo("Track.objects.filter(unit_price=0)");
  }

  @Test
  void aListIsMadeOfChipsAndARangeOfTwoValues() {
    text("Track.objects.filter(milliseconds__in=[1, 2])");
    ConditionsForm conditions = form(0, ConditionsForm.class);
    assertThat(conditions.items(List.of(0))).containsExactly("1", "2");
    assertThat(conditions.items(List.of(0), List.of("1", "2", "x"))).isFalse();
    assertThat(conditions.items(List.of(0), List.of("2", "3"))).isTrue();
    assertThat(text()).isEqualTo("Track.objects.filter(milliseconds__in=[2, 3])");
    text("Track.objects.filter(milliseconds__range=(1, 9))");
    assertThat(form(0, ConditionsForm.class).items(List.of(0), List.of("2", "9"))).isTrue();
    assertThat(text()).isEqualTo("Track.objects.filter(milliseconds__range=(2, 9))");
  }

  @Test
  void relatedRowsAreAskedForInASubqueryThatNamesTheRowAround() {
    text("Customer.objects.filter(country=\"France\")");
    form(0, ConditionsForm.class).addExists(List.of(), "invoice__invoiceline");
    assertThat(text().replaceAll("\\s+", ""))
        .contains("Exists(InvoiceLine.objects.filter(invoice__customer=OuterRef(\"pk\")))");
    form(0, ConditionsForm.class).negate(List.of(1));
    assertThat(text()).contains("~Exists(");
    assertThat(workbench.previewProperty().get().error()).isEmpty();
  }

  @Test
  void anExpressionIsTakenApartAndPutTogether() {
    text("Track.objects.annotate(x=F(\"name\"))");
    ComputeForm compute = form(0, ComputeForm.class);
    compute.expression(0).wrap(function("Upper"));
    assertThat(text()).isEqualTo("Track.objects.annotate(x=Upper(\"name\"))");
    form(0, ComputeForm.class).expression(0).part(0).path("composer");
    form(0, ComputeForm.class).expression(0).cases();
    assertThat(text().replaceAll("\\s+", ""))
        .contains("When(Q(pk__isnull=False),then=Value(1)),default=Upper(\"composer\")");
    form(0, ComputeForm.class).expression(0).condition(0).path(List.of(0), "milliseconds");
    form(0, ComputeForm.class).expression(0).part(0).value("long");
    assertThat(text().replaceAll("\\s+", ""))
        .contains("When(Q(milliseconds=0),then=Value(\"long\"))");
    assertThat(workbench.previewProperty().get().error()).isEmpty();
    text("Track.objects.annotate(x=F(\"unit_price\"))");
    form(0, ComputeForm.class).expression(0).wrap(function("Rank"));
    form(0, ComputeForm.class).expression(0).partitions(List.of("genre"));
    form(0, ComputeForm.class).expression(0).orders(List.of("-unit_price"));
    assertThat(text().replaceAll("\\s+", ""))
        .contains("Window(expression=Rank(),partition_by=[F(\"genre\")],order_by=\"-unit_price\"");
    assertThat(workbench.previewProperty().get().error()).isEmpty();
  }

  @Test
  void whatNoFormDrawsStaysText() {
    text("Track.objects.annotate(x=F(\"name\")[:3])");
    ExpressionForm form = form(0, ComputeForm.class).expression(0);
    assertThat(form.kind()).isEqualTo(ExpressionForm.Kind.TEXT);
    assertThat(form.text("Lower(\"name\")")).isTrue();
    assertThat(text()).isEqualTo("Track.objects.annotate(x=Lower(\"name\"))");
  }

  private static ExpressionForm.Function function(String name) {
    return ExpressionForm.functions().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void howManyThereAreBehindARelationIsSampledOnceAndLoggedAsThat() {
    text("Artist.objects.all()");
    PathPicker picker = builder.adding().picker(Adding.What.WHERE, -1);
    int before = entries(Reason.Kind.ESTIMATE);
    picker.sound(picker.rows("", ""), () -> {});
    assertThat(entries(Reason.Kind.ESTIMATE) - before).isEqualTo(1);
    assertThat(picker.rows("", ""))
        .filteredOn(PathPicker.Row::isToMany)
        .extracting(PathPicker.Row::many)
        .containsExactly("≈ 1.3");
    picker.sound(picker.rows("", ""), () -> {});
    assertThat(entries(Reason.Kind.ESTIMATE) - before).isEqualTo(1);
  }

  private int entries(Reason.Kind kind) {
    return (int)
        Objects.requireNonNull(workbench.database()).log().entries().stream()
            .filter(e -> e.reason().kind() == kind)
            .count();
  }

  @Test
  void valuesAreFoundForAConditionByTheirLabels() {
    text("Album.objects.filter(artist=1, title=\"x\")");
    List<ValueFinder.Value> found = new ArrayList<>();
    form(0, ConditionsForm.class).values(List.of(0)).find("queen", found::addAll);
    assertThat(found).extracting(ValueFinder.Value::words).contains("Queen");
    assertThat(found.getFirst().text()).matches("\\d+");
    List<ValueFinder.Value> titles = new ArrayList<>();
    form(0, ConditionsForm.class).values(List.of(1)).find("live", titles::addAll);
    assertThat(titles)
        .isNotEmpty()
        .allMatch(v -> v.text().toLowerCase(Locale.ROOT).contains("live"));
  }

  @Test
  void theCardUnderTheMouseIsComparedInPlaceOfTheSelectedOne() {
    text("Album.objects.filter(title=\"x\").order_by(\"title\")");
    builder.select(0);
    Contrast selected = workbench.contrastProperty().get();
    builder.hover(1);
    assertThat(workbench.contrastProperty().get()).isNotEqualTo(selected);
    builder.hover(-2);
    assertThat(workbench.contrastProperty().get()).isEqualTo(selected);
    workbench.pointedProperty().set(1);
    assertThat(builder.litProperty().get()).isEqualTo(1);
  }

  @Test
  void aKeystrokeInTheChainNeverAsksTheDatabase() {
    Workbench quiet = new Workbench(OpenDatabase::open, new DirectTasks());
    List<Runnable> later = new ArrayList<>();
    BuilderViewModel followed = new BuilderViewModel(quiet, later::add);
    quiet.open(folder.resolve("chinook.sqlite").toString(), false);
    OpenDatabase on = Objects.requireNonNull(quiet.database());
    int before = on.log().entries().size();
    String chain =
        "Artist.objects.filter(album__title__icontains=\"a\").annotate(n=Count(\"album\"))"
            + ".prefetch_related(\"album_set\").order_by(\"-n\")[:5]";
    for (int i = 1; i <= chain.length(); i++) {
      quiet.textProperty().set(chain.substring(0, i));
      quiet.caretProperty().set(i);
    }
    assertThat(followed.rowsProperty().get()).hasSize(5);
    assertThat(on.log().entries()).hasSize(before);
    quiet.close();
  }
}
