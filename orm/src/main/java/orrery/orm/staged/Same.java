package orrery.orm.staged;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two values of a field mean the same: `8.5` and `8.50` do.
public final class Same {

  private Same() {}

  /// Says whether two values of one field mean the same.
  public static boolean values(@Nullable Object a, @Nullable Object b) {
    if (a instanceof BigDecimal left && b instanceof BigDecimal right) {
      return left.compareTo(right) == 0;
    }
    if (a instanceof OffsetDateTime left && b instanceof OffsetDateTime right) {
      return left.isEqual(right);
    }
    return Objects.equals(a, b);
  }
}
