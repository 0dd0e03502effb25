package orrery.orm.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;
import orrery.orm.type.Repr;
import orrery.orm.type.Values;

/// The table of lookups: what `path__lookup=value` means for a left side and a right side.
///
/// A new lookup is one line here. Meaning and messages are Django's.
final class Lookups {

  /// The right side of a lookup before it is known what the left side wants.
  sealed interface Right {
    /// A value.
    record One(@Nullable Object value) implements Right {}

    /// Several values.
    record Many(List<Right> items) implements Right {}

    /// An expression.
    record Expression(SqlExpr expr) implements Right {}

    /// The rows of another query.
    record Rows(orrery.orm.sql.Statement.Rows rows, boolean one, boolean never) implements Right {}
  }

  /// The left side, with the name that messages call it.
  record Left(SqlExpr expr, String name) {
    FieldType type() {
      return expr.type();
    }
  }

  /// What a lookup makes of its sides.
  @FunctionalInterface
  interface Lookup {
    /// Returns the condition.
    SqlExpr apply(Left left, Right right);
  }

  private static final Map<String, Lookup> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("exact", (l, r) -> compare(Comparison.EQUAL, l, r));
    ROWS.put("iexact", (l, r) -> match(MatchKind.EXACT, true, l, r));
    ROWS.put("contains", (l, r) -> match(MatchKind.CONTAINS, false, l, r));
    ROWS.put("icontains", (l, r) -> match(MatchKind.CONTAINS, true, l, r));
    ROWS.put("startswith", (l, r) -> match(MatchKind.STARTS_WITH, false, l, r));
    ROWS.put("istartswith", (l, r) -> match(MatchKind.STARTS_WITH, true, l, r));
    ROWS.put("endswith", (l, r) -> match(MatchKind.ENDS_WITH, false, l, r));
    ROWS.put("iendswith", (l, r) -> match(MatchKind.ENDS_WITH, true, l, r));
    ROWS.put("in", Lookups::in);
    ROWS.put("gt", (l, r) -> compare(Comparison.GREATER, l, r));
    ROWS.put("gte", (l, r) -> compare(Comparison.GREATER_OR_EQUAL, l, r));
    ROWS.put("lt", (l, r) -> compare(Comparison.LESS, l, r));
    ROWS.put("lte", (l, r) -> compare(Comparison.LESS_OR_EQUAL, l, r));
    ROWS.put("range", Lookups::range);
    ROWS.put("isnull", Lookups::isNull);
    ROWS.put("regex", (l, r) -> match(MatchKind.REGEX, false, l, r));
    ROWS.put("iregex", (l, r) -> match(MatchKind.REGEX, true, l, r));
  }

  private static final Set<String> OF_RELATIONS =
      Set.of("exact", "in", "gt", "gte", "lt", "lte", "isnull");

  private Lookups() {}

  /// Says whether there is a lookup called `name`.
  static boolean exists(String name) {
    return ROWS.containsKey(name);
  }

  /// Returns the names of all lookups.
  static Set<String> names() {
    return ROWS.keySet();
  }

  /// Returns the names of the lookups that a relation itself has.
  static Set<String> ofRelations() {
    return OF_RELATIONS;
  }

  /// Says whether a relation itself, rather than a field behind it, has the lookup `name`.
  static boolean isForRelations(String name) {
    return OF_RELATIONS.contains(name);
  }

  /// Returns the condition of the lookup `name`.
  static SqlExpr apply(String name, Left left, Right right) {
    Lookup lookup = ROWS.get(name);
    if (lookup == null) {
      throw new IllegalArgumentException(name);
    }
    if (right instanceof Right.One one && one.value() == null && !name.equals("isnull")) {
      if (!name.equals("exact") && !name.equals("iexact")) {
        throw new ValueError("Cannot use None as a query value");
      }
      return new SqlExpr.IsNull(left.expr(), false);
    }
    return lookup.apply(left, right);
  }

  private static SqlExpr compare(Comparison comparison, Left left, Right right) {
    switch (right) {
      case Right.Expression e -> {
        return new SqlExpr.Compare(comparison, left.expr(), e.expr());
      }
      case Right.Rows rows -> {
        if (comparison == Comparison.EQUAL && !rows.one()) {
          throw new ValueError(
              "The QuerySet value for an exact lookup must be limited to one result using"
                  + " slicing.");
        }
        return rows.never()
            ? Truth.NEVER
            : new SqlExpr.Compare(
                comparison, left.expr(), new SqlExpr.Scalar(rows.rows(), left.type()));
      }
      case Right.Many many -> {
        if (left.expr() instanceof SqlExpr.Tuple tuple) {
          return compareTuples(comparison, tuple, left, many);
        }
        return new SqlExpr.Compare(comparison, left.expr(), param(left, listOf(many)));
      }
      case Right.One one -> {
        SqlExpr year = yearRange(comparison, left, one.value());
        if (year != null) {
          return year;
        }
        Object value = one.value();
        Object prepared =
            Values.prepare(left.type(), rounded(comparison, left, value), left.name());
        SqlExpr beyond = beyondRange(comparison, left.type(), prepared);
        return beyond != null
            ? beyond
            : new SqlExpr.Compare(
                comparison, left.expr(), new SqlExpr.Param(prepared, left.type()));
      }
    }
  }

  private static SqlExpr compareTuples(
      Comparison comparison, SqlExpr.Tuple tuple, Left left, Right.Many many) {
    List<SqlExpr> items = tupleItems(tuple, left, many);
    if (comparison == Comparison.EQUAL) {
      List<SqlExpr> parts = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        parts.add(new SqlExpr.Compare(Comparison.EQUAL, tuple.items().get(i), items.get(i)));
      }
      return new SqlExpr.And(parts);
    }
    return new SqlExpr.Compare(comparison, tuple, new SqlExpr.Tuple(items, FieldTypes.ANY));
  }

  private static List<SqlExpr> tupleItems(SqlExpr.Tuple tuple, Left left, Right.Many many) {
    if (many.items().size() != tuple.items().size()) {
      throw new ValueError(
          "'exact' lookup of '"
              + left.name()
              + "' must have "
              + tuple.items().size()
              + " elements");
    }
    List<SqlExpr> items = new ArrayList<>();
    for (int i = 0; i < many.items().size(); i++) {
      items.add(item(new Left(tuple.items().get(i), left.name()), many.items().get(i)));
    }
    return items;
  }

  // A whole number is compared with a fraction as Django does: gte and lt round it up.
  private static @Nullable Object rounded(
      Comparison comparison, Left left, @Nullable Object value) {
    boolean up = comparison == Comparison.GREATER_OR_EQUAL || comparison == Comparison.LESS;
    if (left.type().kind() != Kind.INTEGER || !up) {
      return value;
    }
    return switch (value) {
      case Double d when !d.isInfinite() && !d.isNaN() -> ceiling(new BigDecimal(d));
      case BigDecimal d -> ceiling(d);
      case null, default -> value;
    };
  }

  private static Object ceiling(BigDecimal d) {
    return d.setScale(0, RoundingMode.CEILING).toBigInteger();
  }

  // No column holds a number outside 64 bits, so the answer is known without asking.
  private static @Nullable SqlExpr beyondRange(
      Comparison comparison, FieldType type, @Nullable Object value) {
    if (type.kind() != Kind.INTEGER || !(value instanceof BigInteger number)) {
      return null;
    }
    boolean above = number.signum() > 0;
    return switch (comparison) {
      case EQUAL -> Truth.NEVER;
      case LESS, LESS_OR_EQUAL -> above ? Truth.ALWAYS : Truth.NEVER;
      case GREATER, GREATER_OR_EQUAL -> above ? Truth.NEVER : Truth.ALWAYS;
    };
  }

  // A year is compared as a range of the raw column, so that an index serves.
  private static @Nullable SqlExpr yearRange(
      Comparison comparison, Left left, @Nullable Object value) {
    if (!(left.expr() instanceof SqlExpr.Function f)
        || !(f.name().equals("ExtractYear") || f.name().equals("ExtractIsoYear"))) {
      return null;
    }
    if (!(Values.prepare(FieldTypes.INTEGER, value, left.name()) instanceof Long number)
        || number < 1
        || number > 9999) {
      return null;
    }
    int year = number.intValue();
    boolean iso = f.name().equals("ExtractIsoYear");
    LocalDate first = iso ? isoStart(year) : LocalDate.of(year, 1, 1);
    LocalDate last = iso ? isoStart(year + 1).minusDays(1) : LocalDate.of(year, 12, 31);
    SqlExpr column = f.args().getFirst();
    FieldType type = column.type();
    boolean days = type.kind() == Kind.DATE;
    SqlExpr low = new SqlExpr.Param(days ? first : first.atStartOfDay(), type);
    SqlExpr high =
        new SqlExpr.Param(
            days ? last : LocalDateTime.of(last, java.time.LocalTime.of(23, 59, 59, 999_999_000)),
            type);
    return switch (comparison) {
      case EQUAL -> new SqlExpr.Between(column, low, high);
      case GREATER, LESS_OR_EQUAL -> new SqlExpr.Compare(comparison, column, high);
      case GREATER_OR_EQUAL, LESS -> new SqlExpr.Compare(comparison, column, low);
    };
  }

  private static LocalDate isoStart(int year) {
    return LocalDate.of(year, 7, 1)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
        .with(java.time.DayOfWeek.MONDAY);
  }

  private static SqlExpr match(MatchKind kind, boolean ignoreCase, Left left, Right right) {
    SqlExpr pattern =
        switch (right) {
          case Right.Expression e -> e.expr();
          case Right.Rows rows -> new SqlExpr.Scalar(rows.rows(), FieldTypes.TEXT);
          case Right.One one -> new SqlExpr.Param(Values.show(one.value()), FieldTypes.TEXT);
          case Right.Many many -> new SqlExpr.Param(Repr.of(listOf(many)), FieldTypes.TEXT);
        };
    return new SqlExpr.Match(kind, left.expr(), pattern, ignoreCase);
  }

  private static SqlExpr in(Left left, Right right) {
    switch (right) {
      case Right.Rows rows -> {
        return rows.never() ? Truth.NEVER : new SqlExpr.InRows(left.expr(), rows.rows());
      }
      case Right.Expression e -> {
        return new SqlExpr.In(left.expr(), List.of(e.expr()));
      }
      case Right.One one -> {
        return in(left, characters(one.value()));
      }
      case Right.Many many -> {
        Set<SqlExpr> items = new LinkedHashSet<>();
        for (Right item : many.items()) {
          boolean nothing = item instanceof Right.One one && one.value() == null;
          if (!nothing) {
            SqlExpr value = item(left, item);
            boolean beyond =
                left.type().kind() == Kind.INTEGER
                    && value instanceof SqlExpr.Param p
                    && p.value() instanceof BigInteger;
            if (!beyond) {
              items.add(value);
            }
          }
        }
        return items.isEmpty() ? Truth.NEVER : new SqlExpr.In(left.expr(), List.copyOf(items));
      }
    }
  }

  // Python walks over a text letter by letter, and over no other single value.
  private static Right characters(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw new TypeError("'" + pythonType(value) + "' object is not iterable");
    }
    List<Right> items = new ArrayList<>();
    text.codePoints().forEach(c -> items.add(new Right.One(Character.toString(c))));
    return new Right.Many(items);
  }

  private static String pythonType(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean b -> "bool";
      case Long n -> "int";
      case Integer n -> "int";
      case BigInteger n -> "int";
      case Double d -> "float";
      case BigDecimal d -> "decimal.Decimal";
      case LocalDateTime d -> "datetime.datetime";
      case LocalDate d -> "datetime.date";
      default -> value.getClass().getSimpleName();
    };
  }

  private static SqlExpr item(Left left, Right right) {
    return switch (right) {
      case Right.Expression e -> e.expr();
      case Right.Rows rows -> new SqlExpr.Scalar(rows.rows(), left.type());
      case Right.Many many ->
          left.expr() instanceof SqlExpr.Tuple tuple
              ? new SqlExpr.Tuple(tupleItems(tuple, left, many), FieldTypes.ANY)
              : param(left, listOf(many));
      case Right.One one -> param(left, one.value());
    };
  }

  private static SqlExpr.Param param(Left left, @Nullable Object value) {
    return new SqlExpr.Param(Values.prepare(left.type(), value, left.name()), left.type());
  }

  private static List<@Nullable Object> listOf(Right.Many many) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Right item : many.items()) {
      values.add(item instanceof Right.One one ? one.value() : item);
    }
    return values;
  }

  private static SqlExpr range(Left left, Right right) {
    if (!(right instanceof Right.Many many)) {
      throw right instanceof Right.One one
          ? new TypeError("'" + pythonType(one.value()) + "' object is not iterable")
          : new ValueError("range takes two values");
    }
    if (many.items().size() != 2) {
      throw new ValueError(
          "The range lookup takes two values, the first and the last; it got "
              + many.items().size()
              + ".");
    }
    return new SqlExpr.Between(
        left.expr(), item(left, many.items().get(0)), item(left, many.items().get(1)));
  }

  private static SqlExpr isNull(Left left, Right right) {
    if (right instanceof Right.One one && one.value() instanceof Boolean wanted) {
      if (left.expr() instanceof SqlExpr.Tuple tuple) {
        List<SqlExpr> parts = new ArrayList<>();
        tuple.items().forEach(i -> parts.add(new SqlExpr.IsNull(i, !wanted)));
        return wanted ? new SqlExpr.Or(parts) : new SqlExpr.And(parts);
      }
      return new SqlExpr.IsNull(left.expr(), !wanted);
    }
    throw new ValueError("The QuerySet value for an isnull lookup must be True or False.");
  }
}
