package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Condition.And;
import orrery.orm.query.Condition.Lookup;
import orrery.orm.query.Condition.Not;
import orrery.orm.query.Condition.Or;
import orrery.orm.query.Expr;
import orrery.orm.query.Expr.Call;
import orrery.orm.query.Expr.Literal;
import orrery.orm.query.Expr.Ref;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// What a text asks, as a tree.
class ParserTest {

  private static Chain parse(String text) {
    return Parser.parse(text).chain();
  }

  private static Step step(String text) {
    return parse("Album.objects." + text).query().steps().getLast();
  }

  private static Terminal terminal(String text) {
    return parse("Album.objects." + text).terminal();
  }

  private static Condition condition(String text) {
    return ((Step.Filter) step("filter(" + text + ")")).conditions().getFirst();
  }

  private static Expr expr(String text) {
    return ((Lookup) condition("x=" + text)).value();
  }

  private static Lookup lookup(String path, Object value) {
    return new Lookup(path, new Literal(value));
  }

  private static Expr call(String name, Expr... args) {
    return new Call(name, List.of(args), List.of());
  }

  private static Literal text(String text) {
    return new Literal(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Album",
        "Album.objects",
        "Album.objects.all()",
        "models.Album.objects.all()",
        " Album # the records\n . objects\n\t.all ( )  # all of them",
        "(Album.objects.all())",
        "(\n    Album.objects\n    .all()\n)",
        "Album\\\n.objects",
        "list(Album.objects.all())",
        "\uFEFFAlbum"
      })
  void aModelAloneAsksForAllItsObjects(String text) {
    assertThat(parse(text)).isEqualTo(new Chain(new Query("Album")));
  }

  @Test
  void theAllBetweenAManagerAndASliceIsNoStep() {
    Chain slice = new Chain(new Query("Album", List.of(new Step.Slice(0, OptionalInt.of(5)))));
    assertThat(parse("Album.objects.all()[:5]")).isEqualTo(slice);
    assertThat(parse("Album.objects[:5]")).isEqualTo(slice);
    assertThat(parse("Album[:5]")).isEqualTo(slice);
    assertThat(parse("Album.objects.all().filter()").query().steps())
        .containsExactly(new Step.All(), new Step.Filter(List.of()));
    assertThat(parse("Album.objects.all().delete()"))
        .isEqualTo(new Chain(new Query("Album"), new Terminal.Delete()));
  }

  @Test
  void stepsStandInTheirOrderAndTheEndIsTheTerminal() {
    assertThat(parse("Album.objects.filter(title='x').order_by('-title')[5:10].count()"))
        .isEqualTo(
            new Chain(
                new Query(
                    "Album",
                    List.of(
                        new Step.Filter(List.of(lookup("title", "x"))),
                        new Step.OrderBy(List.of(new Name("-title"))),
                        new Step.Slice(5, OptionalInt.of(10)))),
                new Terminal.Count()));
  }

  @Test
  void slicesMayLeaveOutEitherEnd() {
    assertThat(step("all()[3:]")).isEqualTo(new Step.Slice(3, OptionalInt.empty()));
    assertThat(step("all()[:3]")).isEqualTo(new Step.Slice(0, OptionalInt.of(3)));
    assertThat(step("all()[:]")).isEqualTo(new Step.Slice(0, OptionalInt.empty()));
    assertThat(step("all()[None:3]")).isEqualTo(new Step.Slice(0, OptionalInt.of(3)));
    assertThat(step("all()[2:9][1:]")).isEqualTo(new Step.Slice(1, OptionalInt.empty()));
    assertThat(terminal("all()[7]")).isEqualTo(new Terminal.Index(7));
    assertThat(terminal("all()[1 + 1]")).isEqualTo(new Terminal.Index(2));
  }

  @Test
  void positionalConditionsComeBeforeKeywords() {
    assertThat(step("filter(Q(a=1) | Q(b=2), c=3)"))
        .isEqualTo(
            new Step.Filter(
                List.of(new Or(List.of(lookup("a", 1L), lookup("b", 2L))), lookup("c", 3L))));
    assertThat(step("exclude(('a', 1))")).isEqualTo(new Step.Exclude(List.of(lookup("a", 1L))));
    assertThat(step("filter(**{'class': 1, 'x': 2}, y=3)"))
        .isEqualTo(new Step.Filter(List.of(lookup("class", 1L), lookup("x", 2L), lookup("y", 3L))));
  }

  @Test
  void complexFilterIsAFilter() {
    assertThat(step("complex_filter({'a': 1, 'b': 2})"))
        .isEqualTo(new Step.Filter(List.of(lookup("a", 1L), lookup("b", 2L))));
    assertThat(step("complex_filter(Q(a=1) | Q(b=2))"))
        .isEqualTo(new Step.Filter(List.of(new Or(List.of(lookup("a", 1L), lookup("b", 2L))))));
  }

  @Test
  void conditionsTakeTheFormThatDjangosQGivesThem() {
    And three = new And(List.of(lookup("a", 1L), lookup("b", 2L), lookup("c", 3L)));
    assertThat(condition("Q(a=1) & Q(b=2) & Q(c=3)")).isEqualTo(three);
    assertThat(condition("Q(a=1) & (Q(b=2) & Q(c=3))")).isEqualTo(three);
    assertThat(condition("Q(a=1, b=2, c=3)")).isEqualTo(three);
    assertThat(condition("Q(Q(a=1), Q(b=2), c=3)")).isEqualTo(three);
    assertThat(condition("Q(c=3, a=1, b=2)")).isEqualTo(three);
    assertThat(condition("Q(b=2) & Q(a=1)"))
        .isEqualTo(new And(List.of(lookup("b", 2L), lookup("a", 1L))));
    assertThat(
            Printer.print(Parser.parse("A.objects.filter(Q(b=2) & Q(a=1), Q(d=1, c=2))").chain()))
        .isEqualTo("A.objects.filter(Q(b=2) & Q(a=1), Q(c=2, d=1))");
    assertThat(condition("Q(Q(Q(a=1)))")).isEqualTo(lookup("a", 1L));
    assertThat(condition("Q() | Q(a=1)")).isEqualTo(lookup("a", 1L));
    assertThat(condition("~Q()")).isEqualTo(new And(List.of()));
    assertThat(condition("Q(a=1, b=2, _connector=Q.OR)"))
        .isEqualTo(new Or(List.of(lookup("a", 1L), lookup("b", 2L))));
    assertThat(condition("Q(a=1, _negated=True)")).isEqualTo(new Not(lookup("a", 1L)));
    assertThat(condition("~~Q(a=1)")).isEqualTo(new Not(new Not(lookup("a", 1L))));
  }

  @Test
  void conditionsBindAsInPython() {
    Lookup a = lookup("a", 1L);
    Lookup b = lookup("b", 2L);
    Lookup c = lookup("c", 3L);
    assertThat(condition("Q(a=1) | Q(b=2) & ~Q(c=3)"))
        .isEqualTo(new Or(List.of(a, new And(List.of(b, new Not(c))))));
    assertThat(condition("(Q(a=1) | Q(b=2)) & Q(c=3)"))
        .isEqualTo(new And(List.of(new Or(List.of(a, b)), c)));
    assertThat(condition("Q(a=1) ^ Q(b=2) | Q(c=3)"))
        .isEqualTo(new Or(List.of(new Condition.Xor(List.of(a, b)), c)));
  }

  @Test
  void booleanExpressionsAreConditions() {
    Expr exists =
        new Expr.Exists(
            new Query(
                "Track",
                List.of(new Step.Filter(List.of(new Lookup("album", new Expr.OuterRef("pk")))))));
    assertThat(condition("Exists(Track.objects.filter(album=OuterRef('pk'))) | Q(a=1)"))
        .isEqualTo(new Or(List.of(new Condition.Test(exists), lookup("a", 1L))));
    assertThat(condition("~Exists(Track.objects.filter(album=OuterRef('pk')))"))
        .isEqualTo(new Not(new Condition.Test(exists)));
    assertThat(condition("~F('flag')")).isEqualTo(new Not(new Condition.Test(new Ref("flag"))));
    assertThat(condition("GreaterThan(F('a'), 3)"))
        .isEqualTo(new Condition.Test(call("GreaterThan", new Ref("a"), new Literal(3L))));
  }

  @Test
  void querysetsMerge() {
    Query a = new Query("Album", List.of(new Step.Filter(List.of(lookup("a", 1L)))));
    Query b = new Query("Album", List.of(new Step.Filter(List.of(lookup("b", 2L)))));
    assertThat(parse("Album.objects.filter(a=1) | Album.objects.filter(b=2)"))
        .isEqualTo(new Chain(a.with(new Step.Merge(Step.Connector.OR, b))));
    assertThat(parse("(Album.objects.filter(a=1) ^ Album.objects.filter(b=2)).count()"))
        .isEqualTo(new Chain(a.with(new Step.Merge(Step.Connector.XOR, b)), new Terminal.Count()));
  }

  @Test
  void expressionsBindAsInPython() {
    Ref a = new Ref("a");
    Ref b = new Ref("b");
    assertThat(expr("F('a') + F('b') * 2"))
        .isEqualTo(
            new Expr.Arithmetic(
                Expr.Operator.ADD,
                a,
                new Expr.Arithmetic(Expr.Operator.MULTIPLY, b, new Literal(2L))));
    assertThat(expr("-F('a') ** 2"))
        .isEqualTo(new Expr.Negated(new Expr.Arithmetic(Expr.Operator.POWER, a, new Literal(2L))));
    assertThat(expr("F('a') - F('b') - 1"))
        .isEqualTo(
            new Expr.Arithmetic(
                Expr.Operator.SUBTRACT,
                new Expr.Arithmetic(Expr.Operator.SUBTRACT, a, b),
                new Literal(1L)));
    assertThat(expr("F('a') ** F('b') ** 2"))
        .isEqualTo(
            new Expr.Arithmetic(
                Expr.Operator.POWER,
                a,
                new Expr.Arithmetic(Expr.Operator.POWER, b, new Literal(2L))));
    assertThat(expr("F('a').bitand(3)"))
        .isEqualTo(new Expr.Arithmetic(Expr.Operator.BIT_AND, a, new Literal(3L)));
    assertThat(expr("F('a')[2:5]")).isEqualTo(new Expr.Part(a, 2, OptionalInt.of(5)));
    assertThat(expr("F('a')[0]")).isEqualTo(new Expr.Part(a, 0, OptionalInt.of(1)));
    assertThat(expr("OuterRef(OuterRef('a'))")).isEqualTo(new Expr.OuterRef("a", 2));
  }

  @Test
  void orderingsTakeNamesAndExpressions() {
    assertThat(step("order_by('-a', '?', F('b').desc(nulls_last=True), Lower('c').asc())"))
        .isEqualTo(
            new Step.OrderBy(
                List.of(
                    new Name("-a"),
                    new Name("?"),
                    new Expr.Ordered(new Ref("b"), true, Expr.Nulls.LAST),
                    new Expr.Ordered(call("Lower", text("c")), false, Expr.Nulls.UNSAID))));
    assertThat(step("order_by(OrderBy(F('b'), descending=True, nulls_first=True))"))
        .isEqualTo(
            new Step.OrderBy(List.of(new Expr.Ordered(new Ref("b"), true, Expr.Nulls.FIRST))));
  }

  @Test
  void callsKeepOperandsByPlaceAndOptionsByNameHoweverTheyWereGiven() {
    assertThat(expr("Substr('a', 1, length=2)"))
        .isEqualTo(call("Substr", text("a"), new Literal(1L), new Literal(2L)));
    assertThat(expr("Substr(length=2, expression='a', pos=1)"))
        .isEqualTo(call("Substr", text("a"), new Literal(1L), new Literal(2L)));
    assertThat(expr("Lag('x', default=0)"))
        .isEqualTo(call("Lag", text("x"), new Literal(1L), new Literal(0L)));
    assertThat(expr("ExpressionWrapper(F('a') + 1, IntegerField())"))
        .isEqualTo(expr("ExpressionWrapper(F('a') + 1, output_field=models.IntegerField())"));
    assertThat(expr("Cast('a', output_field=IntegerField())"))
        .isEqualTo(call("Cast", text("a"), call("IntegerField")));
    assertThat(expr("Count('x', Q(a=1), distinct=True, default=None)"))
        .isEqualTo(
            new Call(
                "Count",
                List.of(text("x")),
                List.of(
                    new Named("filter", new Expr.Test(lookup("a", 1L))),
                    new Named("distinct", new Literal(true)))));
  }

  @Test
  void conditionalExpressions() {
    Expr.When first = new Expr.When(lookup("a", 1L), text("x"));
    assertThat(expr("Case(When(a=1, then='x'), default=Value(0))"))
        .isEqualTo(
            new Expr.Case(
                List.of(first),
                Optional.of(new Expr.Value(new Literal(0L), Optional.empty())),
                Optional.empty()));
    assertThat(expr("Case(When(Q(a=1), 'x'))"))
        .isEqualTo(new Expr.Case(List.of(first), Optional.empty(), Optional.empty()));
    assertThat(expr("Case(When(Q(a=1), b=2, then=None))"))
        .isEqualTo(
            new Expr.Case(
                List.of(
                    new Expr.When(
                        new And(List.of(lookup("a", 1L), lookup("b", 2L))), new Literal(null))),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void windows() {
    Expr frame =
        new Call(
            "RowRange",
            List.of(),
            List.of(new Named("start", new Literal(-2L)), new Named("end", new Literal(0L))));
    Expr window =
        new Expr.Window(
            call("Rank"),
            List.of(new Ref("x"), new Ref("z")),
            List.of(new Expr.Ordered(new Ref("y"), true, Expr.Nulls.UNSAID), new Name("-v")),
            Optional.of(frame),
            Optional.empty());
    assertThat(
            expr(
                "Window(expression=Rank(), partition_by=[F('x'), 'z'],"
                    + " order_by=[F('y').desc(), '-v'], frame=RowRange(start=-2, end=0))"))
        .isEqualTo(window);
    assertThat(expr("Window(Rank(), ('x', 'z'), [F('y').desc(), '-v'], RowRange(-2, 0))"))
        .isEqualTo(window);
  }

  @Test
  void prefetches() {
    Query genres = new Query("Genre", List.of(new Step.Filter(List.of(lookup("name", "x")))));
    assertThat(
            step(
                "prefetch_related('track_set', Prefetch('track_set__genre',"
                    + " queryset=Genre.objects.filter(name='x'), to_attr='g'))"))
        .isEqualTo(
            new Step.PrefetchRelated(
                List.of(
                    new Prefetch("track_set"),
                    new Prefetch(
                        "track_set__genre", Optional.of(genres), Optional.of("g"), List.of())),
                false));
    assertThat(step("prefetch_related(models.Prefetch(lookup='a', queryset=None))"))
        .isEqualTo(new Step.PrefetchRelated(List.of(new Prefetch("a")), false));
    assertThat(step("prefetch_related(GenericPrefetch('a', [Genre.objects.all(), Tag.objects]))"))
        .isEqualTo(
            new Step.PrefetchRelated(
                List.of(
                    new Prefetch(
                        "a",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Query("Genre"), new Query("Tag")))),
                false));
    assertThat(step("prefetch_related(None)")).isEqualTo(new Step.PrefetchRelated(List.of(), true));
  }

  @Test
  void newObjectsOfModelsAreCallsForTheResolverToKnow() {
    assertThat(terminal("bulk_create([Album(title='x'), Album('y')], 100)"))
        .isEqualTo(
            new Terminal.BulkCreate(
                new Expr.Sequence(
                    Expr.Brackets.LIST,
                    List.of(
                        new Call("Album", List.of(), List.of(new Named("title", text("x")))),
                        call("Album", text("y")))),
                List.of(new Named("batch_size", new Literal(100L)))));
    assertThat(terminal("contains(Album(pk=1))"))
        .isEqualTo(
            new Terminal.Contains(
                new Call("Album", List.of(), List.of(new Named("pk", new Literal(1L))))));
    assertThat(expr("Artist(pk=1)"))
        .isEqualTo(new Call("Artist", List.of(), List.of(new Named("pk", new Literal(1L)))));
  }

  @Test
  void rawAndExtraKeepTheirPieces() {
    assertThat(step("raw('select %s', [1], translations={'a': 'b'})"))
        .isEqualTo(
            new Step.Raw(
                "select %s", List.of(new Literal(1L)), List.of(new Named("a", text("b")))));
    assertThat(step("raw('select 1', params=(1, 2))"))
        .isEqualTo(new Step.Raw("select 1", List.of(new Literal(1L), new Literal(2L))));
    assertThat(parse("Album.objects.raw('x', using='other')").query().steps())
        .containsExactly(new Step.Using("other"), new Step.Raw("x", List.of()));
    assertThat(step("extra({'n': '1'}, where=['a=%s'], params=[1], order_by=['-n'])"))
        .isEqualTo(
            new Step.Extra(
                List.of(new Named("n", text("1"))),
                List.of(),
                List.of("a=%s"),
                List.of(new Literal(1L)),
                List.of(),
                List.of(new Name("-n"))));
  }

  @Test
  void aCalculatedStringIsAString() {
    assertThat(step("order_by('-' + 'title')"))
        .isEqualTo(new Step.OrderBy(List.of(new Name("-title"))));
    assertThat(expr("F('a' 'b' + 'c')")).isEqualTo(new Ref("abc"));
  }

  @Test
  void theClockOfDjangoIsTheClockOfTheDatabase() {
    assertThat(expr("timezone.now()")).isEqualTo(call("Now"));
    assertThat(expr("Now()")).isEqualTo(call("Now"));
  }
}
