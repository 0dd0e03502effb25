package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;

/// What is said before something goes wrong silently.
class WarningsTest {

  private static List<Warning> warnings(String text) {
    return Warnings.of(MusicShop.MODELS, Draft.of(Parser.parse(text).chain()));
  }

  private static String mended(String text) {
    Draft draft = warnings(text).getFirst().fix().orElseThrow().draft();
    assertThat(Warnings.of(MusicShop.MODELS, draft)).isEmpty();
    return Printer.print(draft.chain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Album.objects.all()",
        "Album.objects.filter(artist__name=\"x\").order_by(\"artist__name\")[:5]",
        "Album.objects.annotate(n=Count(\"track\")).filter(n__gt=3)",
        "Album.objects.filter(track__price__gt=1).distinct()",
        "Album.objects.filter(track__isnull=True)",
        "Album.objects.exclude(track__price__gt=1)",
        "Track.objects.filter(id=3).delete()",
        "Artist.objects.annotate(a=Max(\"album__id\"), b=Max(\"biography__id\"))",
      })
  void aSoundChainIsLeftAlone(String text) {
    assertThat(warnings(text)).isEmpty();
  }

  @Test
  void aFilterAlongManyRepeatsRows() {
    assertThat(warnings("Album.objects.filter(track__price__gt=1)").getFirst().words())
        .contains("once for each track");
    assertThat(mended("Album.objects.filter(track__price__gt=1)"))
        .isEqualTo("Album.objects.filter(track__price__gt=1).distinct()");
  }

  @Test
  void aggregatesAlongTwoWaysToManyDisturbEachOther() {
    String text =
        "Album.objects.annotate(n=Count(\"track\"), m=Count(\"track__playlist\", distinct=True))";
    assertThat(warnings(text)).singleElement().satisfies(w -> assertThat(w.words()).contains("n "));
    assertThat(mended(text)).contains("n=Count(\"track\", distinct=True)");
  }

  @Test
  void anOrderAlongManyRepeatsRows() {
    assertThat(warnings("Album.objects.order_by(\"track__price\")").getFirst().words())
        .contains("once for each track");
  }

  @Test
  void aSliceWantsAnOrder() {
    assertThat(mended("Album.objects.all()[:5]")).isEqualTo("Album.objects.order_by(\"pk\")[:5]");
  }

  @Test
  void aSliceAlongManyCountsRepeatedRows() {
    assertThat(warnings("Album.objects.filter(track__price__gt=1).order_by(\"id\")[:5]"))
        .extracting(Warning::slot)
        .contains(2);
  }

  @Test
  void notInWithNullsLeavesNothing() {
    String text = "Album.objects.exclude(id__in=Note.objects.values(\"album\"))";
    assertThat(Warnings.of(NullableNotes.MODELS, Draft.of(Parser.parse(text).chain())))
        .singleElement()
        .satisfies(w -> {
          Draft draft = w.fix().orElseThrow().draft();
          assertThat(Printer.print(draft.chain()))
              .contains("Note.objects.filter(album__isnull=False).values(\"album\")");
          assertThat(Warnings.of(NullableNotes.MODELS, draft)).isEmpty();
        });
  }

  @Test
  void whatChangesEverythingIsSaidToDoSo() {
    assertThat(warnings("Album.objects.all().delete()").getFirst().words())
        .isEqualTo("This deletes every Album: no step says which.");
    assertThat(warnings("Album.objects.update(title=\"x\")").getFirst().slot()).isEqualTo(0);
  }

  @Test
  void whatIsJoinedCanBeAskedInASubquery() {
    Warning warning =
        warnings("Album.objects.filter(title=\"x\", track__price__gt=1, track__name=\"y\")")
            .getFirst();
    assertThat(warning.fixes())
        .extracting(Warning.Fix::words)
        .containsExactly("Only once each", "Ask whether there is any");
    Draft draft = warning.fixes().getLast().draft();
    assertThat(Warnings.of(MusicShop.MODELS, draft)).isEmpty();
    assertThat(Printer.print(draft.chain()))
        .isEqualTo(
            "Album.objects.filter(Exists(Track.objects.filter(album=OuterRef(\"pk\"), price__gt=1,"
                + " name=\"y\")), title=\"x\")");
  }

  @Test
  void columnsOfManyCanBeLoadedAlong() {
    Warning warning = warnings("Album.objects.values(\"title\", \"track__name\")").getFirst();
    assertThat(warning.words()).contains("a row for each track");
    assertThat(Printer.print(warning.fix().orElseThrow().draft().chain()))
        .isEqualTo("Album.objects.prefetch_related(\"track_set\")");
  }
}
