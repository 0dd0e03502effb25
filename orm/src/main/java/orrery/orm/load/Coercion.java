package orrery.orm.load;

import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValidationError;
import orrery.orm.error.ValueError;
import orrery.orm.type.FieldType;
import orrery.orm.type.Values;

/// The one Java class for each kind of value, where code may give another: whole numbers are
/// `Long`, fractions `Double`, texts `String`.
final class Coercion {

  private Coercion() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case Integer number -> (Object) number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Float number -> number.doubleValue();
      case CharSequence text -> text.toString();
      case null -> null;
      default -> value;
    };
  }

  /// Returns `value` as a key of that type, or null where it cannot be one.
  static @Nullable Object key(Object value, FieldType type) {
    try {
      return Values.prepare(type, value, "");
    } catch (ValueError | ValidationError | TypeError notOne) {
      return null;
    }
  }
}
