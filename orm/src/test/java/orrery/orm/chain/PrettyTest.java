package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A long chain in lines, as Python's formatters write it.
class PrettyTest {

  private static String pretty(String text, int width) {
    return Printer.pretty(Parser.parse(text).chain(), width);
  }

  @Test
  void whatFitsStaysOnOneLine() {
    assertThat(pretty("Album.objects.filter(a=1).count()", 80))
        .isEqualTo("Album.objects.filter(a=1).count()");
  }

  @Test
  void aLongChainHasOneStepALineInParentheses() {
    assertThat(
            pretty(
                "Album.objects.filter(artist__name='AC/DC').prefetch_related('track_set')"
                    + ".order_by('title')[:5]",
                60))
        .isEqualTo(
            """
            (
                Album.objects.filter(artist__name="AC/DC")
                .prefetch_related("track_set")
                .order_by("title")[:5]
            )\
            """);
  }

  @Test
  void aLongStepHasOneArgumentALine() {
    assertThat(
            pretty(
                "Album.objects.filter(Q(artist__name='AC/DC') | Q(artist__name='Accept'),"
                    + " artist__in=Artist.objects.filter(name__startswith='A').order_by('name'),"
                    + " genre__in=Genre.objects.all().order_by('name'),"
                    + " pk__in=[1, 2]).count()",
                44))
        .isEqualTo(
            """
            (
                Album.objects.filter(
                    Q(artist__name="AC/DC")
                    | Q(artist__name="Accept"),
                    artist__in=Artist.objects.filter(
                        name__startswith="A",
                    ).order_by("name"),
                    genre__in=Genre.objects.all()
                        .order_by("name"),
                    pk__in=[1, 2],
                )
                .count()
            )\
            """);
  }

  @Test
  void aSingleStepNeedsNoParentheses() {
    assertThat(pretty("Album.objects.values_list('title', 'artist__name', flat=False)", 40))
        .isEqualTo(
            """
            Album.objects.values_list(
                "title",
                "artist__name",
            )\
            """);
  }

  @Test
  void mergedQuerysetsStandOneALine() {
    assertThat(pretty("Album.objects.filter(a=1) | Album.objects.filter(b=2)", 32))
        .isEqualTo(
            """
            (
                Album.objects.filter(a=1)
                | Album.objects.filter(b=2)
            )\
            """);
  }
}
