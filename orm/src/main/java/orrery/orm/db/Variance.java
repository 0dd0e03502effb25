package orrery.orm.db;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import org.sqlite.Function;

/// The variance or the standard deviation of numbers, as an aggregate and a window function of SQL.
///
/// It is computed exactly and rounded once at the end, as Python's `statistics` do. NULLs are left
/// out; of no numbers, and of one where a sample is meant, the result is NULL.
final class Variance extends Function.Window {

  private static final MathContext PRECISION = new MathContext(40);
  private static final int NULL = 5;

  private final boolean root;
  private final int less;

  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;
  private boolean finite = true;

  /// Makes it.
  ///
  /// @param root whether the standard deviation is wanted, the root of the variance
  /// @param sample whether the numbers are a sample and not all there are
  Variance(boolean root, boolean sample) {
    this.root = root;
    this.less = sample ? 1 : 0;
  }

  @Override
  protected void xStep() throws SQLException {
    add(1);
  }

  @Override
  protected void xInverse() throws SQLException {
    add(-1);
  }

  private void add(int times) throws SQLException {
    if (value_type(0) == NULL) {
      return;
    }
    double value = value_double(0);
    if (!Double.isFinite(value)) {
      finite = false;
      return;
    }
    BigDecimal number = new BigDecimal(value);
    BigDecimal square = number.multiply(number);
    count += times;
    sum = times > 0 ? sum.add(number) : sum.subtract(number);
    squares = times > 0 ? squares.add(square) : squares.subtract(square);
  }

  @Override
  protected void xValue() throws SQLException {
    give();
  }

  @Override
  protected void xFinal() throws SQLException {
    give();
  }

  private void give() throws SQLException {
    if (count <= less) {
      result();
    } else if (!finite) {
      result(Double.NaN);
    } else {
      BigDecimal n = BigDecimal.valueOf(count);
      BigDecimal variance =
          squares
              .multiply(n)
              .subtract(sum.multiply(sum))
              .divide(n.multiply(BigDecimal.valueOf(count - less)), PRECISION);
      result((root ? variance.sqrt(PRECISION) : variance).doubleValue());
    }
  }
}
