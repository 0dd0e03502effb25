package orrery.orm.dialect;

import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Truths;

/// The test of several values for NULL: one test a value.
final class TupleNulls {

  private TupleNulls() {}

  /// Returns that any of `tuple` is NULL, or that none is.
  static SqlExpr of(SqlExpr.IsNull test, SqlExpr.Tuple tuple) {
    List<SqlExpr> tests =
        tuple.items().stream()
            .<SqlExpr>map(item -> new SqlExpr.IsNull(item, test.negated()))
            .toList();
    return test.negated() ? Truths.and(tests) : Truths.or(tests);
  }
}
