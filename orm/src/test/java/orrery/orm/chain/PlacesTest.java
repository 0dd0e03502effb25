package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Step;

/// Where the nodes of a chain stand in its text.
class PlacesTest {

  /// Says that `⟦` in `marked` is the place of the character at `offset` of the node that `pick`
  /// takes.
  private static void assertPlace(
      String marked, java.util.function.Function<Parsed, Object> pick, int offset) {
    Parsed parsed = Parser.parse(marked.replace("⟦", ""));
    OrmError error = new FieldError("Cannot resolve").about(pick.apply(parsed), offset);
    assertThat(parsed.place(error).place()).contains(Place.of(marked, marked.indexOf('⟦')));
  }

  private static Step step(Parsed parsed) {
    return parsed.chain().query().steps().getLast();
  }

  private static Condition.Lookup lookup(Parsed parsed) {
    return (Condition.Lookup) ((Step.Filter) step(parsed)).conditions().getLast();
  }

  @Test
  void queriesStandAtTheirModelAndStepsAtTheirMethod() {
    assertPlace("models.⟦Album.objects.all()", p -> p.chain().query(), 0);
    assertPlace("Album.objects\n  .⟦filter(a=1)", PlacesTest::step, 0);
    assertPlace("Album.objects.all()⟦[:5]", PlacesTest::step, 0);
    assertPlace("Album.objects.all().⟦count()", p -> p.chain().terminal(), 0);
    assertPlace(
        "Album.objects.filter(x=⟦Artist.objects.all())",
        p -> ((Expr.ChainValue) lookup(p).value()).query(),
        0);
    assertPlace("Album.objects.all() ⟦| Album.objects.all()", PlacesTest::step, 0);
  }

  @Test
  void lookupsStandAtTheirKeyword() {
    assertPlace("Album.objects.filter(⟦artist__nmae='x')", PlacesTest::lookup, 0);
    assertPlace("Album.objects.filter(artist__⟦nmae='x')", PlacesTest::lookup, 8);
    assertPlace("Album.objects.filter(Q(artist__⟦nmae='x'))", PlacesTest::lookup, 8);
    assertPlace("Album.objects.filter(**{'artist__⟦nmae': 'x'})", PlacesTest::lookup, 8);
    assertPlace("Album.objects.complex_filter({'artist__⟦nmae': 1})", PlacesTest::lookup, 8);
    assertPlace("Album.objects.filter(('artist__⟦nmae', 1))", PlacesTest::lookup, 8);
  }

  @Test
  void stringsStandInsideTheirQuotes() {
    assertPlace(
        "Album.objects.order_by('-artist__⟦nmae')",
        p -> ((Step.OrderBy) step(p)).by().getLast(),
        9);
    assertPlace(
        "Album.objects.prefetch_related(Prefetch(lookup='track_set__⟦gnre'))",
        p -> ((Step.PrefetchRelated) step(p)).lookups().getLast(),
        11);
    assertPlace("Album.objects.filter(x=F('artist__⟦nmae'))", p -> lookup(p).value(), 8);
    assertPlace(
        "Album.objects.filter(x=Lower('artist__⟦nmae'))",
        p -> ((Expr.Call) lookup(p).value()).args().getFirst(),
        8);
    assertPlace("Album.objects.filter(x=OuterRef('⟦nmae'))", p -> lookup(p).value(), 0);
  }

  @Test
  void escapesAndSeveralPiecesAreCountedIn() {
    assertPlace(
        "Album.objects.order_by('''\\x61b''' 'cd⟦e')",
        p -> ((Step.OrderBy) step(p)).by().getLast(),
        4);
    assertPlace(
        "Album.objects.order_by('\\N{BULLET}\\u0061⟦b')",
        p -> ((Step.OrderBy) step(p)).by().getLast(),
        2);
    // Past its end, a string's place is its closing quote.
    assertPlace("Album.objects.order_by('abc⟦')", p -> ((Step.OrderBy) step(p)).by().getLast(), 3);
  }

  @Test
  void valuesStandAtTheirStart() {
    assertPlace("Album.objects.filter(x=⟦date(2005, 7, 28))", p -> lookup(p).value(), 0);
    assertPlace("Album.objects.filter(x=⟦-1)", p -> lookup(p).value(), 0);
    assertPlace("Album.objects.filter(x=⟦Lower('a') + 1)", p -> lookup(p).value(), 0);
    assertPlace("Album.objects.filter(x=functions.⟦Lower('a'))", p -> lookup(p).value(), 0);
    assertPlace("Album.objects.filter(x=⟦[1, 2])", p -> lookup(p).value(), 0);
    assertPlace("Album.objects.filter(x=⟦Case())", p -> lookup(p).value(), 0);
    assertPlace(
        "Album.objects.annotate(⟦n=Count('x'))",
        p -> ((Step.Annotate) step(p)).named().getFirst(),
        0);
  }

  @Test
  void anErrorKeepsThePlaceThatItHas() {
    Parsed parsed = Parser.parse("Album.objects.all()");
    OrmError placed = new FieldError("x").about(parsed.chain().query(), 0).at(new Place(7, 7));
    assertThat(parsed.place(placed).place()).contains(new Place(7, 7));
    assertThat(parsed.place(new FieldError("x")).place()).isEmpty();
    assertThat(parsed.place(new FieldError("x").about(new Name("other"), 0)).place()).isEmpty();
  }
}
