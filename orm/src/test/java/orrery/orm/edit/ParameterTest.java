package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Chain;

/// Values that a chain leaves open under a name.
class ParameterTest {
  private static Chain parse(String text) {
    return Parser.parse(text).chain();
  }

  private static List<Parameter> of(String text) {
    return Parameter.of(MusicShop.MODELS, parse(text));
  }

  private static String bound(String text, Map<String, String> values) {
    return Printer.print(Parameter.bind(MusicShop.MODELS, parse(text), values));
  }

  @Test
  void aParameterIsPartOfTheLanguageAndPrintedAsItWasRead() {
    String text = "Track.objects.filter(name=Param(\"name\", default=\"x\"))";
    assertThat(Printer.print(parse(text))).isEqualTo(text);
  }

  @Test
  void itsTypeIsThatOfWhatItIsComparedWith() {
    Parameter released =
        of("Track.objects.filter(Q(price=1) | ~Q(album__released__gte=Param(\"since\")))")
            .getFirst();
    assertThat(released.name()).isEqualTo("since");
    assertThat(released.path()).isEqualTo("album__released");
    assertThat(released.words()).startsWith("album › released ");
    assertThat(released.example()).isEqualTo("2026-08-01");
    assertThat(released.initialText()).isEmpty();
  }

  @Test
  void eachIsAskedForOnceInTheOrderOfTheChain() {
    assertThat(
            of(
                "Track.objects.filter(name=Param(\"b\"), price=Param(\"a\", default=3))"
                    + ".exclude(album__title=Param(\"b\"))"))
        .extracting(Parameter::name, Parameter::initialText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", ""),
            org.assertj.core.groups.Tuple.tuple("a", "3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Param(\"p\") | 12 | name=\"12\"",
        "name__icontains=Param(\"p\") | it's \"so\" | name__icontains=\"it's \\\"so\\\"\"",
        "price__gte=Param(\"p\") | 12 | price__gte=12",
        "name__in=Param(\"p\") | a, b | name__in=[\"a\", \"b\"]",
        "album__released=Param(\"p\") | 2020-02-03 | album__released=date(2020, 2, 3)",
        "price__gt=F(\"id\") + Param(\"p\") | 7 | price__gt=F(\"id\") + 7",
      })
  void whatIsTypedBecomesAValueInTheTree(String inside, String typed, String expected) {
    assertThat(bound("Track.objects.filter(" + inside + ")", Map.of("p", typed)))
        .isEqualTo("Track.objects.filter(" + expected + ")");
  }

  @Test
  void textThatLooksLikeAChainStaysText() {
    assertThat(
            bound(
                "Track.objects.filter(name=Param(\"p\"))",
                Map.of("p", "\") | Q(id__gt=0); DROP TABLE track --")))
        .isEqualTo("Track.objects.filter(name=\"\\\") | Q(id__gt=0); DROP TABLE track --\")");
  }

  @Test
  void whereNothingIsTypedItsOwnValueIsTaken() {
    String text = "Track.objects.filter(name=Param(\"p\", default=\"x\"))";
    assertThat(bound(text, Map.of("p", ""))).isEqualTo("Track.objects.filter(name=\"x\")");
    assertThat(bound(text, Map.of("p", "y"))).isEqualTo("Track.objects.filter(name=\"y\")");
  }

  @Test
  void aValueThatIsMissingOrWrongIsTold() {
    String text = "Track.objects.filter(price=Param(\"p\"))";
    assertThatThrownBy(() -> bound(text, Map.of()))
        .isInstanceOf(ValueError.class)
        .hasMessageContaining("The parameter 'p' has no value yet.");
    assertThatThrownBy(() -> bound(text, Map.of("p", "many")))
        .isInstanceOf(OrmError.class)
        .hasMessageContaining("'many' is no value for the parameter 'p'.");
  }

  @Test
  void aChainWithoutParametersIsTheSameChain() {
    Chain chain = parse("Track.objects.filter(name=\"Param\")[:3].count()");
    assertThat(Parameter.bind(MusicShop.MODELS, chain, Map.of("p", "1"))).isSameAs(chain);
  }
}
