package orrery.orm.dialect;

import orrery.orm.sql.SqlExpr;

/// How a function is written. Stateless.
@FunctionalInterface
public interface Spelling {

  /// Writes `call` to `out`.
  void write(SqlExpr.Function call, SqlOut out);
}
