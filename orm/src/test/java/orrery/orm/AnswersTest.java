package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.db.QueryLog;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
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
}
