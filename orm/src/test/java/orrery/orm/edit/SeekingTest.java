package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;

/// Which queries come in the order of their keys, and how a place in them is found.
class SeekingTest {
  private static Query query(String text) {
    return Parser.parse("Track.objects" + text).chain().query();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".all() | .order_by(\"id\").filter(id__gte=7)",
        ".order_by(\"-id\") | .order_by(\"-id\").filter(id__lte=7)",
        ".order_by(\"pk\") | .order_by(\"id\").filter(id__gte=7)",
        ".filter(album__artist__name=\"x\") |"
            + " .filter(album__artist__name=\"x\").order_by(\"id\").filter(id__gte=7)",
      })
  void aPlaceIsFoundByTheKeyOfARow(String from, String to) {
    Seeking seeking = Seeking.of(MusicShop.MODELS, query(from)).orElseThrow();
    assertThat(Printer.print(new Chain(seeking.from(7L)))).isEqualTo("Track.objects" + to);
    assertThat(seeking.isSaid()).isEqualTo(from.contains("order_by"));
    assertThat(Sorting.of(seeking.reversed()).getFirst().descending())
        .isNotEqualTo(seeking.descending());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".order_by(\"name\")",
        ".order_by(\"id\", \"name\")",
        ".order_by(F(\"id\").desc(nulls_last=True))",
        ".filter(playlist__name=\"x\")",
        ".filter(price__gt=F(\"id\"))",
        ".values(\"album\")",
        ".distinct()",
        ".all()[:5]",
        ".all().union(Track.objects.all())",
      })
  void otherRowsAreNotSought(String text) {
    assertThat(Seeking.of(MusicShop.MODELS, query(text))).isEmpty();
  }
}
