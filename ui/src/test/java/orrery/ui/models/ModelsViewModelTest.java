package orrery.ui.models;

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
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

class ModelsViewModelTest {
  @TempDir Path folder;

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final ModelsViewModel models = new ModelsViewModel(workbench);

  @BeforeEach
  void open() throws IOException {
    workbench.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void standInTheOrderOfTheirNames() {
    assertThat(models.rowsProperty().get())
        .extracting(ModelRow::name)
        .startsWith("Album", "Artist", "Customer")
        .isSorted();
    assertThat(models.size()).isEqualTo(11);
  }

  @Test
  void saysOfEachMemberWhatItIs() {
    assertThat(member("Album", "album_id").kind()).isEqualTo(MemberKind.KEY);
    MemberRow title = member("Album", "title");
    assertThat(title.kind()).isEqualTo(MemberKind.TEXT);
    assertThat(title.type()).isEqualTo("char(160)");
    assertThat(title.nullable()).isFalse();
    assertThat(title.details()).contains("CharField", "Never null");
    MemberRow artist = member("Album", "artist");
    assertThat(artist.kind()).isEqualTo(MemberKind.FOREIGN_KEY);
    assertThat(artist.type()).isEqualTo("Artist");
    assertThat(artist.details()).contains("Raw value artist_id");
    assertThat(member("Artist", "name").nullable()).isTrue();
    assertThat(member("Track", "unit_price").type()).isEqualTo("decimal(10, 2)");
    assertThat(member("Employee", "birth_date").kind()).isEqualTo(MemberKind.DATE);
  }

  @Test
  void showsRelationsFromBothSides() {
    MemberRow tracks = member("Album", "track_set");
    assertThat(tracks.kind()).isEqualTo(MemberKind.REVERSE);
    assertThat(tracks.lookup()).isEqualTo("track");
    assertThat(tracks.target()).isEqualTo("Track");
    assertThat(member("Playlist", "tracks").kind()).isEqualTo(MemberKind.MANY_TO_MANY);
    assertThat(member("Track", "playlist_set").kind()).isEqualTo(MemberKind.MANY_TO_MANY);
    assertThat(member("Employee", "reports_to").target()).isEqualTo("Employee");
  }

  @Test
  void theSearchFindsModelsWithAllTheirMembers() {
    models.filterProperty().set("genre");
    ModelRow genre = row("Genre");
    assertThat(genre.members()).hasSize(3);
    assertThat(genre.open()).isFalse();
    assertThat(genre.hit()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void theSearchFindsMembersAndOpensTheirModel() {
    models.filterProperty().set("GENRE");
    ModelRow track = row("Track");
    assertThat(track.open()).isTrue();
    assertThat(track.members()).extracting(MemberRow::name).containsExactly("genre");
    assertThat(models.rowsProperty().get())
        .extracting(ModelRow::name)
        .containsExactly("Genre", "Track");
  }

  @Test
  void anotherDatabaseEndsTheSearch() {
    models.filterProperty().set("genre");
    workbench.close();
    assertThat(models.filterProperty().get()).isEmpty();
    assertThat(models.rowsProperty().get()).isEmpty();
  }

  @Test
  void knowsWhichModelTheChainAsks() {
    models.show(row("Genre"));
    assertThat(models.currentProperty().get()).isEqualTo("Genre");
    models.showTarget(member("Album", "artist"));
    assertThat(models.currentProperty().get()).isEqualTo("Artist");
    workbench.textProperty().set("Artist.objects.(");
    assertThat(models.currentProperty().get()).isEqualTo("Artist");
    workbench.close();
    assertThat(models.currentProperty().get()).isEmpty();
  }

  @Test
  void filterByAddsToTheChainOfTheSameModel() {
    workbench.textProperty().set("Album.objects.filter(title=\"x\")\n");
    models.filterBy(member("Album", "artist"));
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(title=\"x\").filter(artist=)");
    assertThat(workbench.caretProperty().get())
        .isEqualTo(workbench.textProperty().get().length() - 1);
  }

  @Test
  void filterByStartsAnewWhereTheChainCannotGoOn() {
    for (String text :
        List.of("Artist.objects.all()", "Album.objects.all()[:5]", "Album.objects.count()", "")) {
      workbench.textProperty().set(text);
      models.filterBy(member("Album", "track_set"));
      assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(track=)");
    }
  }

  private ModelRow row(String name) {
    return models.rowsProperty().get().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No model " + name));
  }

  private MemberRow member(String model, String name) {
    return row(model).members().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(model + " has no " + name));
  }
}
