package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.chain.Parser;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;

/// What a chain that changes rows would send is known before anything is sent.
class WritePreviewTest {

  @TempDir static Path folder;
  private static OpenDatabase open;

  @BeforeAll
  static void open() throws IOException {
    open = OpenDatabase.open(Chinook.copyTo(folder).toString(), true);
  }

  @AfterAll
  static void close() {
    open.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Genre.objects.update(name='x')",
        "Genre.objects.filter(track__name='x').update(name=Upper('name'))",
        "Album.objects.filter(pk=1).update(artist=Artist(pk=3), title='y')",
        "Album.objects.filter(pk=1).update(artist=2)",
        "PlaylistTrack.objects.filter(playlist=1).delete()",
        "Genre.objects.filter(name='none of them').delete()",
        "Genre.objects.create(name='x')",
        "Genre.objects.create(genre_id=1000, name=None)",
        "Genre.objects.bulk_create([Genre(name='a'), Genre(genre_id=1001), Genre(name='b')])",
        "Genre.objects.bulk_create([Genre(genre_id=1, name='a')], ignore_conflicts=True)",
        "Genre.objects.bulk_update([Genre(pk=1, name='a'), Genre(pk=2, name='b')], ['name'])",
        "Genre.objects.get_or_create(name='new', defaults={'genre_id': 1002})",
        "Genre.objects.update_or_create(name='new', defaults={'genre_id': 1002})",
        "Genre.objects.filter(pk__in=[]).update(name='x')",
      })
  void whatIsToldIsWhatIsSent(String text) {
    Preview preview = open.runner().preview(text);
    assertThat(preview.error()).isEmpty();
    List<String> told = new ArrayList<>();
    preview.statements().forEach(s -> told.add(s.sql().text() + s.sql().bindings()));
    assertThat(told).isEqualTo(sent(text));
  }

  /// Returns what is really sent, in a transaction that is taken back.
  private static List<String> sent(String text) {
    List<String> sent = new ArrayList<>();
    open.database()
        .<RuntimeException>atomically(() -> {
          try (QueryLog.Capture capture = open.log().capture()) {
            open.runner().run(Parser.parse(text).chain());
            for (Entry entry : capture.entries()) {
              if (!entry.sql().text().contains("SAVEPOINT")) {
                sent.add(entry.sql().text() + entry.sql().bindings());
              }
            }
          }
          open.database().setRollback(true);
        });
    return sent;
  }

  @Test
  void nothingIsSent() {
    try (QueryLog.Capture capture = open.log().capture()) {
      assertThat(open.runner().preview("Genre.objects.all().delete()").statements()).hasSize(1);
      assertThat(capture.entries()).isEmpty();
    }
  }

  @Test
  void aWrongNameIsToldWithItsPlace() {
    OrmError error = open.runner().preview("Genre.objects.update(nmae='x')").error().orElseThrow();
    assertThat(error.getMessage())
        .isEqualTo("Genre has no field named 'nmae'. Did you mean 'name'?");
    assertThat(error.place()).contains(new Place(1, 22));
    assertThat(open.runner().preview("Genre.objects.create(nmae='x')").error()).isPresent();
  }
}
