package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.NotImplementedError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Truths;

/// A condition taken apart by what it looks at: single rows, groups of rows, or windows over rows.
/// Django's `split_having_qualify`.
///
/// @param where what is asked of a row
/// @param having what is asked of a group
/// @param qualify what is asked of a row after windows are known
record Clauses(SqlExpr where, SqlExpr having, SqlExpr qualify) {

  // Parts that are absent are null, since an absent part of a negation is not its negation.
  private record Parts(
      @Nullable SqlExpr where, @Nullable SqlExpr having, @Nullable SqlExpr qualify) {}

  /// Returns the clauses of all `conditions` together.
  static Clauses of(List<SqlExpr> conditions) {
    List<Parts> parts = new ArrayList<>();
    conditions.forEach(c -> parts.add(split(c, false)));
    return new Clauses(
        Truths.and(collect(parts, Parts::where)),
        Truths.and(collect(parts, Parts::having)),
        Truths.and(collect(parts, Parts::qualify)));
  }

  private static List<SqlExpr> collect(
      List<Parts> parts, java.util.function.Function<Parts, @Nullable SqlExpr> which) {
    List<SqlExpr> found = new ArrayList<>();
    for (Parts part : parts) {
      SqlExpr expr = which.apply(part);
      if (expr != null) {
        found.add(expr);
      }
    }
    return found;
  }

  private static Parts split(SqlExpr expr, boolean negated) {
    boolean groups = Aggregates.in(expr);
    boolean windows = Aggregates.windowIn(expr);
    if (!groups && !windows) {
      return new Parts(expr, null, null);
    }
    return switch (expr) {
      case SqlExpr.Not not -> negate(split(not.of(), !negated));
      case SqlExpr.And and -> join(and, and.parts(), negated, negated);
      case SqlExpr.Or or -> join(or, or.parts(), negated, !negated);
      case SqlExpr e -> windows ? new Parts(null, null, e) : new Parts(null, e, null);
    };
  }

  private static Parts negate(Parts parts) {
    return new Parts(not(parts.where()), not(parts.having()), not(parts.qualify()));
  }

  private static @Nullable SqlExpr not(@Nullable SqlExpr expr) {
    return expr == null ? null : Truths.not(expr);
  }

  // Parts of which any may hold have to stay together.
  private static Parts join(
      SqlExpr whole, List<SqlExpr> children, boolean negated, boolean together) {
    boolean windows = Aggregates.windowIn(whole);
    if (together && !windows) {
      return new Parts(null, whole, null);
    }
    List<Parts> parts = new ArrayList<>();
    children.forEach(c -> parts.add(split(c, negated)));
    if (together) {
      if (Aggregates.in(whole)) {
        throw new NotImplementedError(
            "Heterogeneous disjunctive predicates against window functions are not implemented"
                + " when performing conditional aggregation.");
      }
      return new Parts(null, null, whole);
    }
    boolean any = whole instanceof SqlExpr.Or;
    return new Parts(
        rejoin(collect(parts, Parts::where), any),
        rejoin(collect(parts, Parts::having), any),
        rejoin(collect(parts, Parts::qualify), any));
  }

  private static @Nullable SqlExpr rejoin(List<SqlExpr> parts, boolean any) {
    return parts.isEmpty() ? null : any ? Truths.or(parts) : Truths.and(parts);
  }
}
