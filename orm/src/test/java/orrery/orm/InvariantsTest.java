package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.load.Instance;

/// What must hold of any chain, asked of the music shop.
class InvariantsTest {

  private static final List<String> MODELS =
      List.of("Track", "Customer", "Employee", "Invoice", "Album");

  private static final Map<String, List<String>> NUMBERS =
      Map.of(
          "Track", List.of("pk", "milliseconds", "bytes", "album_id", "genre", "unit_price"),
          "Customer", List.of("pk", "support_rep", "support_rep_id"),
          "Employee", List.of("pk", "reports_to", "reports_to_id"),
          "Invoice", List.of("pk", "customer", "total"),
          "Album", List.of("pk", "artist", "artist_id"));

  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "Track", List.of("name", "composer"),
          "Customer", List.of("first_name", "company", "state", "fax", "country"),
          "Employee", List.of("last_name", "title", "city"),
          "Invoice", List.of("billing_city", "billing_state"),
          "Album", List.of("title"));

  private static final Map<String, List<String>> AFAR =
      Map.of(
          "Track", List.of("album__artist__name", "genre__name", "playlist__name"),
          "Customer", List.of("invoice__billing_city", "support_rep__reports_to__title"),
          "Employee", List.of("customer__company", "reports_to__city", "employee__title"),
          "Invoice", List.of("customer__state", "invoiceline__track__composer"),
          "Album", List.of("track__composer", "artist__name", "track__genre__name"));

  private static final Map<String, List<String>> RELATIONS =
      Map.of(
          "Track", List.of("album", "genre", "invoiceline_set", "playlist_set"),
          "Customer", List.of("support_rep", "invoice_set"),
          "Employee", List.of("reports_to", "employee_set", "customer_set"),
          "Invoice", List.of("customer", "invoiceline_set"),
          "Album", List.of("artist", "track_set"));

  private static final Map<String, String> ASKED_BY_THE_OTHER_SIDE =
      Map.ofEntries(
          Map.entry("Track.album", "Album.objects.filter(track=%s)"),
          Map.entry("Track.genre", "Genre.objects.filter(track=%s)"),
          Map.entry("Track.invoiceline_set", "InvoiceLine.objects.filter(track=%s)"),
          Map.entry("Track.playlist_set", "Playlist.objects.filter(tracks=%s)"),
          Map.entry("Customer.support_rep", "Employee.objects.filter(customer=%s)"),
          Map.entry("Customer.invoice_set", "Invoice.objects.filter(customer=%s)"),
          Map.entry("Employee.reports_to", "Employee.objects.filter(employee=%s)"),
          Map.entry("Employee.employee_set", "Employee.objects.filter(reports_to=%s)"),
          Map.entry("Employee.customer_set", "Customer.objects.filter(support_rep=%s)"),
          Map.entry("Invoice.customer", "Customer.objects.filter(invoice=%s)"),
          Map.entry("Invoice.invoiceline_set", "InvoiceLine.objects.filter(invoice=%s)"),
          Map.entry("Album.artist", "Artist.objects.filter(album=%s)"),
          Map.entry("Album.track_set", "Track.objects.filter(album=%s)"));

  private static OpenDatabase chinook;

  @BeforeContainer
  static void open() throws IOException {
    chinook = OpenDatabase.open(Chinook.copy().toString(), false);
  }

  @AfterContainer
  static void close() {
    chinook.close();
  }

  /// A model and a condition on its rows.
  record Asked(String model, String condition) {
    String chain(String method) {
      return model + ".objects." + method + "(" + condition + ")";
    }
  }

  private static Arbitrary<String> one(String model, boolean far) {
    Arbitrary<String> number =
        Combinators.combine(
                Arbitraries.of(NUMBERS.getOrDefault(model, List.of("pk"))),
                Arbitraries.of(
                    "=1",
                    "__gt=5",
                    "__lte=40",
                    "__in=[1, 2, None, 30]",
                    "__gte=3",
                    "__isnull=True",
                    "__isnull=False",
                    "=None",
                    "__in=[]",
                    "__lt=343719"))
            .as((path, lookup) -> path + lookup);
    List<String> texts = new ArrayList<>(TEXTS.getOrDefault(model, List.of()));
    if (far) {
      texts.addAll(AFAR.getOrDefault(model, List.of()));
    }
    Arbitrary<String> text =
        Combinators.combine(
                Arbitraries.of(texts),
                Arbitraries.of(
                    "__contains=\"a\"",
                    "__startswith=\"S\"",
                    "=\"USA\"",
                    "__isnull=True",
                    "__in=[\"CA\", \"Paris\"]",
                    "__iexact=\"rock\"",
                    "__gt=\"M\"",
                    "=None",
                    "__regex=\"^[A-M]\"",
                    "__endswith=\"%\"",
                    "__isnull=False"))
            .as((path, lookup) -> path + lookup);
    return Arbitraries.oneOf(number, text).map(c -> "Q(" + c + ")");
  }

  private static Arbitrary<String> condition(String model, boolean far) {
    Arbitrary<String> leaf = one(model, far);
    Arbitrary<String> signed =
        Combinators.combine(Arbitraries.of("", "", "~"), leaf).as((sign, c) -> sign + c);
    Arbitrary<String> pair =
        Combinators.combine(
                // NULL makes an exclusive or unknown, and so does its opposite.
                signed,
                far ? Arbitraries.of(" & ", " | ", " ^ ") : Arbitraries.of(" & ", " | "),
                signed)
            .as((a, sign, b) -> "(" + a + sign + b + ")");
    Arbitrary<String> more =
        Combinators.combine(Arbitraries.of("", "~"), pair, Arbitraries.of(" & ", " | "), signed)
            .as((not, a, sign, b) -> not + "(" + a + sign + b + ")");
    return Arbitraries.oneOf(signed, pair, more);
  }

  private static Arbitrary<Asked> asked(boolean far) {
    return Arbitraries.of(MODELS)
        .flatMap(model -> condition(model, far).map(c -> new Asked(model, c)));
  }

  @Provide
  Arbitrary<Asked> ofOwnColumns() {
    return asked(false);
  }

  @Provide
  Arbitrary<Asked> ofAnyColumns() {
    return asked(true);
  }

  @Provide
  Arbitrary<String> chains() {
    return asked(true)
        .flatMap(asked ->
            Combinators.combine(
                    Arbitraries.of("filter", "exclude"),
                    Arbitraries.of(
                        "", ".distinct()", ".order_by(\"-pk\")", ".annotate(n=Count(\"pk\"))"),
                    Arbitraries.of("", "", "[:7]", "[3:]", "[2:5]", ".values(\"pk\")"))
                .as((method, then, end) -> asked.chain(method) + then + end));
  }

  private static Result run(String chain) {
    return chinook.runner().run(Parser.parse(chain).chain());
  }

  private static List<Object> keys(String chain) {
    return ((Result.Objects) run(chain)).rows().stream().<Object>map(Instance::pk).toList();
  }

  private static int rows(String chain) {
    return switch (run(chain)) {
      case Result.Objects objects -> objects.rows().size();
      case Result.Values values -> values.rows().size();
      case Result.Scalar scalar -> throw new AssertionError(scalar);
      case Result.PlanText plan -> throw new AssertionError(plan);
    };
  }

  /// Returns what stands more often in one of two lists, a few at most.
  private static List<Object> unlike(List<Object> some, List<Object> others) {
    List<Object> more = new ArrayList<>(some);
    others.forEach(each -> {
      if (!more.remove(each)) {
        more.add("not " + each);
      }
    });
    return more.subList(0, Math.min(more.size(), 8));
  }

  private static Object scalar(String chain) {
    return java.util.Objects.requireNonNull(((Result.Scalar) run(chain)).value());
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aFilterOnOwnColumnsAndItsExcludePartTheRows(@ForAll("ofOwnColumns") Asked asked) {
    List<Object> both = new ArrayList<>(keys(asked.chain("filter")));
    both.addAll(keys(asked.chain("exclude")));

    assertThat(unlike(both, keys(asked.model() + ".objects.all()"))).as(asked.toString()).isEmpty();
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anExcludeIsTheFilterOfTheOpposite(@ForAll("ofAnyColumns") Asked any) {
    // Two negations are none for Django, but across relations to many they ask otherwise.
    Asked asked = new Asked(any.model(), any.condition().replaceFirst("^~", ""));
    Asked opposite = new Asked(asked.model(), "~(" + asked.condition() + ")");

    // A join may repeat a row where a subquery does not, so rows are compared once each.
    assertThat(
            unlike(
                keys(opposite.chain("filter") + ".distinct()"),
                keys(asked.chain("exclude") + ".distinct()")))
        .as(asked.toString())
        .isEmpty();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void rowsAreAsManyAsCountSaysAndExistWhereThereIsOne(@ForAll("chains") String chain) {
    int rows = rows(chain);

    assertThat(scalar(chain + ".count()")).as(chain).isEqualTo((long) rows);
    assertThat(scalar(chain + ".exists()")).as(chain).isEqualTo(rows > 0);
  }

  @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsPrintedAnswersAlike(@ForAll("chains") String chain) {
    String printed = Printer.print(Parser.parse(chain).chain());

    assertThat(Parser.parse(printed).chain()).isEqualTo(Parser.parse(chain).chain());
    assertThat(scalar(printed + ".count()")).as(printed).isEqualTo(scalar(chain + ".count()"));
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void aPrefetchGivesEachObjectWhatItsOwnQueryWould(@ForAll("ofAnyColumns") Asked asked) {
    String few = asked.chain("filter") + ".distinct().order_by(\"pk\")[:4]";
    for (String relation : RELATIONS.getOrDefault(asked.model(), List.of())) {
      String chain = few.replace("[:4]", ".prefetch_related(\"" + relation + "\")[:4]");
      String other = ASKED_BY_THE_OTHER_SIDE.getOrDefault(asked.model() + "." + relation, "");
      for (Instance object : ((Result.Objects) run(chain)).rows()) {
        assertThat(related(object, relation))
            .as(chain + " of " + object.pk())
            .containsExactlyInAnyOrderElementsOf(keys(other.formatted(object.pk())));
      }
    }
  }

  private static Collection<Object> related(Instance object, String relation) {
    return switch (object.related(relation)) {
      case null -> List.of();
      case Instance one -> List.of(java.util.Objects.requireNonNull(one.pk()));
      case orrery.orm.load.Prefetched many ->
          many.objects().stream().<Object>map(Instance::pk).toList();
      case Object else_ -> throw new AssertionError(else_);
    };
  }
}
