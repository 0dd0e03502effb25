package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.chain.Printer;
import orrery.orm.db.Reason;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;

/// Going along relations, on a database with relations of all kinds.
class HopTest {
  private OpenDatabase database;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    database = OpenDatabase.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Models models() {
    return database.models();
  }

  private Result run(Query query) {
    return database.runner().run(new Chain(query), Reason.USER);
  }

  private static int size(Result result) {
    return switch (result) {
      case Result.Objects objects -> objects.rows().size();
      case Result.Values values -> values.rows().size();
      case Result.Scalar _, Result.PlanText _ -> 0;
    };
  }

  /// What is counted is what is listed, for every relation to many of every model.
  @Test
  void countsAndListsAgree() {
    List<String> seen = new ArrayList<>();
    for (Model model : models().all()) {
      for (Hop hop : Hop.toMany(models(), model)) {
        Result.Values counts = (Result.Values) run(hop.counts(List.of(1L, 2L, 3L)));
        for (@Nullable Object[] pair : counts.rows()) {
          assertThat((long) size(run(hop.open(Objects.requireNonNull(pair[0])))))
              .as("%s of %s %s", hop.name(), model, pair[0])
              .isEqualTo(pair[1]);
        }
        seen.add(model + "." + hop.name());
      }
    }
    assertThat(seen)
        .contains(
            "Artist.album_set", "Track.playlist_set", "Playlist.tracks", "Employee.employee_set");
  }

  @Test
  void aForeignKeyIsGoneAlong() {
    Hop artist = Hop.at(models(), "Album", "artist").orElseThrow();
    assertThat(Printer.print(new Chain(artist.open(1L)))).contains("Artist.objects.filter(");
    assertThat(size(run(artist.open(1L)))).isEqualTo(1);
    assertThat(size(run(artist.labels(List.of(1L, 2L, 999_999L))))).isEqualTo(2);
  }

  @Test
  void aPathEndsAtAForeignKeyOrLeadsNowhere() {
    assertThat(Hop.at(models(), "Track", "album__artist")).isPresent();
    assertThat(Hop.at(models(), "Track", "album__artist_id")).isPresent();
    assertThat(Hop.at(models(), "Track", "album__title")).isEmpty();
    assertThat(Hop.at(models(), "Track", "album__nothing__artist")).isEmpty();
    assertThat(Hop.at(models(), "Nothing", "artist")).isEmpty();
  }
}
