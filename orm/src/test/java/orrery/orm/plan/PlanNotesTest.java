package orrery.orm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.DraftText;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Terminal;

/// What SQLite's plans of chains mean, and PostgreSQL's.
class PlanNotesTest {
  @TempDir Path folder;
  private OpenDatabase chinook;

  @BeforeEach
  void open() throws IOException {
    chinook = OpenDatabase.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    chinook.close();
  }

  private List<PlanNote> notes(String text) {
    Draft draft = DraftText.read(text).draft();
    Query query = draft.chain().query();
    Chain explain = new Chain(query, new Terminal.Explain(Optional.empty(), List.of()));
    String words = ((Result.PlanText) chinook.runner().run(explain)).text();
    return notes(draft, words);
  }

  private List<PlanNote> notes(Draft draft, String words) {
    PlanNode plan = PlanNode.of(words).orElseThrow();
    String sql = chinook.runner().sql(new Chain(draft.chain().query())).text();
    Map<String, Long> sizes = new HashMap<>();
    for (Model model : PlanNotes.scanned(chinook.models(), sql, plan)) {
      sizes.put(model.name(), chinook.runner().count(new Chain(new Query(model.name())), 10_001));
    }
    return PlanNotes.of(chinook.models(), draft, sql, plan, sizes);
  }

  private static String card(String text, PlanNote note) {
    return Card.of(DraftText.read(text).draft()).stream()
        .filter(c -> c.from() == note.slot())
        .map(c -> c.kind().title())
        .findFirst()
        .orElse("From");
  }

  @Test
  void aMissingIndexIsNamedWithTheCardThatWantsIt() {
    String text = "Track.objects.filter(composer=\"Queen\")";
    PlanNote note = notes(text).getFirst();
    assertThat(card(text, note)).isEqualTo("Where");
    assertThat(note.level()).isEqualTo(PlanNote.Level.SLOW);
    assertThat(note.words()).contains("all 3,503 rows of Track").contains("composer");
    assertThat(note.index())
        .isEqualTo("CREATE INDEX \"Track_Composer_idx\" ON \"Track\" (\"Composer\");");
  }

  @Test
  void whatNoIndexHelpsIsSaid() {
    PlanNote note = notes("Track.objects.filter(name__icontains=\"love\")").getFirst();
    assertThat(note.words()).contains("no index helps").contains("contains");
    assertThat(note.index()).isEmpty();
  }

  @Test
  void aSmallTableIsNoWarning() {
    PlanNote note = notes("Genre.objects.filter(name=\"Jazz\")").getFirst();
    assertThat(note.level()).isEqualTo(PlanNote.Level.FINE);
  }

  @Test
  void sortingAndTakingApartAreTheirCards() {
    String text = "Track.objects.values(\"composer\").annotate(n=Count(\"pk\")).order_by(\"-n\")";
    assertThat(notes(text).stream().map(n -> card(text, n)))
        .containsExactly("From", "Summarize", "Order");
    String distinct = "Track.objects.values(\"composer\").distinct()";
    assertThat(notes(distinct).stream().map(n -> card(distinct, n))).contains("Distinct");
  }

  @Test
  void aConditionInASubqueryIsItsCards() {
    String text =
        "Artist.objects.filter(Exists(Album.objects.filter(artist=OuterRef(\"pk\"),"
            + " track__composer=\"Queen\")))";
    assertThat(notes(text).stream().map(n -> card(text, n))).contains("From");
    assertThat(notes("Track.objects.filter(album__artist__name=\"Queen\")"))
        .allMatch(n -> n.slot() == 0 || n.slot() == -1);
  }

  @Test
  void whatIsFoundByItsKeyHasNoNotes() {
    assertThat(notes("Track.objects.filter(track_id=5)")).isEmpty();
  }

  @Test
  void postgresPlansAreRead() {
    String text = "Track.objects.filter(composer=\"Queen\").order_by(\"name\")";
    List<PlanNote> notes =
        notes(
            DraftText.read(text).draft(),
            """
            Sort  (cost=100.50..100.60 rows=40 width=80)
              Sort Key: "Name"
              ->  Seq Scan on "Track"  (cost=0.00..99.79 rows=40 width=80)
                    Filter: (("Composer")::text = 'Queen'::text)
            """);
    assertThat(notes.stream().map(n -> card(text, n))).containsExactly("Order", "Where");
    assertThat(notes.getLast().index()).contains("\"Composer\"");
  }
}
