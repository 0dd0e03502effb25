package orrery.orm.sql;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.sql.SqlExpr.Truth;

/// Conditions put together so that what is always or never true is folded away.
public final class Truths {

  private Truths() {}

  /// Returns the condition that all of `parts` hold.
  public static SqlExpr and(List<SqlExpr> parts) {
    List<SqlExpr> kept = new ArrayList<>();
    for (SqlExpr part : parts) {
      if (part == Truth.NEVER) {
        return Truth.NEVER;
      }
      if (part != Truth.ALWAYS) {
        kept.add(part);
      }
    }
    return kept.isEmpty()
        ? Truth.ALWAYS
        : kept.size() == 1 ? kept.getFirst() : new SqlExpr.And(kept);
  }

  /// Returns the condition that both hold.
  public static SqlExpr and(SqlExpr a, SqlExpr b) {
    return and(List.of(a, b));
  }

  /// Returns the condition that one or more of `parts` hold; of none, that nothing does.
  public static SqlExpr or(List<SqlExpr> parts) {
    List<SqlExpr> kept = new ArrayList<>();
    for (SqlExpr part : parts) {
      if (part == Truth.ALWAYS) {
        return Truth.ALWAYS;
      }
      if (part != Truth.NEVER) {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? Truth.NEVER : kept.size() == 1 ? kept.getFirst() : new SqlExpr.Or(kept);
  }

  /// Returns the condition that `of` does not hold.
  public static SqlExpr not(SqlExpr of) {
    return of == Truth.ALWAYS
        ? Truth.NEVER
        : of == Truth.NEVER ? Truth.ALWAYS : new SqlExpr.Not(of);
  }
}
