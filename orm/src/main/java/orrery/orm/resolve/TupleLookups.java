package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.type.FieldTypes;

/// Lookups of several columns together: composite keys and the relations that go by them. Django's
/// `tuple_lookups`.
final class TupleLookups {

  private TupleLookups() {}

  /// Returns the comparison of all columns with as many values.
  static SqlExpr compare(
      Comparison comparison, SqlExpr.Tuple tuple, Lookups.Left left, Lookups.Right given) {
    String name = left.name();
    Lookups.Right right = set(left, given);
    if (right instanceof Lookups.Right.Expression e) {
      return new SqlExpr.Compare(comparison, tuple, e.expr());
    }
    String lookup = lookup(comparison);
    if (!(right instanceof Lookups.Right.Many many)) {
      throw noTuple(lookup, name);
    }
    if (many.items().size() != tuple.items().size()) {
      throw new ValueError(
          "'"
              + lookup
              + "' lookup of '"
              + name
              + "' must have "
              + tuple.items().size()
              + " elements");
    }
    List<SqlExpr> items = items(tuple, name, many);
    if (comparison != Comparison.EQUAL) {
      return new SqlExpr.Compare(comparison, tuple, new SqlExpr.Tuple(items, FieldTypes.ANY));
    }
    List<SqlExpr> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      parts.add(new SqlExpr.Compare(Comparison.EQUAL, tuple.items().get(i), items.get(i)));
    }
    return new SqlExpr.And(parts);
  }

  /// Returns the error for a value that is none for several columns.
  static ValueError noTuple(String lookup, String name) {
    return new ValueError("'" + lookup + "' lookup of '" + name + "' must be a tuple or a list");
  }

  // Of a relation, a value that is no tuple is a set of one.
  private static Lookups.Right set(Lookups.Left left, Lookups.Right right) {
    return left.relation() && right instanceof Lookups.Right.One
        ? new Lookups.Right.Many(List.of(right))
        : right;
  }

  private static String lookup(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "exact";
      case LESS -> "lt";
      case LESS_OR_EQUAL -> "lte";
      case GREATER -> "gt";
      case GREATER_OR_EQUAL -> "gte";
    };
  }

  /// Returns the condition that the columns have one of several sets of values.
  static SqlExpr in(SqlExpr.Tuple tuple, Lookups.Left left, Lookups.Right.Many many) {
    String name = left.name();
    List<SqlExpr> sets = new ArrayList<>();
    for (Lookups.Right item : many.items()) {
      if (!(set(left, item) instanceof Lookups.Right.Many set)) {
        throw new ValueError(
            "'in' lookup of '" + name + "' must be a collection of tuples or lists");
      }
      if (set.items().size() != tuple.items().size()) {
        throw new ValueError(
            "'in' lookup of '" + name + "' must have " + tuple.items().size() + " elements each");
      }
      // NULL is equal to nothing.
      boolean nothing =
          set.items().stream()
              .anyMatch(i -> i instanceof Lookups.Right.One one && one.value() == null);
      if (!nothing) {
        sets.add(new SqlExpr.Tuple(items(tuple, name, set), FieldTypes.ANY));
      }
    }
    return sets.isEmpty() ? SqlExpr.Truth.NEVER : new SqlExpr.In(tuple, sets);
  }

  private static List<SqlExpr> items(SqlExpr.Tuple tuple, String name, Lookups.Right.Many many) {
    List<SqlExpr> items = new ArrayList<>();
    for (int i = 0; i < many.items().size(); i++) {
      Lookups.Left left = new Lookups.Left(tuple.items().get(i), name);
      items.add(Lookups.item(left, many.items().get(i)));
    }
    return items;
  }

  /// Returns the condition that one of the columns is NULL, or that none is.
  static SqlExpr isNull(SqlExpr.Tuple tuple, boolean wanted) {
    List<SqlExpr> parts = new ArrayList<>();
    tuple.items().forEach(i -> parts.add(new SqlExpr.IsNull(i, !wanted)));
    return wanted ? new SqlExpr.Or(parts) : new SqlExpr.And(parts);
  }
}
