package orrery.orm.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr.Brackets;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;
import orrery.orm.type.Repr;
import orrery.orm.type.Values;

/// The table of lookups: what `path__lookup=value` means for a left side and a right side.
///
/// A new lookup is one line here. Meaning and messages are Django's.
final class Lookups {

  /// What messages call a left side that is no plain field, as Django does.
  static final String NAMELESS = "None";

  /// The right side of a lookup before it is known what the left side wants.
  sealed interface Right {
    /// A value.
    record One(@Nullable Object value) implements Right {}

    /// Several values.
    record Many(List<Right> items, Brackets brackets) implements Right {
      Many(List<Right> items) {
        this(items, Brackets.LIST);
      }
    }

    /// An expression.
    record Expression(SqlExpr expr) implements Right {}

    /// The rows of another query.
    ///
    /// @param columns how many columns a row has
    /// @param one whether there is at most one row
    /// @param never whether there is none for sure
    record Rows(Statement.Rows rows, int columns, boolean one, boolean never) implements Right {}
  }

  /// The left side, with the name that messages call it.
  ///
  /// @param relation whether it is a relation, which takes one value for a set of one
  record Left(SqlExpr expr, String name, boolean relation) {
    Left(SqlExpr expr, String name) {
      this(expr, name, false);
    }

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
    SqlExpr own = JsonLookups.find(name, left, right);
    if (own == null) {
      own = ArrayLookups.find(name, left, right);
    }
    if (own != null) {
      return own;
    }
    boolean key = left.expr() instanceof SqlExpr.Tuple && !left.relation();
    if (key && right instanceof Right.One && !name.equals("isnull")) {
      throw TupleLookups.noTuple(name, left.name());
    }
    if (right instanceof Right.One one && one.value() == null) {
      if (name.equals("in") || name.equals("range")) {
        throw notIterable(null);
      }
      if (!name.equals("exact") && !name.equals("iexact")) {
        throw new ValueError("Cannot use None as a query value");
      }
      return isNull(left, new Right.One(true));
    }
    if (right instanceof Right.Expression e
        && e.expr() instanceof SqlExpr.Tuple
        && !(left.expr() instanceof SqlExpr.Tuple)) {
      throw new ValueError("CompositePrimaryKey cannot be used as a lookup value.");
    }
    if (right instanceof Right.Rows rows) {
      checkColumns(name, left, rows);
    }
    return Objects.requireNonNull(ROWS.get(name), name).apply(left, right);
  }

  private static void checkColumns(String name, Left left, Right.Rows rows) {
    int wanted = left.expr() instanceof SqlExpr.Tuple tuple ? tuple.items().size() : 1;
    if (name.equals("exact") && !rows.one()) {
      throw new ValueError(
          "The QuerySet value for an exact lookup must be limited to one result using slicing.");
    }
    if ((name.equals("exact") || name.equals("in")) && rows.columns() != wanted) {
      throw new ValueError(
          "The QuerySet value for the "
              + (name.equals("in") ? "'in'" : name)
              + " lookup must have "
              + wanted
              + " selected fields (received "
              + rows.columns()
              + ")");
    }
  }

  private static SqlExpr compare(Comparison comparison, Left left, Right right) {
    if (left.expr() instanceof SqlExpr.Tuple tuple && !(right instanceof Right.Rows)) {
      return TupleLookups.compare(comparison, tuple, left, right);
    }
    return switch (right) {
      case Right.Expression e -> new SqlExpr.Compare(comparison, left.expr(), e.expr());
      case Right.Rows rows ->
          rows.never()
              ? Truth.NEVER
              : new SqlExpr.Compare(
                  comparison, left.expr(), new SqlExpr.Scalar(rows.rows(), left.type()));
      case Right.Many many ->
          new SqlExpr.Compare(comparison, left.expr(), param(left, listOf(many)));
      case Right.One one -> compareValue(comparison, left, one.value());
    };
  }

  private static SqlExpr compareValue(Comparison comparison, Left left, @Nullable Object value) {
    SqlExpr year = YearRanges.compare(comparison, left, value);
    if (year != null) {
      return year;
    }
    SqlExpr.Param param = param(left, rounded(comparison, left, value));
    SqlExpr beyond = beyondRange(comparison, left.type(), param.value());
    return beyond != null ? beyond : new SqlExpr.Compare(comparison, left.expr(), param);
  }

  // A whole number is compared with a fraction as Django does: gte and lt round it up.
  private static @Nullable Object rounded(
      Comparison comparison, Left left, @Nullable Object value) {
    boolean up = comparison == Comparison.GREATER_OR_EQUAL || comparison == Comparison.LESS;
    return up && left.type().kind() == Kind.INTEGER && value instanceof Double d && finite(d)
        ? new BigDecimal(d).setScale(0, RoundingMode.CEILING).toBigInteger()
        : value;
  }

  private static boolean finite(double number) {
    return !Double.isInfinite(number) && !Double.isNaN(number);
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

  private static boolean isBeyondRange(FieldType type, @Nullable Object value) {
    return type.kind() == Kind.INTEGER && value instanceof BigInteger;
  }

  private static SqlExpr match(MatchKind kind, boolean ignoreCase, Left left, Right right) {
    if (right instanceof Right.Rows rows && rows.never()) {
      return Truth.NEVER;
    }
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
    return switch (right) {
      case Right.Rows rows ->
          rows.never() ? Truth.NEVER : new SqlExpr.InRows(left.expr(), rows.rows());
      case Right.Expression e -> new SqlExpr.In(left.expr(), List.of(e.expr()));
      case Right.One one -> in(left, parts(one.value()));
      case Right.Many many ->
          left.expr() instanceof SqlExpr.Tuple tuple
              ? TupleLookups.in(tuple, left, many)
              : in(left, many);
    };
  }

  // NULL is equal to nothing, and one of equal values is enough.
  private static SqlExpr in(Left left, Right.Many many) {
    Set<SqlExpr> items = new LinkedHashSet<>();
    for (Right item : many.items()) {
      boolean nothing = item instanceof Right.One one && one.value() == null;
      SqlExpr value = nothing ? null : item(left, item);
      boolean beyond = value instanceof SqlExpr.Param p && isBeyondRange(left.type(), p.value());
      if (value != null && !beyond) {
        items.add(value);
      }
    }
    return items.isEmpty() ? Truth.NEVER : new SqlExpr.In(left.expr(), List.copyOf(items));
  }

  /// Returns the values in `value`: Python walks over a text letter by letter, over bytes by
  /// number, and over no other value.
  ///
  /// @throws TypeError where Python does not walk over it
  static Right.Many parts(@Nullable Object value) {
    List<Right> items = new ArrayList<>();
    switch (value) {
      case String text ->
          text.codePoints().forEach(c -> items.add(new Right.One(Character.toString(c))));
      case Bytes bytes -> {
        for (byte b : bytes.toArray()) {
          items.add(new Right.One((long) Byte.toUnsignedInt(b)));
        }
      }
      case Map<?, ?> map -> map.keySet().forEach(key -> items.add(new Right.One(key)));
      case null, default -> throw notIterable(value);
    }
    return new Right.Many(items);
  }

  private static TypeError notIterable(@Nullable Object value) {
    return new TypeError("'" + Repr.typeName(value) + "' object is not iterable");
  }

  /// Returns the expression that one of several values is, prepared for the left side.
  static SqlExpr item(Left left, Right right) {
    return switch (right) {
      case Right.Expression e -> e.expr();
      case Right.Rows rows -> new SqlExpr.Scalar(rows.rows(), left.type());
      case Right.Many many -> param(left, listOf(many));
      case Right.One one -> param(left, one.value());
    };
  }

  private static SqlExpr.Param param(Left left, @Nullable Object value) {
    return new SqlExpr.Param(Values.prepare(left.type(), value, left.name()), left.type());
  }

  private static List<@Nullable Object> listOf(Right.Many many) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Right item : many.items()) {
      values.add(
          switch (item) {
            case Right.One one -> one.value();
            case Right.Many nested -> listOf(nested);
            case Right.Expression e -> new Shown("<expression>");
            case Right.Rows rows -> new Shown("<QuerySet>");
          });
    }
    return Mappings.bracketed(values, many.brackets());
  }

  // What stands for a value in a message and is none.
  private record Shown(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static SqlExpr range(Left left, Right right) {
    List<Right> ends =
        switch (right) {
          case Right.Many many -> many.items();
          case Right.One one -> parts(one.value()).items();
          case Right.Expression e -> throw new TypeError("range takes two values, no expression");
          case Right.Rows rows -> throw new TypeError("range takes two values, no QuerySet");
        };
    List<SqlExpr> items = new ArrayList<>();
    ends.forEach(end -> items.add(item(left, end)));
    if (items.size() != 2) {
      throw new ValueError(
          "The range lookup takes two values, the first and the last; it got "
              + items.size()
              + ".");
    }
    return new SqlExpr.Between(left.expr(), items.get(0), items.get(1));
  }

  private static SqlExpr isNull(Left left, Right right) {
    if (!(right instanceof Right.One one) || !(one.value() instanceof Boolean wanted)) {
      throw new ValueError("The QuerySet value for an isnull lookup must be True or False.");
    }
    return left.expr() instanceof SqlExpr.Tuple tuple
        ? TupleLookups.isNull(tuple, wanted)
        : new SqlExpr.IsNull(left.expr(), !wanted);
  }
}
