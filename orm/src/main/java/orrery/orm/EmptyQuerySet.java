package orrery.orm;

import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.query.Step;

/// What a queryset is after `none()`, whatever its class.
public final class EmptyQuerySet {

  /// Refuses: there are no objects of this class.
  ///
  /// @throws TypeError always
  public EmptyQuerySet() {
    throw new TypeError("EmptyQuerySet can't be instantiated");
  }

  /// Says whether `object` is a queryset that was made empty by `none()`.
  public static boolean isInstance(@Nullable Object object) {
    return object instanceof QuerySet<?> rows
        && rows.query().steps().stream().anyMatch(Step.None.class::isInstance);
  }
}
