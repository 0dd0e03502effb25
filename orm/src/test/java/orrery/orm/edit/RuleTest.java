package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.query.Condition;
import orrery.orm.query.Step;

/// Conditions taken apart into a path, words and a value.
class RuleTest {

  private static final Ground TRACK = new Ground(MusicShop.MODELS, "Track");

  private static Condition condition(String inside) {
    Step step = Parser.parse("Track.objects.filter(" + inside + ")").chain().query().steps().get(0);
    return ((Step.Filter) step).conditions().getFirst();
  }

  private static Rule rule(String inside) {
    return Rule.of(condition(inside), TRACK).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name__icontains=\"x\" | name | contains | x",
        "~Q(name=\"x\") | name | is not | x",
        "album__artist__name__in=[\"a\", \"b\"] | album__artist__name | is one of | a, b",
        "price__gte=2 | price | is at least | 2",
        "album__released__range=(date(2000, 1, 1), date(2001, 2, 3)) | album__released | is between"
            + " | 2000-01-01, 2001-02-03",
        "played_at__year=2005 | played_at | the year is | 2005",
        "playlist__isnull=False | playlist | has any | false",
        "album__isnull=True | album | is null | true",
        "price__gt=F(\"album\") | price | is more than | =F(\"album\")",
        "pk=3 | pk | is | 3",
      })
  void aConditionIsReadInWords(String inside, String path, String words, String value) {
    Rule rule = rule(inside);
    assertThat(rule.path()).isEqualTo(path);
    assertThat(rule.operator().words()).isEqualTo(words);
    assertThat(ValueText.of(rule.value())).isEqualTo(value);
    assertThat(rule.condition()).isEqualTo(condition(inside));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q(a=1) | Q(b=2)", "Exists(Album.objects.all())", "nmae=1"})
  void whatNoFormDrawsIsLeftAlone(String inside) {
    assertThat(Rule.of(condition(inside), TRACK)).isEmpty();
  }

  @Test
  void aRuleStartsWithSomethingThatCanBeAsked() {
    assertThat(Printer.print(Rule.start("name", TRACK).condition()))
        .isEqualTo("Q(name__icontains=\"\")");
    assertThat(Printer.print(Rule.start("price", TRACK).condition())).isEqualTo("Q(price=0)");
    assertThat(Printer.print(Rule.start("playlist", TRACK).condition()))
        .isEqualTo("Q(playlist__isnull=False)");
  }

  @Test
  void aValueStaysWhereTheNextOperatorCanTakeIt() {
    Meaning name = TRACK.meaning("name");
    Operator many =
        Operator.of(name).stream().filter(o -> o.words().equals("is one of")).findFirst().get();
    assertThat(Printer.print(rule("name=\"a\"").with(many, TRACK).condition()))
        .isEqualTo("Q(name__in=[\"a\"])");
    Operator isNull =
        Operator.of(name).stream().filter(o -> o.words().equals("is null")).findFirst().get();
    assertThat(Printer.print(rule("name=\"a\"").with(isNull, TRACK).condition()))
        .isEqualTo("Q(name__isnull=True)");
  }

  @Test
  void typedTextsBecomeValuesOfTheFieldsType() {
    Operator is = rule("price=1").operator();
    assertThat(ValueText.read("2.5", is, TRACK.meaning("price")).map(Printer::print))
        .contains("2.5");
    assertThat(ValueText.read("cheap", is, TRACK.meaning("price"))).isEmpty();
    assertThat(ValueText.read("2005-07-28", is, TRACK.meaning("played_at")).map(Printer::print))
        .contains("date(2005, 7, 28)");
    assertThat(ValueText.read("2005-02-31", is, TRACK.meaning("played_at"))).isEmpty();
    assertThat(ValueText.read("yes", is, TRACK.meaning("is_live")).map(Printer::print))
        .contains("True");
    assertThat(ValueText.read("=F(\"name\")", is, TRACK.meaning("name")).map(Printer::print))
        .contains("F(\"name\")");
    assertThat(ValueText.read("=F(", is, TRACK.meaning("name"))).isEmpty();
  }

  @Test
  void aPathGoesOnForwardsAndBackwards() {
    List<PathChoice> choices = new Ground(MusicShop.MODELS, "Album").choices("");
    assertThat(choices)
        .extracting(PathChoice::name, PathChoice::kind, PathChoice::target)
        .contains(
            org.assertj.core.groups.Tuple.tuple("id", PathChoice.Kind.KEY, ""),
            org.assertj.core.groups.Tuple.tuple("title", PathChoice.Kind.FIELD, ""),
            org.assertj.core.groups.Tuple.tuple("artist", PathChoice.Kind.FORWARD, "Artist"),
            org.assertj.core.groups.Tuple.tuple("track", PathChoice.Kind.BACK_MANY, "Track"));
    assertThat(new Ground(MusicShop.MODELS, "Album").choices("artist"))
        .extracting(PathChoice::path)
        .contains("artist__name", "artist__album", "artist__biography");
  }

  @Test
  void namesThatEarlierStepsGaveAreOffered() {
    Draft draft =
        Draft.of(
            Parser.parse("Artist.objects.annotate(n=Count(\"album\"), low=Lower(\"name\"))")
                .chain());
    Ground ground = Ground.before(MusicShop.MODELS, draft, 1);
    assertThat(ground.choices("").getFirst().kind()).isEqualTo(PathChoice.Kind.GIVEN);
    assertThat(ground.meaning("n").type().isNumeric()).isTrue();
    assertThat(Ground.before(MusicShop.MODELS, draft.mute(0, 1, true), 1).given()).isEmpty();
  }
}
