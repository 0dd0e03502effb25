package orrery.orm.edit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.type.Kind;

/// What the values of a column of a query come to, as chains that tell: how many, how many
/// different ones, the least, the greatest, the mean; the most frequent; and how they are spread.
/// Immutable.
///
/// @param query the query without what only orders or loads
/// @param path the name of the column
/// @param kind what sort of values it has
/// @param isSliced whether rows were cut off, so that the others cannot be grouped
public record Profile(Query query, String path, Kind kind, boolean isSliced) {

  /// The name of how many rows there are.
  public static final String ROWS = "rows";

  /// The name of how many rows have a value.
  public static final String FILLED = "filled";

  /// The name of how many different values there are.
  public static final String DISTINCT = "different";

  /// The name of the least value.
  public static final String LEAST = "least";

  /// The name of the greatest value.
  public static final String GREATEST = "greatest";

  /// The name of the mean.
  public static final String MEAN = "mean";

  /// The name of how many rows have one of the values.
  public static final String COUNT = "occurrences";

  /// Returns the profile of a column; nothing where the query is a union or given by hand.
  public static Optional<Profile> of(Query query, String path, Ground ground) {
    if (!Filtering.canFilter(query)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>(query.steps());
    boolean isSliced = steps.stream().anyMatch(Step.Slice.class::isInstance);
    steps.removeIf(step ->
        step instanceof Step.SelectRelated
            || step instanceof Step.PrefetchRelated
            || step instanceof Step.Only
            || step instanceof Step.Defer
            || (step instanceof Step.OrderBy && !isSliced));
    return Optional.of(
        new Profile(
            new Query(query.model(), steps), path, ground.meaning(path).type().kind(), isSliced));
  }

  /// Returns the chain of the numbers about all values.
  public Chain facts() {
    List<Named> all = new ArrayList<>();
    all.add(new Named(ROWS, call("Count", "*")));
    all.add(new Named(FILLED, call("Count", path)));
    boolean isOpaque = kind == Kind.JSON || kind == Kind.BINARY || kind == Kind.ARRAY;
    if (!isOpaque) {
      Named distinct = new Named("distinct", new Expr.Literal(true));
      all.add(
          new Named(
              DISTINCT,
              new Expr.Call("Count", List.of(new Expr.Literal(path)), List.of(distinct))));
    }
    if (!isOpaque && kind != Kind.BOOLEAN && kind != Kind.UUID) {
      all.add(new Named(LEAST, call("Min", path)));
      all.add(new Named(GREATEST, call("Max", path)));
    }
    if (isNumber()) {
      all.add(new Named(MEAN, call("Avg", path)));
    }
    return new Chain(query, new Terminal.Aggregate(List.of(), all));
  }

  /// Returns the chain of the most frequent values with their numbers; nothing where the rows are
  /// cut or are groups themselves.
  public Optional<Chain> top(int most) {
    if (isSliced || isGrouped() || kind == Kind.BINARY || kind == Kind.JSON) {
      return Optional.empty();
    }
    Query grouped =
        query
            .with(new Step.OrderBy(List.of()))
            .with(new Step.Values(List.of(new Name(path)), List.of()))
            .with(new Step.Annotate(List.of(), List.of(new Named(COUNT, call("Count", "*")))))
            .with(new Step.OrderBy(List.of(new Name("-" + COUNT), new Name(path))))
            .with(new Step.Slice(0, OptionalInt.of(most)));
    return Optional.of(new Chain(grouped));
  }

  /// Returns the chain that counts the values between each two of `bounds`, the last included.
  public Chain spread(List<Object> bounds) {
    List<Named> counts = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      boolean isLast = i + 2 == bounds.size();
      Condition in =
          new Condition.And(
              List.of(
                  new Condition.Lookup(path + "__gte", new Expr.Literal(bounds.get(i))),
                  new Condition.Lookup(
                      path + (isLast ? "__lte" : "__lt"), new Expr.Literal(bounds.get(i + 1)))));
      Named filter = new Named("filter", new Expr.Test(in));
      counts.add(
          new Named(
              "part" + i,
              new Expr.Call("Count", List.of(new Expr.Literal(path)), List.of(filter))));
    }
    return new Chain(query, new Terminal.Aggregate(List.of(), counts));
  }

  /// Returns bounds that divide what lies between two values into at most `parts` even parts; none
  /// where that cannot be done.
  public static List<Object> bounds(Object least, Object greatest, int parts) {
    if (least.equals(greatest)) {
      return List.of();
    }
    List<Object> bounds = new ArrayList<>();
    switch (least) {
      case Long from when greatest instanceof Long to -> {
        long step = Math.max(1, Math.ceilDiv(to - from + 1, parts));
        for (long at = from; at <= to; at += step) {
          bounds.add(at);
        }
        bounds.add(Math.max(to, (long) bounds.getLast() + step));
      }
      case Double from when greatest instanceof Double to -> {
        for (int i = 0; i < parts; i++) {
          bounds.add(from + (to - from) * i / parts);
        }
        bounds.add(to);
      }
      case BigDecimal from when greatest instanceof BigDecimal to -> {
        BigDecimal step =
            to.subtract(from).divide(BigDecimal.valueOf(parts), MathContext.DECIMAL64);
        int scale = Math.max(from.scale(), to.scale());
        for (int i = 0; i < parts; i++) {
          bounds.add(
              from.add(step.multiply(BigDecimal.valueOf(i))).setScale(scale, RoundingMode.HALF_UP));
        }
        bounds.add(to);
      }
      case LocalDate from when greatest instanceof LocalDate to -> {
        long step = Math.max(1, Math.ceilDiv(to.toEpochDay() - from.toEpochDay() + 1, parts));
        for (LocalDate at = from; !at.isAfter(to); at = at.plusDays(step)) {
          bounds.add(at);
        }
        bounds.add(((LocalDate) bounds.getLast()).plusDays(step));
      }
      case LocalDateTime from when greatest instanceof LocalDateTime to -> {
        Duration step = Duration.between(from, to).dividedBy(parts);
        for (int i = 0; i < parts; i++) {
          bounds.add(from.plus(step.multipliedBy(i)));
        }
        bounds.add(to);
      }
      case OffsetDateTime from when greatest instanceof OffsetDateTime to -> {
        Duration step = Duration.between(from, to).dividedBy(parts);
        for (int i = 0; i < parts; i++) {
          bounds.add(from.plus(step.multipliedBy(i)));
        }
        bounds.add(to);
      }
      default -> {}
    }
    return bounds.size() == bounds.stream().distinct().count() ? bounds : List.of();
  }

  private boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.FLOAT || kind == Kind.DECIMAL;
  }

  private boolean isGrouped() {
    return query.steps().stream()
        .anyMatch(step ->
            step instanceof Step.Values
                || step instanceof Step.ValuesList
                || step instanceof Step.Dates
                || step instanceof Step.Datetimes
                || step instanceof Step.Distinct);
  }

  private static Expr call(String function, String path) {
    return new Expr.Call(function, List.of(new Expr.Literal(path)), List.of());
  }
}
