package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.error.AttributeError;
import orrery.orm.error.IndexError;
import orrery.orm.error.MultipleObjectsReturned;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Field;

class RunnerTest {

  private static OpenDatabase chinook;

  @BeforeAll
  static void open() throws IOException {
    chinook = OpenDatabase.open(Chinook.copy().toString(), false);
  }

  @AfterAll
  static void close() {
    chinook.close();
  }

  @Test
  void objectsComeWithTheFieldsOfTheirModel() {
    Result.Objects albums =
        objects("Album.objects.filter(artist__name=\"AC/DC\").order_by(\"title\")");

    assertThat(albums.model().name()).isEqualTo("Album");
    assertThat(albums.columns())
        .extracting(Field::attname)
        .containsExactly("album_id", "title", "artist_id");
    assertThat(albums.rows())
        .extracting(Instance::label)
        .containsExactly("For Those About To Rock We Salute You", "Let There Be Rock");
    assertThat(albums.related()).isEmpty();
  }

  @Test
  void aPrefetchSendsOneStatementMoreAndItsObjectsKnowTheirParent() {
    try (var log = chinook.log().capture()) {
      Result.Objects albums =
          objects(
              "Album.objects.filter(artist__name=\"AC/DC\").prefetch_related(\"track_set\").order_by(\"title\")");

      assertThat(log.count()).isEqualTo(2);
      assertThat(log.entries().getLast().reason()).isEqualTo(Reason.prefetch("track_set"));
      assertThat(albums.related()).containsExactly(new Branch("track_set", List.of(), List.of()));
      Instance first = albums.rows().getFirst();
      List<Instance> tracks = many(first, "track_set");
      assertThat(tracks).hasSize(10);
      assertThat(tracks).allSatisfy(track -> assertThat(track.get("album")).isSameAs(first));
      assertThat(log.count()).isEqualTo(2);
    }
  }

  @Test
  void aPathIsPrefetchedStepByStepWhatCameInTheSameRowIsNotAskedAgain() {
    try (var log = chinook.log().capture()) {
      Result.Objects tracks =
          objects(
              "Track.objects.select_related(\"album__artist\").prefetch_related(\"album__artist__album_set\", \"genre\")[:3]");

      assertThat(log.entries())
          .extracting(e -> e.reason().text())
          .containsExactly("asked", "prefetch of album__artist__album_set", "prefetch of genre");
      assertThat(tracks.related())
          .containsExactly(
              new Branch(
                  "album",
                  List.of(),
                  List.of(
                      new Branch(
                          "artist",
                          List.of(),
                          List.of(new Branch("album_set", List.of(), List.of()))))),
              new Branch("genre", List.of(), List.of()));
      Instance artist = one(one(tracks.rows().getFirst(), "album"), "artist");
      assertThat(many(artist, "album_set")).hasSize(2);
    }
  }

  @Test
  void aManyToManyRelationIsPrefetchedBothWays() {
    Result.Objects playlists =
        objects(
            "Playlist.objects.filter(pk__in=[1, 17]).prefetch_related(\"tracks__playlist_set\")");

    List<Instance> tracks = many(playlists.rows().getLast(), "tracks");
    assertThat(tracks).hasSize(26);
    assertThat(many(tracks.getFirst(), "playlist_set")).extracting(Instance::pk).contains(1L, 17L);
  }

  @Test
  void aPrefetchMayAskAQuerysetOfItsOwnAndKeepItUnderAName() {
    Result.Objects artists =
        objects(
            "Artist.objects.filter(pk=1).prefetch_related(Prefetch(\"album_set\", queryset=Album.objects.filter(title__startswith=\"Let\").annotate(n=Count(\"track\")), to_attr=\"lets\"), \"lets__track_set\")");

    Instance artist = artists.rows().getFirst();
    assertThat(artist.isCached("album_set")).isFalse();
    List<?> lets = (List<?>) Objects.requireNonNull(artist.attr("lets"));
    assertThat(lets).hasSize(1);
    assertThat(((Instance) lets.getFirst()).get("n")).isEqualTo(8L);
    assertThat(artists.related())
        .containsExactly(
            new Branch(
                "lets", List.of("n"), List.of(new Branch("track_set", List.of(), List.of()))));
  }

  @Test
  void anInnerQuerysetHandsOnWhatItWantsPrefetched() {
    try (var log = chinook.log().capture()) {
      Result.Objects artists =
          objects(
              "Artist.objects.filter(pk__lte=3).prefetch_related(Prefetch(\"album_set\", queryset=Album.objects.prefetch_related(\"track_set\")))");

      assertThat(log.count()).isEqualTo(3);
      Instance album = many(artists.rows().getFirst(), "album_set").getFirst();
      assertThat(many(album, "track_set")).hasSize(10);
    }
  }

  @Test
  void aSlicedPrefetchGivesSoManyToEachParent() {
    Result.Objects artists =
        objects(
            "Artist.objects.filter(pk__in=[22, 50]).prefetch_related(Prefetch(\"album_set\", queryset=Album.objects.order_by(\"-title\")[:2]))");

    assertThat(artists.rows())
        .allSatisfy(artist -> assertThat(many(artist, "album_set")).hasSize(2));
    assertThat(many(artists.rows().getFirst(), "album_set"))
        .extracting(Instance::label)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void aSelfRelationIsFollowedAndItsEndIsNull() {
    Result.Objects employees =
        objects("Employee.objects.prefetch_related(\"reports_to__reports_to\").order_by(\"pk\")");

    Instance general = employees.rows().get(0);
    Instance agent = employees.rows().get(2);
    assertThat(general.related("reports_to")).isNull();
    assertThat(general.isCached("reports_to")).isTrue();
    assertThat(one(one(agent, "reports_to"), "reports_to")).isEqualTo(general);
  }

  @Test
  void keysBeyondTheLimitOfOneStatementAreAskedInParts() throws IOException {
    Settings settings = Settings.of(Chinook.copy().toString()).withMaxBindings(100);
    try (OpenDatabase small = OpenDatabase.open(settings);
        QueryLog.Capture log = small.log().capture()) {
      Result.Objects albums =
          (Result.Objects)
              small
                  .runner()
                  .run(
                      Parser.parse(
                              "Album.objects.prefetch_related(Prefetch(\"track_set\", queryset=Track.objects.filter(name__contains=\"a\", milliseconds__gt=1)))")
                          .chain());

      assertThat(log.entries())
          .extracting(e -> e.reason().text())
          .containsExactly(
              "asked",
              "prefetch of track_set, part 1 of 4",
              "prefetch of track_set, part 2 of 4",
              "prefetch of track_set, part 3 of 4",
              "prefetch of track_set, part 4 of 4");
      assertThat(log.entries())
          .allSatisfy(e -> assertThat(e.sql().bindings().size()).isLessThanOrEqualTo(100));
      Result.Objects whole =
          objects(
              "Album.objects.prefetch_related(Prefetch(\"track_set\", queryset=Track.objects.filter(name__contains=\"a\", milliseconds__gt=1)))");
      assertThat(albums.rows()).hasSize(347);
      for (int i = 0; i < 347; i++) {
        assertThat(many(albums.rows().get(i), "track_set"))
            .isEqualTo(many(whole.rows().get(i), "track_set"));
      }
    }
  }

  @Test
  void aRelationThatWasNotFetchedIsLoadedWhenItIsRead() {
    Instance track = objects("Track.objects.filter(pk=1)").rows().getFirst();
    try (var log = chinook.log().capture()) {
      assertThat(Objects.requireNonNull(track.get("album")).toString())
          .isEqualTo("For Those About To Rock We Salute You");
      assertThat(track.get("album")).isSameAs(track.get("album"));
      assertThat(log.entries())
          .singleElement()
          .satisfies(e -> {
            assertThat(e.reason()).isEqualTo(Reason.lazy("Track.album"));
            assertThat(e.interpolated()).endsWith("= 1 LIMIT 21");
          });
    }
  }

  @Test
  void aDeferredFieldIsLoadedWhenItIsRead() {
    Result.Objects tracks = objects("Track.objects.filter(pk=1).only(\"name\")");
    assertThat(tracks.columns()).extracting(Field::attname).containsExactly("track_id", "name");
    Instance track = tracks.rows().getFirst();
    try (var log = chinook.log().capture()) {
      assertThat(track.get("milliseconds")).isEqualTo(343719L);
      assertThat(track.get("milliseconds")).isEqualTo(343719L);
      assertThat(track.get("name")).isEqualTo("For Those About To Rock (We Salute You)");
      assertThat(log.entries())
          .singleElement()
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.deferred("Track.milliseconds")));
    }
  }

  @Test
  void anObjectIsRefreshedFromTheDatabase() {
    Instance track = objects("Track.objects.filter(pk=1)").rows().getFirst();
    track.set("name", "changed");
    track.set("milliseconds", 1);
    track.refreshFromDb(List.of("name"));
    assertThat(track.get("name")).isEqualTo("For Those About To Rock (We Salute You)");
    assertThat(track.get("milliseconds")).isEqualTo(1L);
    track.refreshFromDb();
    assertThat(track.get("milliseconds")).isEqualTo(343719L);
    assertThatThrownBy(() -> track.refreshFromDb(List.of("album__title")))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "Found \"__\" in fields argument. Relations and transforms are not allowed in fields.");
  }

  @Test
  void valuesComeWithTheirNames() {
    Result.Values values =
        (Result.Values)
            run("Album.objects.values_list(\"title\", \"artist__name\").order_by(\"pk\")[:2]");
    assertThat(values.names()).containsExactly("title", "artist__name");
    assertThat(values.rows().getFirst())
        .containsExactly("For Those About To Rock We Salute You", "AC/DC");
  }

  @Test
  void scalarsAreBareValues() {
    assertThat(scalar("Album.objects.count()")).isEqualTo(347L);
    assertThat(scalar("Album.objects.filter(title=\"?\").exists()")).isEqualTo(false);
    assertThat(scalar("Album.objects.filter(pk__in=[]).count()")).isEqualTo(0L);
    assertThat(scalar("Album.objects.aggregate(Max(\"pk\"), n=Count(\"pk\"))"))
        .isEqualTo(Map.of("pk__max", 347L, "n", 347L));
  }

  @Test
  void whatCannotMatchSendsNothing() {
    try (var log = chinook.log().capture()) {
      assertThat(objects("Album.objects.none().prefetch_related(\"track_set\")").rows()).isEmpty();
      assertThat(objects("Album.objects.filter(pk__in=[])").rows()).isEmpty();
      assertThat(scalar("Album.objects.none().exists()")).isEqualTo(false);
      assertThat(log.count()).isZero();
    }
  }

  @Test
  void anAnswerKeepsWhatItsChainPromises() {
    assertThatThrownBy(() -> run("Album.objects.get(pk=0)"))
        .isInstanceOf(ObjectDoesNotExist.class)
        .hasMessage("Album matching query does not exist.");
    assertThatThrownBy(() -> run("Album.objects.get(artist=1)"))
        .isInstanceOf(MultipleObjectsReturned.class)
        .hasMessage("get() returned more than one Album -- it returned 2!");
    assertThatThrownBy(() -> run("Album.objects.get(artist__gt=0)"))
        .isInstanceOf(MultipleObjectsReturned.class)
        .hasMessage("get() returned more than one Album -- it returned more than 20!");
    assertThatThrownBy(() -> run("Album.objects.all()[5000]"))
        .isInstanceOf(IndexError.class)
        .hasMessage("list index out of range");
    assertThatThrownBy(() -> run("Album.objects.filter(pk=0).latest(\"title\")"))
        .isInstanceOf(ObjectDoesNotExist.class);
    assertThat(objects("Album.objects.filter(pk=0).first()").rows()).isEmpty();
    assertThat(objects("Album.objects.order_by(\"title\").last()").rows())
        .extracting(Instance::label)
        .containsExactly("[1997] Black Light Syndrome");
    assertThat(objects("Album.objects.all()[1]").rows()).hasSize(1);
  }

  @Test
  void thePlanOfTheDatabaseIsText() {
    assertThat(((Result.PlanText) run("Album.objects.filter(pk=1).explain()")).text())
        .contains("SEARCH");
  }

  @Test
  void aPageIsAPartOfTheRowsAndCountingStopsAtTheCap() {
    var chain = Parser.parse("Track.objects.order_by(\"pk\")[100:]").chain();
    Result.Objects page = (Result.Objects) chinook.runner().page(chain, 50, 20);

    assertThat(page.rows()).hasSize(20);
    assertThat(page.rows().getFirst().pk()).isEqualTo(151L);
    assertThat(chinook.runner().count(chain, 1_000_000)).isEqualTo(3403);
    assertThat(chinook.runner().count(chain, 1000)).isEqualTo(1000);
  }

  @Test
  void aWrongPrefetchIsFoundBeforeAnythingIsSent() {
    try (var log = chinook.log().capture()) {
      assertThatThrownBy(() -> run("Album.objects.prefetch_related(\"track_set__xyz\")"))
          .isInstanceOf(AttributeError.class)
          .hasMessageStartingWith(
              "Cannot find 'xyz' on Track object, 'track_set__xyz' is an invalid parameter to prefetch_related()");
      assertThatThrownBy(() -> run("Album.objects.prefetch_related(\"artist__name\")"))
          .isInstanceOf(ValueError.class)
          .hasMessage(
              "'artist__name' does not resolve to an item that supports prefetching - this is an invalid parameter to prefetch_related().");
      assertThatThrownBy(() ->
              run("Album.objects.prefetch_related(Prefetch(\"track_set\", to_attr=\"title\"))"))
          .isInstanceOf(ValueError.class)
          .hasMessage("to_attr=title conflicts with a field on the Album model.");
      assertThatThrownBy(() ->
              run(
                  "Album.objects.prefetch_related(\"track_set__genre\", Prefetch(\"track_set\", queryset=Track.objects.all()))"))
          .isInstanceOf(ValueError.class)
          .hasMessage(
              "'track_set' lookup was already seen with a different queryset. You may need to adjust the ordering of your lookups.");
      assertThat(log.count()).isZero();
    }
  }

  @Test
  void aPreviewTellsTheStatementsWithoutSendingThem() {
    try (var log = chinook.log().capture()) {
      Preview preview =
          chinook
              .runner()
              .preview("Playlist.objects.prefetch_related(\"tracks__album\").filter(pk=1)");

      assertThat(preview.error()).isEmpty();
      assertThat(preview.chain()).isPresent();
      assertThat(preview.statements())
          .extracting(s -> s.reason().text())
          .containsExactly("asked", "prefetch of tracks", "prefetch of tracks__album");
      assertThat(preview.statements())
          .extracting(Preview.Statement::template)
          .containsExactly(false, true, true);
      Preview.Statement tracks = preview.statements().get(1);
      assertThat(tracks.sql().text()).endsWith("WHERE \"PlaylistTrack\".\"PlaylistId\" IN (?)");
      assertThat(tracks.sql().bindings()).extracting("value").containsExactly("…");
      assertThat(log.count()).isZero();
    }
  }

  @Test
  void aPreviewTellsWhatIsWrongAndWhere() {
    Preview wrong = chinook.runner().preview("Album.objects.filter(artist__nmae=\"x\")");
    assertThat(wrong.error())
        .hasValueSatisfying(e -> {
          assertThat(e.suggestion()).hasValue("name");
          assertThat(e.place()).hasValueSatisfying(p -> assertThat(p.column()).isEqualTo(30));
        });
    Preview path = chinook.runner().preview("Album.objects.prefetch_related(\"track_set__gener\")");
    assertThat(path.error())
        .hasValueSatisfying(e -> {
          assertThat(e.suggestion()).hasValue("genre");
          assertThat(e.place()).hasValueSatisfying(p -> assertThat(p.column()).isEqualTo(44));
        });
    Preview syntax = chinook.runner().preview("Album.objects.filter(");
    assertThat(syntax.chain()).isEmpty();
    assertThat(syntax.error())
        .hasValueSatisfying(e -> assertThat(e.type()).isEqualTo("SyntaxError"));
  }

  private static Result run(String text) {
    return chinook.runner().run(Parser.parse(text).chain());
  }

  private static Result.Objects objects(String text) {
    return (Result.Objects) run(text);
  }

  private static @Nullable Object scalar(String text) {
    return ((Result.Scalar) run(text)).value();
  }

  private static List<Instance> many(Instance of, String relation) {
    return ((Prefetched) Objects.requireNonNull(of.related(relation))).objects();
  }

  private static Instance one(Instance of, String relation) {
    return (Instance) Objects.requireNonNull(of.related(relation));
  }
}
