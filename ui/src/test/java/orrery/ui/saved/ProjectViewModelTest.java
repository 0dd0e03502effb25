package orrery.ui.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.ui.Keeping;
import orrery.ui.MusicFile;
import orrery.ui.Preferences;
import orrery.ui.Project;
import orrery.ui.ProjectStore;
import orrery.ui.SavedQueries;
import orrery.ui.SavedQuery;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// What is kept of the work on a database, and when.
class ProjectViewModelTest {
  @TempDir Path folder;

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final SavedQueries queries = new SavedQueries();
  private final Preferences preferences = new Preferences();
  private final ProjectStore store = Keeping.inMemory().projects();
  private final List<Throwable> failures = new ArrayList<>();
  private final ProjectViewModel project =
      new ProjectViewModel(
          workbench, preferences, queries, store, new DirectTasks(), Runnable::run, failures::add);
  private String music;

  @BeforeEach
  void open() throws Exception {
    music = MusicFile.in(folder, 1);
    workbench.open(music, false);
  }

  @AfterEach
  void close() {
    workbench.close();
    assertThat(failures).isEmpty();
  }

  private void save(String name) {
    queries.save(new SavedQuery(name, "", "Album.objects.all()", ""));
  }

  @Test
  void theChainAndTheSavedQueriesAreThereWhenTheDatabaseIsOpenedAgain() {
    save("A");
    workbench.textProperty().set("Artist.objects.all()");
    workbench.close();
    assertThat(workbench.textProperty().get()).isEmpty();
    workbench.open(music, false);
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.all()");
    assertThat(queries.all()).hasSize(1);
    workbench.open(music, true);
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.all()");
    assertThat(queries.all()).hasSize(1);
  }

  @Test
  void eachDatabaseHasItsOwn() throws Exception {
    save("A");
    Path beside = folder.resolve("beside");
    assertThat(beside.toFile().mkdir()).isTrue();
    workbench.open(MusicFile.in(beside, 1), false);
    assertThat(queries.all()).isEmpty();
    save("B");
    workbench.open(music, false);
    assertThat(queries.all()).extracting(SavedQuery::name).containsExactly("A");
  }

  @Test
  void aProjectIsSavedWhereItIsToldAndEveryChangeGoesThere() throws Exception {
    Path file = folder.resolve("work.orrery");
    save("A");
    List<Path> done = new ArrayList<>();
    project.saveAs(file, done::add);
    save("B");
    Project written = store.read(file);
    assertThat(done).containsExactly(file);
    assertThat(written.queries()).extracting(SavedQuery::name).containsExactly("A", "B");
    assertThat(written.location()).isEqualTo(music);
    assertThat(preferences.recents().getFirst().location()).isEqualTo(file.toString());
    assertThat(project.fileProperty().get()).isEqualTo(file);
  }

  @Test
  void openingAProjectOpensItsDatabaseWithItsQueriesChainAndPanes() {
    Path file = folder.resolve("work.orrery");
    save("A");
    workbench.textProperty().set("Artist.objects.all()");
    preferences.dockShownProperty().set(false);
    project.saveAs(file, _ -> {});
    workbench.close();
    preferences.dockShownProperty().set(true);
    project.open(file);
    assertThat(workbench.openedProperty().get().location()).isEqualTo(music);
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.all()");
    assertThat(queries.all()).hasSize(1);
    assertThat(preferences.dockShownProperty().get()).isFalse();
    assertThat(project.fileProperty().get()).isEqualTo(file);
  }
}
