package orrery.ui.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.ui.MusicFile;
import orrery.ui.PastQueries;
import orrery.ui.PastQuery;
import orrery.ui.SavedQueries;
import orrery.ui.SavedQuery;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// Saved queries and what was run, on a real database.
class SavedViewModelTest {
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final SavedQueries queries = new SavedQueries();
  private final SavedViewModel saved = new SavedViewModel(workbench, queries);
  private final PastQueries past = new PastQueries(List.of(), _ -> {});
  private final HistoryViewModel history = new HistoryViewModel(workbench, past);

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, 300), false);
    past.follow(workbench);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private List<String> places() {
    return queries.all().stream().map(query -> query.folder() + ":" + query.name()).toList();
  }

  private List<String> found(String letters) {
    saved.filterProperty().set(letters);
    return saved.rowsProperty().get().stream().map(row -> row.query().name()).toList();
  }

  private void save(String chain, String name, String folder) {
    workbench.textProperty().set(chain);
    assertThat(saved.save(name, folder, "")).isEmpty();
  }

  @Test
  void aChainIsSavedInAFolderAndAskedAgain() {
    save("Album.objects.filter(is_live=True)", " Live ", " Albums / Old ");
    assertThat(places()).containsExactly("Albums/Old:Live");
    workbench.show("Artist");
    saved.open(queries.all().getFirst());
    assertThat(workbench.answerProperty().get().text())
        .isEqualTo("Album.objects.filter(is_live=True)");
    assertThat(saved.currentProperty().get()).isEqualTo(queries.all().getFirst());
    assertThat(saved.proposed()).isEqualTo("Live");
  }

  @Test
  void whatIsSavedUnderTheSameNameTakesItsPlaceAndThatIsSaidBefore() {
    save("Album.objects.all()", "A", "F");
    assertThat(saved.isTaken("A", "F")).isTrue();
    assertThat(saved.isTaken("A", "")).isFalse();
    save("Artist.objects.all()", "A", "F");
    assertThat(queries.all()).hasSize(1);
    assertThat(queries.all().getFirst().chain()).isEqualTo("Artist.objects.all()");
    assertThat(saved.save(" ", "", "")).contains("Give it a name.");
  }

  @Test
  void everyChangeIsTakenBackAndMadeAgain() {
    save("Album.objects.all()", "A", "");
    save("Artist.objects.all()", "B", "F");
    saved.move(queries.find("", "A").orElseThrow(), "F");
    queries.renameFolder("F", "G/H");
    assertThat(places()).containsExactly("G/H:A", "G/H:B");
    saved.delete(queries.all());
    assertThat(places()).isEmpty();
    saved.undo();
    assertThat(places()).containsExactly("G/H:A", "G/H:B");
    saved.undo();
    saved.undo();
    assertThat(places()).containsExactly("F:B", ":A");
    queries.redo();
    assertThat(places()).containsExactly("F:A", "F:B");
  }

  @Test
  void whereANameIsTakenTheMovedOneGetsANumber() {
    save("Album.objects.all()", "A", "");
    save("Artist.objects.all()", "A", "F");
    saved.move(queries.find("", "A").orElseThrow(), "F");
    assertThat(places()).containsExactly("F:A", "F:A 2");
  }

  @Test
  void aQueryIsFoundByItsNameItsChainAndItsFolder() {
    save("Album.objects.filter(price__lt=9)", "Cheap albums", "Prices");
    save("Artist.objects.all()", "Everybody", "");
    assertThat(found("chp")).containsExactly("Cheap albums");
    assertThat(found("artist.obj")).containsExactly("Everybody");
    assertThat(found("prices")).containsExactly("Cheap albums");
    assertThat(found("zzz")).isEmpty();
    assertThat(found("")).hasSize(2);
  }

  @Test
  void allThatIsRunIsRememberedWithWhatCameOfIt() {
    workbench.ask("Play.objects.all()");
    workbench.ask("Album.objects.count()");
    workbench.ask("Album.objects.filter(titel=1)");
    assertThat(past.all()).hasSize(3);
    PastQuery failed = past.all().getFirst();
    assertThat(failed.error()).contains("titel");
    PastQuery count = past.all().get(1);
    assertThat(count.queries()).isEqualTo(1);
    assertThat(count.rows()).isEqualTo(-1);
    PastQuery plays = past.all().get(2);
    assertThat(plays.rows()).isEqualTo(200);
    assertThat(plays.more()).isTrue();
    assertThat(history.words(plays)).contains("200+ rows").contains("1 query");
    assertThat(history.words(failed)).startsWith("just now · ");
  }

  @Test
  void historyIsSearchedByWordsAndRunAgain() {
    workbench.ask("Album.objects.filter(price__lt=9)");
    workbench.ask("Artist.objects.all()");
    history.filterProperty().set("price alb");
    assertThat(history.rowsProperty().get()).hasSize(1);
    history.runAgain(history.rowsProperty().get().getFirst());
    assertThat(workbench.answerProperty().get().text())
        .isEqualTo("Album.objects.filter(price__lt=9)");
    history.filterProperty().set("");
    assertThat(history.rowsProperty().get()).hasSize(3);
  }

  @Test
  void historyHasALimitAndKnowsOtherDatabases(@TempDir Path other) throws Exception {
    for (int i = 0; i < PastQueries.MOST / 2 + 5; i++) {
      workbench.ask("Album.objects.count()");
      workbench.ask("Album.objects.exists()");
    }
    assertThat(past.all()).hasSize(PastQueries.MOST);
    workbench.open(MusicFile.in(other, 1), false);
    assertThat(history.rowsProperty().get()).isEmpty();
    history.everywhereProperty().set(true);
    assertThat(history.rowsProperty().get()).hasSize(PastQueries.MOST);
    assertThat(history.words(past.all().getFirst())).endsWith("music.sqlite");
  }

  @Test
  void renamingKeepsTheChainAndWhatIsCurrent() {
    save("Album.objects.all()", "A", "");
    SavedQuery before = queries.all().getFirst();
    assertThat(saved.change(before, "B", "F/G", "All of them.")).isEmpty();
    assertThat(places()).containsExactly("F/G:B");
    assertThat(saved.currentProperty().get()).isEqualTo(queries.all().getFirst());
    assertThat(queries.all().getFirst().about()).isEqualTo("All of them.");
  }
}
