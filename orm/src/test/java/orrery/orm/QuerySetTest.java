package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.error.AttributeError;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
import orrery.orm.error.IndexError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;

class QuerySetTest {

  private OpenDatabase chinook;
  private Manager<Instance> albums;
  private Manager<Instance> tracks;
  private QueryLog.Capture log;

  @BeforeEach
  void open() throws IOException {
    chinook = OpenDatabase.open(Chinook.copy().toString(), false);
    albums = chinook.orm().objects("Album");
    tracks = chinook.orm().objects("Track");
    log = chinook.log().capture();
  }

  @AfterEach
  void close() {
    chinook.close();
  }

  @Test
  void aQuerysetAsksWhenItsRowsAreNeededAndKeepsThem() {
    QuerySet<Instance> some = albums.filter("title__startswith", "A").orderBy("title");
    assertThat(log.count()).isZero();

    assertThat(some.size()).isEqualTo(32);
    assertThat(some.list()).hasSize(32);
    List<Instance> seen = new ArrayList<>();
    some.forEach(seen::add);
    assertThat(some.count()).isEqualTo(32);
    assertThat(some.exists()).isTrue();
    assertThat(some.contains(seen.getLast())).isTrue();
    assertThat(some.at(3)).isSameAs(seen.get(3));
    assertThat(some.first()).isSameAs(seen.getFirst());
    assertThat(some.slice(2, 4).list()).isEqualTo(seen.subList(2, 4));
    assertThat(log.count()).isEqualTo(1);
    assertThat(some.all().list()).isEqualTo(seen);
    assertThat(log.count()).isEqualTo(2);
  }

  @Test
  void whatIsAskedOfAQuerysetDoesNotChangeIt() {
    QuerySet<Instance> all = albums.all();
    QuerySet<Instance> some = all.filter("pk", 1);
    assertThat(all).hasToString("Album.objects.all()");
    assertThat(some).hasToString("Album.objects.filter(pk=1)");
  }

  @Test
  void conditionsAreCombinedAsInPython() {
    assertThat(
            albums
                .filter(
                    Q.of("title__startswith", "A").or(Q.of("artist__name", "AC/DC")), "pk__lt", 10)
                .exclude(Q.of("pk", 7).not(), "pk__gt", 6)
                .toString())
        .isEqualTo(
            "Album.objects.filter(Q(title__startswith=\"A\") | Q(artist__name=\"AC/DC\"), pk__lt=10)"
                + ".exclude(~Q(pk=7), pk__gt=6)");
    assertThatThrownBy(() -> albums.filter("pk"))
        .isInstanceOf(TypeError.class)
        .hasMessage("filter() got the name 'pk' without a value.");
  }

  @Test
  void aNameThatDoesNotExistIsRefusedAtTheCall() {
    assertThatThrownBy(() -> albums.filter("artist__nmae", "x"))
        .isInstanceOf(FieldError.class)
        .hasMessageContaining("Did you mean 'name'?");
    assertThatThrownBy(() -> albums.all().slice(0, 5).filter("pk", 1))
        .isInstanceOf(TypeError.class)
        .hasMessage("Cannot filter a query once a slice has been taken.");
    assertThat(log.count()).isZero();
  }

  @Test
  void oneObjectIsGot() {
    assertThat(albums.get("pk", 4).get("title")).isEqualTo("Let There Be Rock");
    assertThatThrownBy(() -> albums.get("pk", 0))
        .isInstanceOf(ObjectDoesNotExist.class)
        .hasMessage("Album matching query does not exist.");
    assertThat(albums.filter("pk", 0).first()).isNull();
    assertThat(Objects.requireNonNull(albums.last()).pk()).isEqualTo(347L);
    assertThat(albums.latest("title").get("title")).isEqualTo("[1997] Black Light Syndrome");
    assertThat(albums.all().at(1).pk()).isEqualTo(2L);
    assertThatThrownBy(() -> albums.all().at(1000)).isInstanceOf(IndexError.class);
    assertThatThrownBy(() -> albums.all().at(-1))
        .isInstanceOf(ValueError.class)
        .hasMessage("Negative indexing is not supported.");
  }

  @Test
  void anObjectStandsForTheValueThatItsRelationGoesBy() {
    Instance album = albums.get("pk", 4);
    assertThat(tracks.filter("album", album).count()).isEqualTo(8);
    assertThat(tracks.filter("album__in", List.of(album)).count()).isEqualTo(8);
    assertThat(chinook.orm().objects("Artist").get("album", album).get("name")).isEqualTo("AC/DC");
    assertThatThrownBy(() -> tracks.filter("genre", album))
        .isInstanceOf(ValueError.class)
        .hasMessage("Cannot query \"Let There Be Rock\": Must be \"Genre\" instance.");
  }

  @Test
  void aQuerysetIsASubquery() {
    QuerySet<Instance> some = albums.filter("artist__name", "AC/DC");
    assertThat(tracks.filter("album__in", some).count()).isEqualTo(18);
    assertThat(log.count()).isEqualTo(1);
  }

  @Test
  void valuesAreMappingsTuplesOrBare() {
    QuerySet<Instance> two = albums.orderBy("pk").slice(0, 2);
    assertThat(two.values("pk", "artist__name").list())
        .containsExactly(
            Map.of("pk", 1L, "artist__name", "AC/DC"), Map.of("pk", 2L, "artist__name", "Accept"));
    assertThat(two.valuesList("pk", Functions.upper("artist__name")).list())
        .containsExactly(List.of(1L, "AC/DC"), List.of(2L, "ACCEPT"));
    assertThat(two.valuesFlat("pk").list()).containsExactly(1L, 2L);
    assertThat(two.values("n", Aggregates.count("track")).list())
        .containsExactly(Map.of("n", 10L), Map.of("n", 1L));
  }

  @Test
  void aggregatesAreComputed() {
    assertThat(tracks.aggregate(Aggregates.max("pk"), "mean", Aggregates.avg("milliseconds")))
        .containsEntry("pk__max", 3503L)
        .containsKey("mean");
    Instance most =
        albums.annotate("n", Aggregates.count("track")).orderBy(F.of("n").desc(), "pk").at(0);
    assertThat(most.get("n")).isEqualTo(57L);
  }

  @Test
  void objectsAreFoundInBulkInPartsWhereTheyAreMany() throws IOException {
    Settings settings = Settings.of(Chinook.copy().toString()).withMaxBindings(100);
    try (OpenDatabase small = OpenDatabase.open(settings);
        var sent = small.log().capture()) {
      List<Long> keys = LongStream.rangeClosed(1, 250).boxed().toList();
      Map<Object, Instance> found = small.orm().objects("Track").inBulk(keys);
      assertThat(found).hasSize(250).containsKey(250L);
      assertThat(sent.count()).isEqualTo(3);
    }
    assertThat(albums.inBulk()).hasSize(347);
    assertThat(albums.inBulk(List.of())).isEmpty();
  }

  @Test
  void rowsAreReadOneAfterAnotherAndPrefetchedInParts() {
    Iterator<Instance> each = albums.prefetchRelated("track_set").orderBy("pk").iterator(100);
    int count = 0;
    while (each.hasNext()) {
      assertThat(each.next().isCached("track_set")).isTrue();
      count++;
    }
    assertThat(count).isEqualTo(347);
    assertThat(log.count()).isEqualTo(5);
    assertThatThrownBy(() -> albums.iterator(0))
        .isInstanceOf(ValueError.class)
        .hasMessage("Chunk size must be strictly positive.");
  }

  @Test
  void aRelatedManagerAsksForTheObjectsOfOneAndTheyKnowIt() {
    Instance album = albums.get("pk", 4);
    Manager<?> related = (Manager<?>) Objects.requireNonNull(album.get("track_set"));
    assertThat(related.count()).isEqualTo(8);
    Instance first = Objects.requireNonNull(related.filter("name__contains", "Rock").first());
    assertThat(first.get("album")).isSameAs(album);
    assertThat(log.entries()).extracting(e -> e.reason()).contains(Reason.lazy("Album.track_set"));
    assertThat(log.count()).isEqualTo(3);
  }

  @Test
  void aRelatedManagerOfPrefetchedObjectsAsksNothingUntilItMust() {
    Instance album = albums.filter("pk", 4).prefetchRelated("track_set").at(0);
    Manager<?> related = (Manager<?>) Objects.requireNonNull(album.get("track_set"));
    assertThat(related.count()).isEqualTo(8);
    assertThat(related.exists()).isTrue();
    assertThat(related.all().size()).isEqualTo(8);
    for (Instance track : related) {
      assertThat(track.get("album")).isSameAs(album);
    }
    assertThat(log.count()).isEqualTo(2);
    assertThat(related.filter("pk__gt", 0).count()).isEqualTo(8);
    assertThat(related.all().all().size()).isEqualTo(8);
    assertThat(log.count()).isEqualTo(4);
  }

  @Test
  void theFirstConditionOfAManyToManyManagerMeansTheSameRowOfTheJoinTable() {
    Instance playlist = chinook.orm().objects("Playlist").get("pk", 17);
    Manager<?> related = (Manager<?>) Objects.requireNonNull(playlist.get("tracks"));
    assertThat(related.all().toString())
        .isEqualTo("Track.objects.filter(playlist__playlist_id=17)");
    assertThat(related.filter("playlist__name", "Music").count()).isZero();
    assertThat(related.all().all().filter("playlist__name", "Music").count()).isPositive();
  }

  @Test
  void emptinessIsKeptWhateverFollows() {
    QuerySet<List<Object>> none = albums.none().valuesList("pk");
    assertThat(EmptyQuerySet.isInstance(none)).isTrue();
    assertThat(EmptyQuerySet.isInstance("")).isFalse();
    assertThat(none.orderBy("pk").size()).isZero();
    assertThat(none.filter("pk__in", albums.valuesFlat("pk")).size()).isZero();
    assertThat(log.count()).isZero();
    assertThatThrownBy(EmptyQuerySet::new)
        .isInstanceOf(TypeError.class)
        .hasMessage("EmptyQuerySet can't be instantiated");
  }

  @Test
  void aClassOfOnesOwnSurvivesEveryStep() {
    Loud some = albums.all().as(Loud::new);
    assertThat(some.none()).isInstanceOf(Loud.class);
    assertThat(((Loud) some.filter("pk", 1).orderBy("title")).shout())
        .isEqualTo("FOR THOSE ABOUT TO ROCK WE SALUTE YOU");
  }

  @Test
  void querysetsAreCombined() {
    QuerySet<Instance> low = albums.filter("pk__lte", 2);
    QuerySet<Instance> high = albums.filter("pk__gte", 347);
    assertThat(low.union(high).orderBy("pk").valuesFlat("pk").list()).containsExactly(1L, 2L, 347L);
    assertThat(low.or(high).count()).isEqualTo(3);
    assertThat(low.and(high).exists()).isFalse();
    assertThat(albums.all().difference(albums.filter("pk__gt", 1)).size()).isEqualTo(1);
  }

  @Test
  void prefetchesAreTakenBackWithNull() {
    QuerySet<Instance> some = albums.prefetchRelated("track_set").filter("pk__lt", 3);
    assertThat(some.prefetchRelated((Object) null).list()).hasSize(2);
    assertThat(log.count()).isEqualTo(1);
  }

  @Test
  void aQuerysetIsShownToPeople() {
    assertThat(albums.filter("pk", 4).repr()).isEqualTo("<QuerySet [<Album: Let There Be Rock>]>");
    assertThat(albums.all().repr()).endsWith("...(remaining elements truncated)...]>");
    assertThat(albums.filter("pk", 1).explain()).contains("SEARCH");
  }

  @Test
  void aStatementByHandGivesObjectsAndAnnotations() {
    List<Instance> found =
        tracks
            .raw(
                "SELECT TrackId, Name AS words, upper(Name) AS loud FROM Track WHERE TrackId < %s",
                3)
            .list();
    assertThat(found).hasSize(2);
    assertThat(found.getFirst().pk()).isEqualTo(1L);
    assertThat(found.getFirst().get("words")).isEqualTo("For Those About To Rock (We Salute You)");
    assertThat(found.getFirst().get("loud")).isEqualTo("FOR THOSE ABOUT TO ROCK (WE SALUTE YOU)");
    assertThat(log.count()).isEqualTo(1);
    assertThat(found.getFirst().get("name")).isEqualTo(found.getFirst().get("words"));
    assertThat(log.count()).isEqualTo(2);
    Instance date = chinook.orm().objects("Invoice").raw("SELECT * FROM Invoice").at(0);
    assertThat(date.get("invoice_date")).isInstanceOf(java.time.LocalDateTime.class);
    assertThatThrownBy(() -> tracks.raw("SELECT Name FROM Track").list())
        .isInstanceOf(FieldDoesNotExist.class)
        .hasMessage("Raw query must include the primary key");
    QuerySet<Instance> all = albums.raw("SELECT * FROM Album ORDER BY AlbumId");
    assertThat(all.at(3).pk()).isEqualTo(4L);
    assertThat(all.slice(5, 7).list()).extracting(Instance::pk).containsExactly(6L, 7L);
    assertThat(all.prefetchRelated("track_set").at(0).isCached("track_set")).isTrue();
    assertThatThrownBy(() -> all.filter("pk", 1).list())
        .isInstanceOf(AttributeError.class)
        .hasMessage("'RawQuerySet' object has no attribute 'filter'");
  }

  private static final class Loud extends QuerySet<Instance> {
    Loud(Source<Instance> source) {
      super(source);
    }

    String shout() {
      return at(0).label().toUpperCase(java.util.Locale.ROOT);
    }
  }
}
