package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.ValueError;
import orrery.orm.resolve.Lookups.Left;
import orrery.orm.resolve.Lookups.Right;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;
import orrery.orm.type.Values;

/// The table of lookups of JSON values and of their parts, as Django's `JSONField` has them.
///
/// `None` stands for JSON's `null`, not for an absent value. A part is searched as text; a whole
/// value is compared as a value.
final class JsonLookups {

  private static final Map<String, Lookups.Lookup> ROWS = new LinkedHashMap<>();

  /// Those that no other type has.
  private static final Set<String> OWN =
      Set.of("has_key", "has_keys", "has_any_keys", "contained_by");

  static {
    ROWS.put("exact", (l, r) -> compare(Comparison.EQUAL, l, r));
    ROWS.put("gt", (l, r) -> compare(Comparison.GREATER, l, r));
    ROWS.put("gte", (l, r) -> compare(Comparison.GREATER_OR_EQUAL, l, r));
    ROWS.put("lt", (l, r) -> compare(Comparison.LESS, l, r));
    ROWS.put("lte", (l, r) -> compare(Comparison.LESS_OR_EQUAL, l, r));
    ROWS.put("in", JsonLookups::in);
    ROWS.put("range", JsonLookups::range);
    ROWS.put("contains", (l, r) -> call("DataContains", l, json(r)));
    ROWS.put("contained_by", (l, r) -> call("ContainedBy", l, json(r)));
    ROWS.put("has_key", JsonLookups::hasKey);
    ROWS.put("has_keys", (l, r) -> keys("HasKeys", l, r));
    ROWS.put("has_any_keys", (l, r) -> keys("HasAnyKeys", l, r));
    ROWS.put("iexact", (l, r) -> match(MatchKind.EXACT, true, l, r));
    ROWS.put("icontains", (l, r) -> match(MatchKind.CONTAINS, true, l, r));
    ROWS.put("startswith", (l, r) -> match(MatchKind.STARTS_WITH, false, l, r));
    ROWS.put("istartswith", (l, r) -> match(MatchKind.STARTS_WITH, true, l, r));
    ROWS.put("endswith", (l, r) -> match(MatchKind.ENDS_WITH, false, l, r));
    ROWS.put("iendswith", (l, r) -> match(MatchKind.ENDS_WITH, true, l, r));
    ROWS.put("regex", (l, r) -> match(MatchKind.REGEX, false, l, r));
    ROWS.put("iregex", (l, r) -> match(MatchKind.REGEX, true, l, r));
  }

  private JsonLookups() {}

  /// Returns the names of the lookups that no other type has.
  static Set<String> own() {
    return OWN;
  }

  /// Returns what the lookup `name` makes of a JSON value and a right side; null where it means
  /// what it means for any value.
  static @Nullable SqlExpr find(String name, Left left, Right right) {
    Lookups.Lookup lookup = ROWS.get(name);
    boolean values = right instanceof Right.One || right instanceof Right.Many;
    boolean json = left.expr().type().kind() == Kind.JSON;
    boolean nothing = right instanceof Right.One one && one.value() == null;
    if (nothing && !name.equals("exact") && !name.startsWith("contain") && !OWN.contains(name)) {
      // Only a value that is looked for may be JSON's null.
      return null;
    }
    return lookup == null || !values || !json ? null : lookup.apply(left, right);
  }

  private static boolean isPart(Left left) {
    return left.expr() instanceof SqlExpr.Function call && call.name().equals("JsonKey");
  }

  private static SqlExpr whole(SqlExpr value) {
    return new SqlExpr.Function("JSON", List.of(value), FieldTypes.JSON);
  }

  /// The left side in the form in which it is compared.
  private static SqlExpr comparable(Left left) {
    return isPart(left) ? left.expr() : whole(left.expr());
  }

  /// A value in the form in which it is compared with `left`.
  private static SqlExpr comparable(Left left, Right right) {
    if (right instanceof Right.Expression || right instanceof Right.Rows) {
      return Lookups.item(left, right);
    }
    SqlExpr param = json(right);
    return isPart(left)
        ? new SqlExpr.Function("JSONValue", List.of(param), FieldTypes.JSON)
        : whole(param);
  }

  private static SqlExpr.Param json(Right right) {
    return new SqlExpr.Param(Json.of(value(right)), FieldTypes.JSON);
  }

  /// Returns the value that `right` is, with lists as lists.
  private static @Nullable Object value(Right right) {
    return switch (right) {
      case Right.One one -> one.value();
      case Right.Many many -> {
        List<@Nullable Object> values = new ArrayList<>();
        many.items().forEach(item -> values.add(value(item)));
        yield values;
      }
      case Right.Expression e ->
          throw new ValueError("A JSON value to compare with holds plain values only.");
      case Right.Rows rows ->
          throw new ValueError("A JSON value to compare with holds plain values only.");
    };
  }

  private static SqlExpr compare(Comparison comparison, Left left, Right right) {
    return new SqlExpr.Compare(comparison, comparable(left), comparable(left, right));
  }

  private static SqlExpr in(Left left, Right right) {
    List<SqlExpr> items = new ArrayList<>();
    for (Right item : items(right)) {
      boolean nothing = item instanceof Right.One one && one.value() == null;
      SqlExpr value = nothing ? null : comparable(left, item);
      if (value != null && !items.contains(value)) {
        items.add(value);
      }
    }
    return items.isEmpty() ? Truth.NEVER : new SqlExpr.In(comparable(left), items);
  }

  private static SqlExpr range(Left left, Right right) {
    List<Right> ends = items(right);
    if (ends.size() != 2) {
      throw new ValueError(
          "The range lookup takes two values, the first and the last; it got " + ends.size() + ".");
    }
    return new SqlExpr.Between(
        comparable(left), comparable(left, ends.get(0)), comparable(left, ends.get(1)));
  }

  private static List<Right> items(Right right) {
    return switch (right) {
      case Right.Many many -> many.items();
      case Right.One one -> Lookups.parts(one.value()).items();
      case Right.Expression e -> List.of(e);
      case Right.Rows rows -> List.of(rows);
    };
  }

  // A list of one key is that key.
  private static SqlExpr hasKey(Left left, Right right) {
    return right instanceof Right.Many
        ? keys("HasKeys", left, right)
        : call("HasKey", left, key(value(right)));
  }

  private static SqlExpr keys(String function, Left left, Right right) {
    List<SqlExpr> args = new ArrayList<>();
    args.add(left.expr());
    items(right).forEach(item -> args.add(key(value(item))));
    return new SqlExpr.Function(function, args, FieldTypes.BOOLEAN);
  }

  private static SqlExpr key(@Nullable Object value) {
    return new SqlExpr.Param(Values.show(value), FieldTypes.TEXT);
  }

  private static SqlExpr call(String function, Left left, SqlExpr right) {
    return new SqlExpr.Function(function, List.of(left.expr(), right), FieldTypes.BOOLEAN);
  }

  private static SqlExpr match(MatchKind kind, boolean ignoreCase, Left left, Right right) {
    SqlExpr text =
        left.expr() instanceof SqlExpr.Function call && isPart(left)
            ? new SqlExpr.Function("JsonKeyText", call.args(), FieldTypes.TEXT)
            : left.expr();
    Object value = value(right);
    String wanted = value instanceof String s ? s : Json.of(value).text();
    return new SqlExpr.Match(kind, text, new SqlExpr.Param(wanted, FieldTypes.TEXT), ignoreCase);
  }
}
