package orrery.orm.db;

import java.sql.SQLException;
import java.util.function.LongBinaryOperator;
import org.sqlite.Function;

/// An operation on the bits of all numbers, as an aggregate of SQL. NULLs are left out; of no
/// numbers the result is NULL.
final class Bits extends Function.Aggregate {

  private static final int NULL = 5;

  private final LongBinaryOperator operation;
  private boolean any;
  private long bits;

  Bits(LongBinaryOperator operation) {
    this.operation = operation;
  }

  @Override
  protected void xStep() throws SQLException {
    if (value_type(0) != NULL) {
      long number = value_long(0);
      bits = any ? operation.applyAsLong(bits, number) : number;
      any = true;
    }
  }

  @Override
  protected void xFinal() throws SQLException {
    if (any) {
      result(bits);
    } else {
      result();
    }
  }
}
