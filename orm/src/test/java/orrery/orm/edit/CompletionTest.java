package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.edit.Suggestion.Kind;

/// What is offered where; `|` is the caret.
class CompletionTest {

  private static Completion at(String text) {
    int caret = text.indexOf('|');
    return Completion.at(
        text.substring(0, caret) + text.substring(caret + 1), caret, MusicShop.MODELS);
  }

  private static List<String> labels(String text) {
    return at(text).suggestions().stream().map(Suggestion::label).toList();
  }

  private static Suggestion find(String text, String label) {
    return at(text).suggestions().stream()
        .filter(s -> s.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not among " + labels(text)));
  }

  /// Accepts the suggestion `label`, and returns the text with the caret.
  private static String accept(String text, String label) {
    Suggestion s = find(text, label);
    String after = s.applyTo(text.replace("|", ""));
    return after.substring(0, s.caretAfter()) + "|" + after.substring(s.caretAfter());
  }

  @Test
  void aChainStartsWithAModel() {
    assertThat(labels("|"))
        .containsExactly("Artist", "Album", "Track", "Playlist", "PlaylistTrack", "Biography");
    assertThat(labels("Pl|")).containsExactly("Playlist", "PlaylistTrack");
    assertThat(find("al|", "Album").kind()).isEqualTo(Kind.MODEL);
    assertThat(accept("al|", "Album")).isEqualTo("Album|");
  }

  @Test
  void capitalsOfWordsFindAModel() {
    assertThat(labels("PT|")).containsExactly("PlaylistTrack");
    assertThat(labels("track|")).containsExactly("Track", "PlaylistTrack");
  }

  @Test
  void aWholeNameIsNotOfferedAlone() {
    assertThat(labels("Album|")).isEmpty();
  }

  @Test
  void aModelHasAManagerAndItsMethods() {
    assertThat(labels("Album.|")).startsWith("objects", "all", "filter").contains("raw", "count");
    assertThat(labels("Album.objects.|")).doesNotContain("objects").contains("filter");
    assertThat(accept("Album.objects.fi|", "filter")).isEqualTo("Album.objects.filter(|)");
    assertThat(accept("Album.objects.co|", "count")).isEqualTo("Album.objects.count()|");
    assertThat(accept("Album.objects.fi|(title=1)", "filter"))
        .isEqualTo("Album.objects.filter|(title=1)");
  }

  @Test
  void afterASliceOnlyWhatDjangoAllowsFollows() {
    assertThat(labels("Album.objects.all()[:5].|"))
        .contains("count", "values", "select_related")
        .doesNotContain("filter", "order_by", "update", "raw");
  }

  @Test
  void afterValuesNoRelationsAreLoaded() {
    assertThat(labels("Album.objects.values(\"title\").|"))
        .contains("order_by", "filter")
        .doesNotContain("select_related", "only", "delete");
  }

  @Test
  void afterAUnionLittleFollows() {
    assertThat(labels("Album.objects.union(Album.objects.all()).|"))
        .contains("order_by", "count")
        .doesNotContain("filter", "annotate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Album.objects.count().|",
        "Album.objects.all()[0].|",
        "Album |",
        "Album.objects.all() |",
        "# Al|",
        "Album.objects.all()[1|",
        "nothing.|",
        "Album.objects.filter(title__icontains=\"ti|",
        "Album.objects.filter(title=1|",
        "Album.objects.filter(unknown__|"
      })
  void nothingIsOfferedWhereNothingFits(String text) {
    assertThat(labels(text)).isEmpty();
  }

  @Test
  void aConditionNamesFieldsRelationsInBothDirectionsAndTheKey() {
    assertThat(labels("Album.objects.filter(|)"))
        .startsWith("id", "title", "artist", "released", "state", "track", "pk", "artist_id")
        .contains("Q", "Exists");
    assertThat(find("Album.objects.filter(|)", "title").detail()).isEqualTo("CharField(160)");
    assertThat(find("Album.objects.filter(|)", "artist").detail()).isEqualTo("→ Artist");
    assertThat(find("Album.objects.filter(|)", "track").detail()).isEqualTo("→ many Track");
    assertThat(find("Album.objects.filter(|)", "track").kind()).isEqualTo(Kind.TO_MANY);
    assertThat(find("Album.objects.filter(|)", "id").kind()).isEqualTo(Kind.KEY);
  }

  @Test
  void aPathGoesThroughRelationsForwardsAndBackwards() {
    assertThat(labels("Album.objects.filter(artist__|)")).startsWith("id", "name", "album");
    assertThat(labels("Artist.objects.filter(album__track__playlist__na|)"))
        .containsExactly("name");
    assertThat(accept("Album.objects.filter(artist__na|)", "name"))
        .isEqualTo("Album.objects.filter(artist__name|)");
    assertThat(labels("Artist.objects.exclude(biography__|)")).contains("artist", "isnull");
  }

  @Test
  void onlyTheNameAtTheCaretIsReplaced() {
    assertThat(accept("Album.objects.filter(ar|__name=1)", "artist"))
        .isEqualTo("Album.objects.filter(artist|__name=1)");
    assertThat(accept("Album.objects.filter(ti|xx=1)", "title"))
        .isEqualTo("Album.objects.filter(title|=1)");
  }

  @Test
  void lookupsAreThoseOfTheType() {
    assertThat(labels("Album.objects.filter(title__|)")).startsWith("icontains", "contains");
    assertThat(labels("Album.objects.filter(released__|)"))
        .contains("gte", "range", "year", "iso_week_day")
        .doesNotContain("icontains", "hour", "date");
    assertThat(labels("Track.objects.filter(played_at__|)")).contains("date", "hour");
    assertThat(labels("Track.objects.filter(is_live__|)")).containsExactly("exact", "in", "isnull");
    assertThat(labels("Album.objects.filter(released__year__|)")).startsWith("exact", "gt");
    assertThat(accept("Album.objects.filter(title__ico|)", "icontains"))
        .isEqualTo("Album.objects.filter(title__icontains=|)");
    assertThat(accept("Album.objects.filter(title__ico|=1)", "icontains"))
        .isEqualTo("Album.objects.filter(title__icontains|=1)");
  }

  @Test
  void aWholeNameIsFollowedByWhatMayFollowIt() {
    assertThat(labels("Album.objects.filter(title|)")).startsWith("title=", "title__icontains=");
    assertThat(accept("Album.objects.filter(title|)", "title__icontains="))
        .isEqualTo("Album.objects.filter(title__icontains=|)");
    assertThat(labels("Album.objects.filter(artist|)"))
        .contains("artist=", "artist__name", "artist__isnull=");
    assertThat(labels("Album.objects.order_by(\"artist|\")")).contains("artist__name");
  }

  @Test
  void stringsOfAnOrderArePathsWithOrWithoutAMinus() {
    assertThat(labels("Album.objects.order_by(\"ti|")).containsExactly("title");
    assertThat(accept("Album.objects.order_by(\"-ti|\")", "title"))
        .isEqualTo("Album.objects.order_by(\"-title|\")");
    assertThat(labels("Album.objects.order_by(\"-artist__|\")")).startsWith("id", "name");
  }

  @Test
  void outsideOfQuotesANameIsOfferedWithThem() {
    assertThat(accept("Album.objects.order_by(ti|)", "\"title\""))
        .isEqualTo("Album.objects.order_by(\"title\"|)");
    assertThat(accept("Album.objects.values(ar|)", "\"artist\""))
        .isEqualTo("Album.objects.values(\"artist|\")");
    assertThat(labels("Album.objects.values_list(\"title\", |)")).contains("\"id\"", "flat=");
  }

  @Test
  void selectRelatedLeadsToOneObjectOnly() {
    assertThat(labels("Track.objects.select_related(\"|\")")).containsExactly("album");
    assertThat(labels("Track.objects.select_related(\"album__|\")")).containsExactly("artist");
    assertThat(labels("Artist.objects.select_related(\"|\")")).containsExactly("biography");
  }

  @Test
  void prefetchRelatedNamesRelationsAsObjectsHaveThem() {
    assertThat(labels("Album.objects.prefetch_related(\"|\")"))
        .containsExactly("artist", "track_set");
    assertThat(labels("Album.objects.prefetch_related(\"track_set__|\")"))
        .containsExactly("album", "playlist_set", "playlisttrack_set");
    assertThat(labels("Album.objects.prefetch_related(|)"))
        .contains("\"track_set\"", "Prefetch", "GenericPrefetch");
    assertThat(labels("Album.objects.prefetch_related(Prefetch(\"tr|"))
        .containsExactly("track_set");
    assertThat(
            labels(
                "Album.objects.prefetch_related(Prefetch(\"track_set\", queryset=Track.objects.f|"))
        .contains("filter");
    assertThat(
            labels(
                "Album.objects.prefetch_related(Prefetch(\"track_set\","
                    + " queryset=Track.objects.filter(is|"))
        .startsWith("is_live");
  }

  @Test
  void onlyTakesColumnsOfToOneRelations() {
    assertThat(labels("Album.objects.only(\"|\")"))
        .containsExactly("id", "title", "artist", "released", "state", "artist_id");
  }

  @Test
  void fInsideAFilterNamesFieldsOfTheSameModel() {
    assertThat(labels("Track.objects.filter(name=F(\"al|\"))")).startsWith("album");
    assertThat(labels("Track.objects.filter(name=F(\"album__ti|\"))")).containsExactly("title");
    assertThat(labels("Track.objects.filter(name=F(\"name\").|)")).containsExactly("asc", "desc");
  }

  @Test
  void qTakesConditionsAtAnyDepth() {
    assertThat(labels("Album.objects.filter(Q(artist__na|")).containsExactly("name");
    assertThat(labels("Album.objects.filter(Q(title=1) | ~(Q(sta|".replaceFirst("\\| ~", "& ~")))
        .startsWith("state");
    assertThat(labels("Album.objects.filter(Q(title=1).|)")).isEmpty();
  }

  @Test
  void aggregatesComeFirstInAnnotations() {
    assertThat(labels("Artist.objects.annotate(n=|)")).startsWith("Count", "Sum", "Avg");
    assertThat(accept("Artist.objects.annotate(n=Cou|)", "Count"))
        .isEqualTo("Artist.objects.annotate(n=Count(|))");
    assertThat(labels("Artist.objects.annotate(n=Count(\"al|\"))")).startsWith("album");
    assertThat(labels("Artist.objects.annotate(n=Count(\"album\", |))"))
        .contains("distinct=", "filter=");
    assertThat(labels("Artist.objects.annotate(n=Count(\"album\", distinct=|))"))
        .containsExactly("True", "False");
    assertThat(labels("Artist.objects.annotate(n=Count(\"album\", filter=|))"))
        .containsExactly("Q", "Exists");
    assertThat(labels("Artist.objects.annotate(n=Count(\"album\", filter=Q(album__ti|"))
        .containsExactly("title");
  }

  @Test
  void whatAChainNamedItKnowsLater() {
    String chain = "Artist.objects.annotate(n=Count(\"album\")).";
    assertThat(labels(chain + "filter(|)")).startsWith("n", "id");
    assertThat(find(chain + "filter(|)", "n").detail()).isEqualTo("computed, IntegerField");
    assertThat(labels(chain + "filter(n__|)"))
        .startsWith("exact", "gt")
        .doesNotContain("icontains");
    assertThat(labels(chain + "order_by(\"-n|\")")).startsWith("n");
    assertThat(labels("Artist.objects.annotate(Count(\"album\")).order_by(\"album__c|\")"))
        .containsExactly("album__count");
    assertThat(labels("Artist.objects.annotate(Count(\"album\")).order_by(\"album_|\")"))
        .contains("album__count");
  }

  @Test
  void theValueOfAConditionFitsItsField() {
    assertThat(labels("Track.objects.filter(is_live=|)")).startsWith("True", "False");
    assertThat(labels("Track.objects.filter(album__isnull=|)")).containsExactly("True", "False");
    assertThat(labels("Album.objects.filter(state=|)")).startsWith("\"new\"", "\"old\"");
    assertThat(labels("Album.objects.filter(state=\"n|\")")).containsExactly("new");
    assertThat(labels("Album.objects.filter(released__gte=|)")).startsWith("date", "F");
    assertThat(labels("Album.objects.filter(artist__in=Art|)")).startsWith("Artist");
  }

  @Test
  void aSubqueryLooksOutwards() {
    String inner = "Artist.objects.filter(Exists(Album.objects.filter(artist=OuterRef(\"|\"))))";
    assertThat(labels(inner)).startsWith("id", "name").doesNotContain("title");
    assertThat(labels("Artist.objects.filter(Exists(Album.objects.filter(artist=Out|"))
        .contains("OuterRef");
    assertThat(labels("Artist.objects.filter(name=Out|")).doesNotContain("OuterRef");
    assertThat(labels("Artist.objects.filter(Exists(|))")).startsWith("Artist", "Album");
  }

  @Test
  void writesNameOwnFieldsOnly() {
    assertThat(labels("Album.objects.update(|)"))
        .containsExactly("id", "title", "artist", "released", "state");
    assertThat(accept("Album.objects.update(ti|)", "title"))
        .isEqualTo("Album.objects.update(title=|)");
    assertThat(labels("Album.objects.get_or_create(title=\"x\", defaults={\"sta|\": 1})"))
        .containsExactly("state");
  }

  @Test
  void datesAreCutToAKind() {
    assertThat(labels("Album.objects.dates(\"|\")")).containsExactly("artist", "released");
    assertThat(labels("Album.objects.dates(\"released\", \"|\")"))
        .containsExactly("year", "month", "week", "day");
    assertThat(labels("Album.objects.dates(\"released\", \"year\", order=\"|\")"))
        .containsExactly("ASC", "DESC");
  }

  @Test
  void aChainOverSeveralLinesWithCommentsIsOneChain() {
    assertThat(
            labels(
                """
                Album.objects  # all of them (
                  .filter(title="a")
                  .order_by("|
                """))
        .startsWith("id", "title");
  }

  @Test
  void parenthesesAroundAChainOrAnExpressionChangeNothing() {
    assertThat(labels("(\n    Album.objects.filter(title=\"a\")\n    .or|")).contains("order_by");
    assertThat(labels("(Album.objects.all()).or|")).contains("order_by");
    assertThat(labels("Album.objects.order_by((F(\"title\")).|")).containsExactly("asc", "desc");
  }

  @Test
  void theCallAroundTheCaretIsSaid() {
    Signature signature =
        at("Artist.objects.annotate(n=Count(\"album\", |))").signature().orElseThrow();
    assertThat(signature)
        .hasToString("Count(expression, distinct=False, filter=None, default=None)");
    assertThat(signature.active()).isEqualTo(1);
    assertThat(at("Album.objects.filter(title=|)").signature().orElseThrow().active()).isEqualTo(1);
    assertThat(at("Album.objects.values_list(\"a\", flat=|)").signature().orElseThrow().active())
        .isEqualTo(1);
    assertThat(at("Album.objects.|").signature()).isEmpty();
  }

  @Test
  void everyPrefixOfALongChainIsAnswered() {
    String chain =
        "Artist.objects.annotate(n=Count(\"album\", filter=Q(album__title__in=[\"a\", 'b']))).filter("
            + "Q(n__gt=1) | ~Q(name=F(\"name\"))).prefetch_related(Prefetch(\"album_set\", queryset="
            + "Album.objects.order_by(\"-released\")[:3], to_attr=\"x\"))[1:5]";
    for (int caret = 0; caret <= chain.length(); caret++) {
      for (Suggestion s : Completion.at(chain, caret, MusicShop.MODELS).suggestions()) {
        assertThat(s.start()).isLessThanOrEqualTo(caret);
        assertThat(s.end()).isGreaterThanOrEqualTo(caret);
        assertThat(s.caret()).isBetween(0, s.insert().length());
      }
    }
  }
}
