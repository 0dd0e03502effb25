package orrery.orm.load;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Kind;

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

  /// Returns `value` as a key of that kind, or null where it cannot be one.
  static @Nullable Object key(Object value, Kind kind) {
    try {
      return switch (kind) {
        case INTEGER -> value instanceof String text ? (Object) Long.valueOf(text.strip()) : value;
        case UUID -> value instanceof String text ? uuid(text.strip()) : value;
        case TEXT -> value.toString();
        case BOOLEAN, FLOAT, DECIMAL, DATE, TIME, DATETIME, DURATION, BINARY, JSON, ARRAY, ANY ->
            value;
      };
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }

  private static UUID uuid(String text) {
    return UUID.fromString(
        text.length() == 32
            ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
            : text);
  }
}
