package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Loading.Mode;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// The cards of a chain and the forms they are drawn as.
class CardTest {

  private static Draft draft(String text) {
    return Draft.of(Parser.parse(text).chain());
  }

  private static List<Step> steps(String text) {
    return Parser.parse(text).chain().query().steps();
  }

  private static String text(String model, List<Step> steps) {
    return Printer.print(new Chain(new Query(model, steps)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "filter(id=1).exclude(id=2) | WHERE EXCLUDE",
        "values(\"artist\").annotate(n=Count(\"id\")).filter(n__gt=1) | SUMMARIZE HAVING",
        "annotate(n=Count(\"track\")).annotate(m=F(\"n\") + 1) | SUMMARIZE COMPUTE",
        "select_related(\"artist\").prefetch_related(\"track_set\") | LOAD",
        "prefetch_related(\"track_set\").select_related(\"artist\") | LOAD LOAD",
        "order_by(\"title\")[:5] | ORDER SLICE",
        "values(\"title\").distinct() | COLUMNS DISTINCT",
        "reverse().none() | TEXT TEXT",
        "union(Album.objects.all()) | COMBINE",
      })
  void stepsAreSeenAsCards(String chain, String kinds) {
    List<Card> cards = Card.of(draft("Album.objects." + chain));
    assertThat(cards.stream().map(c -> c.kind().name()).toList()).containsExactly(kinds.split(" "));
    assertThat(cards.getLast().to()).isEqualTo(draft("Album.objects." + chain).slots().size());
  }

  @Test
  void aMutedStepAndOneThatIsAskedAreTwoCards() {
    Draft draft = draft("Album.objects.values(\"artist\").annotate(n=Count(\"id\"))");
    assertThat(Card.of(draft.mute(0, 1, true))).hasSize(2);
    assertThat(Card.of(draft.mute(0, 2, true))).hasSize(1);
  }

  @Test
  void aSummaryIsTakenApartAndPutTogether() {
    String chain =
        "Album.objects.values(\"artist__name\").annotate(n=Count(\"track\", distinct=True,"
            + " filter=Q(track__price__gt=1)))";
    Summary summary = Summary.of(steps(chain)).orElseThrow();
    assertThat(summary.by()).containsExactly("artist__name");
    assertThat(summary.values().getFirst().distinct()).isTrue();
    assertThat(text("Album", summary.steps())).isEqualTo(chain);
    assertThat(text("Album", summary.by(List.of()).steps()))
        .startsWith("Album.objects.annotate(n=");
    assertThat(summary.freeName("Sum", "track__price")).isEqualTo("price_sum");
    assertThat(Summary.of(steps("Album.objects.annotate(n=Count(\"track\") + 1)"))).isEmpty();
  }

  @Test
  void conditionsOfAnAggregateAreText() {
    assertThat(Aggregate.condition("price__gt=1, name=\"x\"").map(Aggregate::text))
        .contains("Q(name=\"x\", price__gt=1)");
    assertThat(Aggregate.condition("price__gt=1").map(Aggregate::text)).contains("price__gt=1");
    assertThat(Aggregate.condition("price__gt=")).isEmpty();
  }

  @Test
  void anOrderIsTakenApartAndPutTogether() {
    String chain = "Album.objects.order_by(\"title\", \"-id\", F(\"state\").asc(nulls_last=True))";
    Step.OrderBy order = (Step.OrderBy) steps(chain).getFirst();
    List<OrderKey> keys = OrderKey.of(order.by()).orElseThrow();
    assertThat(keys).extracting(OrderKey::path).containsExactly("title", "id", "state");
    assertThat(new Step.OrderBy(keys.stream().map(OrderKey::selection).toList())).isEqualTo(order);
    assertThat(OrderKey.of(((Step.OrderBy) steps("A.objects.order_by(Lower(\"x\"))").get(0)).by()))
        .isEmpty();
  }

  @Test
  void relationsAreJoinedPrefetchedOrNot() {
    List<Loading.Relation> ofAlbum = Loading.relations(MusicShop.MODELS, "Album", "", "");
    Loading.Relation artist =
        ofAlbum.stream().filter(r -> r.name().equals("artist")).findFirst().get();
    Loading.Relation tracks =
        ofAlbum.stream().filter(r -> r.prefetch().equals("track_set")).findFirst().get();
    assertThat(tracks.join()).isEmpty();
    Loading loading =
        new Loading(List.of(), List.of()).with(artist, Mode.JOIN).with(tracks, Mode.PREFETCH);
    assertThat(text("Album", loading.steps()))
        .isEqualTo("Album.objects.select_related(\"artist\").prefetch_related(\"track_set\")");
    assertThat(Loading.of(loading.steps())).contains(loading);
    assertThat(loading.mode(artist)).isEqualTo(Mode.JOIN);
    assertThat(loading.with(artist, Mode.PREFETCH).mode(artist)).isEqualTo(Mode.PREFETCH);
    assertThat(loading.with(tracks, Mode.NOT).steps()).hasSize(1);
    Query some = Parser.parse("Track.objects.filter(price__gt=1)").chain().query();
    Loading narrowed = loading.narrow(tracks, Optional.of(some), Optional.of("dear"));
    assertThat(text("Album", narrowed.steps()))
        .contains(
            "Prefetch(\"track_set\", queryset=Track.objects.filter(price__gt=1),"
                + " to_attr=\"dear\")");
  }

  @Test
  void aRelationBehindAToManyOneCanOnlyBePrefetched() {
    Loading.Relation album =
        Loading.relations(MusicShop.MODELS, "Track", "", "album_set__track_set").stream()
            .filter(r -> r.name().equals("album"))
            .findFirst()
            .get();
    assertThat(album.join()).isEmpty();
    assertThat(album.prefetch()).isEqualTo("album_set__track_set__album");
  }

  @Test
  void whatNoFormDrawsIsText() {
    assertThat(StepText.of(new Step.Reverse())).isEqualTo(".reverse()");
    assertThat(StepText.steps(".reverse()[:5]")).hasSize(2);
    assertThat(StepText.terminal(".count()").getClass().getSimpleName()).isEqualTo("Count");
    assertThat(StepText.queries("Album.objects.all(), Album.objects.filter(id=1)").orElseThrow())
        .hasSize(2);
    assertThat(StepText.named("n", "F(\"id\") + 1").map(StepText::text)).contains("F(\"id\") + 1");
    assertThat(StepText.named("1n", "F(\"id\")")).isEmpty();
  }
}
