package orrery.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.ui.Answer;
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
}
