package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Expr.Brackets;
import orrery.orm.query.Expr.Nulls;
import orrery.orm.query.Expr.Operator;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Step.Combinator;
import orrery.orm.query.Step.Connector;
import orrery.orm.query.Terminal;
import orrery.orm.type.Bytes;

/// Random chains of all that a text can ask: every kind of node, in the form that parsing gives.
public final class Nodes {

  private final Random random;

  private Nodes(Random random) {
    this.random = random;
  }

  /// Returns random chains.
  public static Arbitrary<Chain> chains() {
    return Arbitraries.randomValue(random -> {
      Nodes nodes = new Nodes(random);
      int depth = random.nextInt(4);
      return new Chain(nodes.query(depth), nodes.terminal(depth));
    });
  }

  @SafeVarargs
  private <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// Makes one of several things; only the one is made.
  @SafeVarargs
  private <T> T one(Supplier<? extends T>... choices) {
    return choices[random.nextInt(choices.length)].get();
  }

  private <T> List<T> few(Supplier<? extends T> item) {
    return several(random.nextInt(4), item);
  }

  private <T> List<T> several(int count, Supplier<? extends T> item) {
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item.get());
    }
    return items;
  }

  private <T> Optional<T> maybe(Supplier<? extends T> item) {
    return random.nextBoolean() ? Optional.of(item.get()) : Optional.empty();
  }

  private <T> T such(Supplier<? extends T> item, Predicate<? super T> condition) {
    T made = item.get();
    while (!condition.test(made)) {
      made = item.get();
    }
    return made;
  }

  private String name() {
    return random.nextInt(8) > 0
        ? of(
            "title",
            "artist__name",
            "pub_date__year__gte",
            "pk",
            "x",
            "naïve",
            "名前",
            "_private",
            "self",
            "then")
        : of("class", "two words", "1st", "", "a\"b", "_connector");
  }

  private String model() {
    return of("Album", "Artist", "OrderDetails", "Größe", "T2");
  }

  private String text() {
    return one(
        () -> of("", "AC/DC", "x", "50%", "Père"),
        () -> letters("ab\"'\\\n\r\t\0 é😀\u2028\u200d\ud800#{}"),
        () -> letters("abcdefghijklmnopqrstuvwxyz"));
  }

  private String letters(String alphabet) {
    StringBuilder out = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      out.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return out.toString();
  }

  private @Nullable Object value() {
    return one(
        () -> null,
        () -> true,
        () -> false,
        () -> (long) random.nextInt(-3, 100),
        random::nextLong,
        () -> new BigInteger(90, random).add(BigInteger.TWO.pow(64)).negate(),
        random::nextDouble,
        () -> (double) random.nextInt(),
        () -> Double.longBitsToDouble(random.nextLong() & 0xBFEFFFFFFFFFFFFFL),
        () -> of(0.0, -0.0, 1e16, 1e-5, Double.MIN_VALUE, Double.NEGATIVE_INFINITY),
        () -> new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(20)),
        () -> of(new BigDecimal("1E+3"), new BigDecimal("-0.00")),
        this::text,
        this::text,
        () -> Bytes.of(bytes()),
        () -> LocalDate.ofEpochDay(random.nextInt(-700_000, 2_900_000)),
        () -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000L) * 1000),
        () -> LocalTime.of(random.nextInt(24), random.nextInt(60)),
        this::datetime,
        () -> datetime().atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801))),
        () -> datetime().atOffset(ZoneOffset.UTC),
        () -> PythonTimes.of(BigInteger.valueOf(random.nextLong() >> random.nextInt(12, 60))),
        () -> new UUID(random.nextLong(), random.nextLong()));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(6)];
    random.nextBytes(bytes);
    return bytes;
  }

  private LocalDateTime datetime() {
    long seconds = random.nextLong(-60_000_000_000L, 250_000_000_000L);
    return LocalDateTime.ofEpochSecond(
        seconds, of(0, random.nextInt(1_000_000) * 1000), ZoneOffset.UTC);
  }

  private Expr literal() {
    return new Expr.Literal(value());
  }

  private static Expr string(String text) {
    return new Expr.Literal(text);
  }

  private Name field() {
    return new Name(of(name(), name(), "?", "-x"));
  }

  private List<Named> named(Supplier<? extends Expr> expr) {
    Map<String, Named> byName = new TreeMap<>();
    few(this::name).forEach(name -> byName.put(name, new Named(name, expr.get())));
    return List.copyOf(byName.values());
  }

  private static Expr call(String name, Expr... args) {
    return new Expr.Call(name, List.of(args), List.of());
  }

  private Expr combinable(int depth) {
    return such(() -> expr(depth), PythonTypes::isCombinable);
  }

  private Expr expression(int depth) {
    return such(() -> expr(depth), expr -> !PythonTypes.isPlain(expr));
  }

  private Selection selection(int depth) {
    return one(
        this::field,
        () -> such(() -> expression(depth), expr -> !(expr instanceof Expr.ChainValue)));
  }

  private static boolean isNone(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() == null;
  }

  private Expr present(int depth) {
    return such(() -> expr(depth), expr -> !isNone(expr));
  }

  private Expr expr(int depth) {
    if (depth == 0) {
      return one(
          this::literal,
          this::literal,
          () -> new Expr.Ref(name()),
          () -> new Expr.Ref(name()),
          () -> new Expr.OuterRef(name(), random.nextInt(1, 4)),
          () -> call("Now"),
          () -> call("RawSQL", string("1"), new Expr.Sequence(Brackets.LIST, List.of())),
          () ->
              of(
                  call("ZoneInfo", string("Europe/Berlin")),
                  call("timezone", new Expr.Literal(Duration.ZERO)),
                  call("timezone", new Expr.Literal(Duration.ofMinutes(330))),
                  call("WindowFrameExclusion", string("NO OTHERS")),
                  call("CharField")));
    }
    int d = depth - 1;
    return one(
        () -> expr(0),
        () -> new Expr.Sequence(of(Brackets.values()), few(() -> expr(d))),
        () -> new Expr.Mapping(few(() -> new Expr.Entry(expr(d), expr(d)))),
        this::part,
        () -> new Expr.Value(expr(d), outputField()),
        () -> arithmetic(d),
        () -> arithmetic(d),
        () -> new Expr.Negated(combinable(d)),
        () -> function(d),
        () -> function(d),
        () -> aggregate(d),
        () -> instance(d),
        () -> cases(d),
        () -> new Expr.Subquery(query(d), outputField()),
        () -> new Expr.Exists(query(d)),
        () -> new Expr.ChainValue(query(d)),
        () -> window(d),
        () -> new Expr.Ordered(combinable(d), random.nextBoolean(), of(Nulls.values())),
        () -> test(d),
        () -> new Expr.FilteredRelation(name(), condition(d)));
  }

  private Optional<Expr> outputField() {
    return maybe(() ->
        new Expr.Call(
            "DecimalField",
            List.of(),
            List.of(
                new Named("max_digits", new Expr.Literal(9L)),
                new Named("decimal_places", new Expr.Literal(2L)))));
  }

  private Expr part() {
    Expr of = random.nextInt(3) == 0 ? part() : of(new Expr.Ref(name()), new Expr.OuterRef(name()));
    int start = random.nextInt(3);
    return new Expr.Part(
        of,
        start,
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(start + random.nextInt(3)));
  }

  private Expr arithmetic(int depth) {
    Operator operator = of(Operator.values());
    Expr one = combinable(depth);
    Expr other =
        such(
            () -> expr(depth),
            expr -> expr instanceof Expr.Literal || PythonTypes.isCombinable(expr));
    return random.nextBoolean() && !operator.isMethod()
        ? new Expr.Arithmetic(operator, other, one)
        : new Expr.Arithmetic(operator, one, other);
  }

  private Expr function(int d) {
    return one(
        () -> call(of("Lower", "Abs", "TruncYear", "ExtractWeek"), expr(d)),
        () -> new Expr.Call(of("Coalesce", "Concat", "JSONArray"), few(() -> expr(d)), List.of()),
        () -> call("Substr", expr(d), expr(d)),
        () -> call(of("Substr", "Lag", "LPad"), expr(d), expr(d), expr(d)),
        () -> call(of("GreaterThan", "IExact", "In"), expr(d), expr(d)),
        () -> call("Cast", expr(d), call("IntegerField")),
        () -> new Expr.Call("JSONObject", List.of(), named(() -> expr(d))),
        () ->
            new Expr.Call("Func", List.of(expr(d)), List.of(new Named("function", string("ABS")))));
  }

  private Expr aggregate(int d) {
    List<Named> options = new ArrayList<>();
    maybe(() -> test(d)).ifPresent(test -> options.add(new Named("filter", test)));
    if (random.nextBoolean()) {
      options.add(new Named("distinct", new Expr.Literal(true)));
    }
    return new Expr.Call(of("Count", "Sum", "Avg"), List.of(expr(d)), options);
  }

  private Expr instance(int d) {
    return new Expr.Call(
        model(), List.of(), such(() -> named(() -> expr(d)), named -> !named.isEmpty()));
  }

  private Expr cases(int d) {
    return new Expr.Case(
        few(() -> new Expr.When(such(() -> condition(d), c -> !isEmpty(c)), expr(d))),
        maybe(() -> present(d)),
        outputField());
  }

  private Expr window(int d) {
    Expr frame =
        new Expr.Call(
            of("RowRange", "ValueRange"),
            List.of(),
            List.of(
                new Named("start", new Expr.Literal(-2L)), new Named("end", new Expr.Literal(0L))));
    return new Expr.Window(
        expression(d),
        few(() -> expression(d)),
        few(() -> selection(d)),
        maybe(() -> frame),
        outputField());
  }

  private Expr test(int depth) {
    return new Expr.Test(
        such(() -> condition(depth), condition -> !(condition instanceof Condition.Test)));
  }

  private static boolean isEmpty(Condition condition) {
    return condition instanceof Condition.And and && and.parts().isEmpty();
  }

  private Condition condition(int depth) {
    if (depth == 0) {
      return random.nextInt(8) == 0
          ? new Condition.And(List.of())
          : new Condition.Lookup(name(), expr(0));
    }
    int d = depth - 1;
    Supplier<Condition> part = () -> such(() -> condition(d), c -> !isEmpty(c));
    int count = random.nextInt(2, 5);
    return one(
        () -> condition(0),
        () -> new Condition.Lookup(name(), expr(d)),
        () ->
            new Condition.Test(
                such(
                    () -> expr(d), e -> PythonTypes.isConditional(e) && !(e instanceof Expr.Test))),
        () -> new Condition.Not(new Condition.Test(combinable(d))),
        () -> new Condition.Not(part.get()),
        () ->
            new Condition.And(several(count, () -> such(part, c -> !(c instanceof Condition.And)))),
        () -> new Condition.Or(several(count, () -> such(part, c -> !(c instanceof Condition.Or)))),
        () ->
            new Condition.Xor(
                several(count, () -> such(part, c -> !(c instanceof Condition.Xor)))));
  }

  private Query query(int depth) {
    return new Query(model(), few(() -> step(depth)));
  }

  private String order() {
    return of("ASC", "DESC");
  }

  private Step step(int d) {
    return one(
        Step.All::new,
        () -> of(new Step.None(), new Step.Reverse()),
        () -> new Step.Filter(few(() -> condition(d))),
        () -> new Step.Filter(few(() -> condition(d))),
        () -> new Step.Exclude(few(() -> condition(d))),
        () -> new Step.Annotate(few(() -> expression(d)), named(() -> expression(d))),
        () -> new Step.Alias(few(() -> expression(d)), named(() -> expression(d))),
        () -> new Step.OrderBy(few(() -> selection(d))),
        () -> new Step.Distinct(few(this::field)),
        () -> new Step.SelectRelated(few(this::field), false),
        () -> new Step.SelectRelated(List.of(), true),
        () -> new Step.PrefetchRelated(few(() -> prefetch(d)), false),
        () -> new Step.PrefetchRelated(List.of(), true),
        () -> new Step.Values(few(() -> selection(d)), named(() -> expression(d))),
        () ->
            new Step.ValuesList(
                few(() -> selection(d)), random.nextBoolean(), random.nextBoolean()),
        () -> new Step.Dates(field(), of("year", "day"), order()),
        () ->
            new Step.Datetimes(
                field(), "hour", order(), maybe(() -> call("ZoneInfo", string("UTC")))),
        () -> new Step.Defer(few(this::field), false),
        () -> new Step.Defer(List.of(), true),
        () -> new Step.Only(few(this::field)),
        () -> new Step.Using(text()),
        () ->
            new Step.SelectForUpdate(
                random.nextBoolean(), random.nextBoolean(), few(this::field), random.nextBoolean()),
        () ->
            new Step.Extra(
                named(() -> string(text())),
                few(() -> expr(d)),
                few(this::text),
                few(() -> expr(d)),
                few(this::text),
                few(this::field)),
        () -> new Step.Raw(text(), few(() -> expr(d)), named(() -> string(text()))),
        () -> new Step.Slice(random.nextInt(9), OptionalInt.empty()),
        () -> new Step.Slice(random.nextInt(2), OptionalInt.of(random.nextInt(9))),
        () -> new Step.Combine(Combinator.UNION, others(d), random.nextBoolean()),
        () ->
            new Step.Combine(of(Combinator.INTERSECTION, Combinator.DIFFERENCE), others(d), false),
        () -> new Step.Merge(of(Connector.values()), query(Math.max(0, d - 1))),
        () -> new Step.Merge(of(Connector.values()), query(Math.max(0, d - 1))));
  }

  private List<Query> others(int depth) {
    return depth == 0 ? List.of() : few(() -> query(depth - 1));
  }

  private Prefetch prefetch(int depth) {
    if (depth == 0) {
      return new Prefetch(name());
    }
    return one(
        () -> new Prefetch(name()),
        () -> new Prefetch(name(), maybe(() -> query(depth - 1)), maybe(this::name), List.of()),
        () ->
            new Prefetch(
                name(), Optional.empty(), maybe(this::name), several(2, () -> query(depth - 1))));
  }

  private Terminal terminal(int d) {
    return one(
        Terminal.Fetch::new,
        Terminal.Fetch::new,
        () -> new Terminal.Index(random.nextInt(9)),
        () -> of(new Terminal.First(), new Terminal.Last(), new Terminal.Count()),
        () -> of(new Terminal.Exists(), new Terminal.Delete()),
        () -> new Terminal.Get(few(() -> condition(d))),
        () -> new Terminal.Earliest(few(this::field)),
        () -> new Terminal.Latest(few(this::field)),
        () -> new Terminal.Contains(expr(d)),
        () -> new Terminal.Aggregate(few(() -> expression(d)), named(() -> expression(d))),
        () -> new Terminal.InBulk(maybe(() -> present(d)), maybe(this::name)),
        () -> new Terminal.Iterator(of(OptionalInt.empty(), OptionalInt.of(100))),
        () -> new Terminal.Explain(maybe(this::text), named(() -> expr(d))),
        () -> new Terminal.Create(named(() -> expr(d))),
        () -> new Terminal.GetOrCreate(named(() -> expr(d)), maybe(() -> present(d))),
        () ->
            new Terminal.UpdateOrCreate(
                named(() -> expr(d)), maybe(() -> present(d)), maybe(() -> present(d))),
        () ->
            new Terminal.BulkCreate(
                instances(d), List.of(new Named("batch_size", new Expr.Literal(100L)))),
        () -> new Terminal.BulkUpdate(instances(d), expr(d), List.of()),
        () -> new Terminal.Update(named(() -> expr(d))));
  }

  private Expr instances(int d) {
    return new Expr.Sequence(
        Brackets.LIST, few(() -> new Expr.Call(model(), few(() -> expr(d)), named(() -> expr(d)))));
  }
}
