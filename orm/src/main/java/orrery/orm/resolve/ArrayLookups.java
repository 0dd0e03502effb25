package orrery.orm.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.resolve.Lookups.Left;
import orrery.orm.resolve.Lookups.Right;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The lookups and transforms of arrays, as Django's `ArrayField` has them.
final class ArrayLookups {

  /// By lookup, the function that it is.
  private static final Map<String, String> ROWS =
      Map.of(
          "contains",
          "ArrayContains",
          "contained_by",
          "ArrayContainedBy",
          "overlap",
          "ArrayOverlap");

  private ArrayLookups() {}

  /// Returns the names of the lookups that a value of `type` has beside those of all types.
  static Set<String> names(FieldType type) {
    return type.kind() == Kind.ARRAY ? ROWS.keySet() : Set.of();
  }

  /// Returns what the lookup `name` makes of an array and a right side; null where it means what it
  /// means for any value.
  static @Nullable SqlExpr find(String name, Left left, Right right) {
    String function = left.type().kind() == Kind.ARRAY ? ROWS.get(name) : null;
    if (function == null || right instanceof Right.Rows) {
      return null;
    }
    return new SqlExpr.Function(
        function, List.of(left.expr(), Lookups.item(left, right)), FieldTypes.BOOLEAN);
  }

  /// Returns the length of an array, or the element at a place counted from 0; null for any other
  /// name.
  static @Nullable SqlExpr transform(SqlExpr of, String name) {
    if (name.equals("len")) {
      return new SqlExpr.Function("ArrayLength", List.of(of), FieldTypes.INTEGER);
    }
    if (!name.matches("\\d{1,8}")) {
      return null;
    }
    SqlExpr place = new SqlExpr.Param(Long.parseLong(name) + 1, FieldTypes.INTEGER);
    return new SqlExpr.Function("ArrayItem", List.of(of, place), FieldTypes.ANY);
  }
}
