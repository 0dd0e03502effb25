package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.chain.Parser;
import orrery.orm.db.QueryLog;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;

/// Answers at which Django's rules surprise, from the music shop.
class AnswersTest {

  private static OpenDatabase chinook;

  @BeforeAll
  static void open() throws IOException {
    chinook = OpenDatabase.open(Chinook.copy().toString(), false);
  }

  @AfterAll
  static void close() {
    chinook.close();
  }

  private static Result run(String chain) {
    return chinook.runner().run(Parser.parse(chain).chain());
  }

  private static Result.Objects objects(String chain) {
    return (Result.Objects) run(chain);
  }

  @Test
  void inBulkGivesEachKeyOnceThoughAJoinRepeatsItsRow() {
    assertThat(objects("Album.objects.filter(track__pk__gt=0).in_bulk([1, 4])").rows())
        .extracting(Instance::pk)
        .containsExactly(1L, 4L);
  }

  @Test
  void aRelationThatCameBackFromAPrefetchIsAmongTheRelated() {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      Result.Objects albums =
          objects("Album.objects.filter(pk=1).prefetch_related(\"track_set__album\")");

      assertThat(sent.count()).isEqualTo(2);
      assertThat(albums.related())
          .containsExactly(
              new Branch(
                  "track_set", List.of(), List.of(new Branch("album", List.of(), List.of()))));
    }
  }

  @Test
  void rowsOfACompositeKeyAreCountedByItsFirstColumn() {
    assertThat(run("PlaylistTrack.objects.aggregate(n=Count(\"pk\"))"))
        .isEqualTo(new Result.Scalar(Map.of("n", 8715L)));
  }

  @Test
  void aCompositeKeyIsAmongTheChoices() {
    assertThatThrownBy(() -> run("PlaylistTrack.objects.filter(nope=1)"))
        .isInstanceOf(FieldError.class)
        .hasMessage(
            "Cannot resolve keyword 'nope' into field. Choices are: pk, playlist, playlist_id,"
                + " track, track_id");
  }

  @Test
  void aCompositeKeyIsNoValueForAnExpression() {
    assertThatThrownBy(() -> run("PlaylistTrack.objects.annotate(n=F(\"pk\") + 1)"))
        .isInstanceOf(ValueError.class)
        .hasMessage("CombinedExpression expression does not support composite primary keys.");
  }

  @Test
  void oneValueIsNoSetForARelationToACompositeKey() {
    assertThatThrownBy(() -> run("Track.objects.filter(playlisttrack=1)"))
        .isInstanceOf(ValueError.class)
        .hasMessage("'exact' lookup of 'playlisttrack' must have 2 elements");
  }

  @Test
  void onlyWhatWasDeferredBeforeIsEverything() {
    Instance album =
        objects("Album.objects.defer(\"title\").only(\"title\").order_by(\"pk\")[:1]")
            .rows()
            .getFirst();
    assertThat(album.deferredFields()).isEmpty();
  }

  @Test
  void aFieldThatIsNotThereCannotBeLeftOut() {
    assertThatThrownBy(() -> run("Album.objects.only(\"nope\")"))
        .isInstanceOf(FieldDoesNotExist.class)
        .hasMessage("Album has no field named 'nope'");
  }

  @Test
  void whatIsWrongInAPrefetchIsSaidThoughItIsNeverSent() {
    assertThatThrownBy(() ->
            run(
                "Album.objects.prefetch_related(Prefetch(\"track_set\","
                    + " queryset=Track.objects.filter(nope=1))).count()"))
        .isInstanceOf(FieldError.class);
  }

  @Test
  void aDecimalThatIsSelectedAsItStandsIsANumber() {
    assertThat(
            ((Result.Values)
                    run("Genre.objects.filter(pk=1).values_list(Value(Decimal(\"-3.3\")))"))
                .rows()
                .getFirst()[0])
        .hasToString("-3.30000000000000");
  }

  @Test
  void whatIsCombinedWithNothingAtAllMayBeFilteredOn() {
    assertThat(objects("Album.objects.none().difference(Album.objects.all()).filter(pk=1)").rows())
        .isEmpty();
    assertThat(objects("Album.objects.intersection(Album.objects.none()).filter(pk=1)").rows())
        .isEmpty();
    assertThat(objects("Album.objects.union().filter(pk=1)").rows()).hasSize(1);
  }

  @Test
  void aNameBehindTheKeyIsNoFieldOfTheKey() {
    assertThatThrownBy(() -> run("Album.objects.order_by(\"pk__nope\")"))
        .isInstanceOf(FieldError.class)
        .hasMessage("Cannot resolve keyword 'nope' into field. Join on 'album_id' not permitted.");
  }

  private static List<List<Object>> values(String chain) {
    return ((Result.Values) run(chain)).rows().stream().map(row -> List.<Object>of(row)).toList();
  }

  private static void assertRefused(String chain, Class<?> type, String sentence) {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      assertThatThrownBy(() -> run(chain)).isInstanceOf(type).hasMessageContaining(sentence);
      assertThat(sent.count()).isZero();
    }
  }

  @Test
  void aConditionAsAnAnnotationGathersByItsTruthAlsoWhereItOrders() {
    assertThat(
            values(
                "Track.objects.annotate(long=Q(milliseconds__gt=300000)).values(\"long\")"
                    + ".annotate(n=Count(\"pk\")).order_by(\"long\")"))
        .containsExactly(List.of(false, 2434L), List.of(true, 1069L));
  }

  @Test
  void nothingIsSaidByAnEmptyConditionOrItsOpposite() {
    assertThat(run("Genre.objects.exclude(Q()).count()"))
        .isEqualTo(run("Genre.objects.filter(~Q()).count()"))
        .isEqualTo(run("Genre.objects.exclude().count()"))
        .isEqualTo(run("Genre.objects.count()"));
  }

  @Test
  void noAggregatesNeedNoStatement() {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      assertThat(run("Genre.objects.aggregate()")).isEqualTo(new Result.Scalar(Map.of()));
      assertThat(sent.count()).isZero();
    }
  }

  @Test
  void aTextAsAValueIsSentAsItStands() {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      run("Invoice.objects.filter(invoice_date=Value(\"2009-01-01\")).count()");
      assertThat(sent.entries().getFirst().sql().toString())
          .contains("2009-01-01")
          .doesNotContain("00:00");
    }
  }

  @Test
  void containsWantsAnObjectWithAKey() {
    assertThat(run("Album.objects.contains(Album(pk=1))")).isEqualTo(new Result.Scalar(true));
    assertRefused("Album.objects.contains(1)", TypeError.class, "'obj' must be a model instance.");
    assertRefused(
        "Album.objects.contains(Album(title=\"x\"))",
        ValueError.class,
        "QuerySet.contains() cannot be used on unsaved objects.");
    try (QueryLog.Capture sent = chinook.log().capture()) {
      assertThat(run("Album.objects.contains(Artist(pk=1))")).isEqualTo(new Result.Scalar(false));
      assertThat(sent.count()).isZero();
    }
  }

  @Test
  void objectsOfAnotherModelAreNotComparedWith() {
    assertRefused(
        "Track.objects.filter(album=Artist(pk=1))",
        ValueError.class,
        "Cannot query \"Artist object (1)\": Must be \"Album\" instance.");
  }

  @Test
  void anIteratorWantsASizeBeforeItPrefetches() {
    assertRefused(
        "Album.objects.prefetch_related(\"track_set\").iterator()",
        ValueError.class,
        "chunk_size must be provided when using QuerySet.iterator() after prefetch_related().");
  }

  @Test
  void messagesShowTuplesAndSetsAsTheyWereWritten() {
    assertRefused(
        "Album.objects.filter(pk=(1, 2))",
        TypeError.class,
        "Field 'album_id' expected a number but got (1, 2).");
    assertRefused(
        "Album.objects.filter(pk__gt={1, 2})",
        TypeError.class,
        "Field 'album_id' expected a number but got {1, 2}.");
  }

  @Test
  void numbersHaveNoParts() {
    assertRefused(
        "Album.objects.annotate(x=F(\"artist_id\")[1:3])",
        NotSupportedError.class,
        "This field does not support slicing.");
  }

  @Test
  void aSubqueryOfAForeignKeyIsNoNumber() {
    assertRefused(
        "Artist.objects.annotate(s=Coalesce(Subquery("
            + "Album.objects.filter(artist=OuterRef(\"pk\")).values(\"artist_id\")[:1]),"
            + " Value(0)))",
        FieldError.class,
        "Expression contains mixed types: ForeignKey, IntegerField.");
  }

  @Test
  void theKeyOfSeveralColumnsOrdersByEachOfThem() {
    String rows = "PlaylistTrack.objects.order_by(%s).values_list(\"track_id\")[:1]";
    assertThat(values(rows.formatted("F(\"pk\")"))).isEqualTo(values(rows.formatted("\"pk\"")));
  }

  @Test
  void aWayBackThatAPrefetchAsksForByItselfIsTaken() {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      run(
          "Album.objects.filter(pk=1).prefetch_related(Prefetch(\"track_set\","
              + " queryset=Track.objects.prefetch_related(\"album\")))");
      assertThat(sent.count()).isEqualTo(3);
    }
  }

  @Test
  void anOrderTakesTheOrderOfExtraAway() {
    String rows = "Genre.objects.extra(order_by=[\"%s\"])%s.values_list(\"pk\")[:1]";
    assertThat(values(rows.formatted("-Genre.GenreId", ""))).containsExactly(List.of(25L));
    assertThat(values(rows.formatted("-Genre.GenreId", ".order_by(\"pk\")")))
        .containsExactly(List.of(1L));
  }

  @Test
  void aPrefetchOfValuesIsRefusedBeforeAnythingIsAsked() {
    assertRefused(
        "Album.objects.prefetch_related(Prefetch(\"track_set\","
            + " queryset=Track.objects.values(\"pk\")))",
        ValueError.class,
        "Prefetch querysets cannot use raw(), values(), and values_list().");
  }

  @Test
  void aRelationByAKeyOfSeveralColumnsIsJoined(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("boxes.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "CREATE TABLE shelf (room INT, number INT, PRIMARY KEY (room, number))");
      statement.executeUpdate(
          "CREATE TABLE box (id INTEGER PRIMARY KEY, room INT, number INT,"
              + " FOREIGN KEY (room, number) REFERENCES shelf (room, number))");
      statement.executeUpdate("INSERT INTO shelf VALUES (1, 2)");
      statement.executeUpdate("INSERT INTO box VALUES (1, 1, 2), (2, NULL, NULL)");
    }
    try (OpenDatabase boxes = OpenDatabase.open(file.toString(), false);
        QueryLog.Capture sent = boxes.log().capture()) {
      String chain = "Box.objects.select_related(\"shelf\").order_by(\"pk\")";
      List<Instance> rows =
          ((Result.Objects) boxes.runner().run(Parser.parse(chain).chain())).rows();
      assertThat(rows.getFirst().related("shelf")).isInstanceOf(Instance.class);
      assertThat(rows.getLast().related("shelf")).isNull();
      assertThat(sent.count()).isEqualTo(1);
    }
  }

  @Test
  void thatNothingExistsIsAValueThatIsAskedFor() {
    try (QueryLog.Capture sent = chinook.log().capture()) {
      assertThat(run("Genre.objects.filter(Exists(Album.objects.none())).count()"))
          .isEqualTo(new Result.Scalar(0L));
      assertThat(run("Genre.objects.filter(~Exists(Album.objects.none())).count()"))
          .isEqualTo(new Result.Scalar(25L));
      assertThat(sent.count()).isEqualTo(2);
    }
  }

  @Test
  void typesThatDoNotGoTogetherMatterOnlyWhereTheyAreAskedFor() {
    String mixed = "Genre.objects.annotate(x=LTrim(Coalesce(\"name\", Value(1))))";
    assertThat(run(mixed + ".count()")).isEqualTo(new Result.Scalar(25L));
    assertRefused(mixed, FieldError.class, "Expression contains mixed types");
  }

  // SQLite's POWER and division of floating numbers know no whole ones; Django cuts off what stands
  // after the point.
  @Test
  void whatIsComputedOfWholeNumbersIsWhole() {
    String cubes =
        "Genre.objects.order_by(\"pk\").annotate(x=F(\"genre_id\") ** 3 / 3).values_list(\"x\")[:3]";
    assertThat(Answer.of(run(cubes)).rows()).containsExactly("[0]", "[2]", "[9]");
    assertThat(run("Genre.objects.filter(pk=2).aggregate(x=Max(F(\"genre_id\") ** 3 / 3))"))
        .isEqualTo(new Result.Scalar(Map.of("x", 2L)));
  }

  @Test
  void noTextIsPartOfWhatIsNotThere() {
    assertThat(run("Genre.objects.exclude(name__contains=Album.objects.none()).count()"))
        .isEqualTo(new Result.Scalar(25L));
  }
}
