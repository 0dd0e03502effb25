package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;

/// Conditions as they are typed above a column.
class ColumnFilterTest {
  private static final Ground TRACK = new Ground(MusicShop.MODELS, "Track");

  private static ColumnFilter on(String path) {
    return new ColumnFilter(
        TRACK, path, path.equals("album") ? Optional.of("album__title") : Optional.empty());
  }

  private static Query query(String text) {
    return Parser.parse(text).chain().query();
  }

  private static String print(Query query) {
    return Printer.print(new Chain(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "price | >5 | .filter(price__gt=5)",
        "price | <=2.5 | .filter(price__lte=2.5)",
        "price | 3 | .filter(price=3)",
        "price | !3 | .exclude(price=3)",
        "price | 1..2 | .filter(price__range=(1, 2))",
        "price | 1.. | .filter(price__gte=1)",
        "price | 1, 2 | .filter(price__in=[1, 2])",
        "price | !1, 2 | .exclude(price__in=[1, 2])",
        "price | null | .filter(price__isnull=True)",
        "price | !null | .filter(price__isnull=False)",
        "name | rock | .filter(name__icontains=\"rock\")",
        "name | !rock | .exclude(name__icontains=\"rock\")",
        "name | =rock | .filter(name=\"rock\")",
        "name | rock* | .filter(name__istartswith=\"rock\")",
        "name | *rock | .filter(name__iendswith=\"rock\")",
        "name | '' | .filter(name=\"\")",
        "name | \"a, b\" | .filter(name__icontains=\"a, b\")",
        "name | a, b | .filter(name__in=[\"a\", \"b\"])",
        "is_live | yes | .filter(is_live=True)",
        "played_at | 2005 | .filter(played_at__year=2005)",
        "album | 7 | .filter(album=7)",
        "album | rock | .filter(album__title__icontains=\"rock\")",
      })
  void whatIsTypedIsACondition(String path, String text, String steps) {
    Query filtered = on(path).put(new Query("Track"), text).orElseThrow();
    assertThat(print(filtered)).isEqualTo("Track.objects" + steps);
    String shown = on(path).text(filtered);
    assertThat(on(path).put(new Query("Track"), shown)).contains(filtered);
    assertThat(on(path).put(filtered, "")).contains(new Query("Track"));
  }

  @Test
  void anotherTextTakesThePlaceOfTheFirst() {
    Query before =
        query("Track.objects.filter(name__icontains=\"a\", price__gt=1).order_by(\"id\")[:5]");
    assertThat(on("price").text(before)).isEqualTo(">1");
    assertThat(print(on("price").put(before, "<3").orElseThrow()))
        .isEqualTo("Track.objects.filter(name__icontains=\"a\", price__lt=3).order_by(\"id\")[:5]");
    assertThat(on("is_live").text(before)).isEmpty();
  }

  @Test
  void whatCannotBeSaidAboveAColumnIsLeftAlone() {
    Query before =
        query("Track.objects.filter(Q(price=1) | Q(price=2)).filter(price__gt=F(\"id\"))");
    assertThat(on("price").text(before)).isEqualTo("> =F(\"id\")");
    Query either = query("Track.objects.filter(Q(price=1) | Q(price=2))");
    assertThat(on("price").text(either)).isEmpty();
    assertThat(print(on("price").put(either, "3").orElseThrow()))
        .isEqualTo("Track.objects.filter(Q(price=1) | Q(price=2)).filter(price=3)");
  }

  @Test
  void whatIsNoValueIsNotUnderstood() {
    assertThat(on("price").put(new Query("Track"), "cheap")).isEmpty();
    assertThat(on("played_at").put(new Query("Track"), ">yesterday")).isEmpty();
  }

  @Test
  void aConditionStandsBehindWhatGivesItsName() {
    Query before =
        query("Track.objects.values(\"album\").annotate(n=Count(\"id\")).order_by(\"n\")");
    ColumnFilter n = new ColumnFilter(TRACK, "n", Optional.empty());
    assertThat(print(n.put(before, "=3").orElseThrow()))
        .contains(".annotate(n=Count(\"id\")).filter(n=");
    assertThat(Filtering.canFilter(query("Track.objects.all().union(Track.objects.all())")))
        .isFalse();
  }
}
