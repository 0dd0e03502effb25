package orrery.orm.staged;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.type.FieldType;
import orrery.orm.type.Kind;

/// Whether a value may stand in a field, as far as that is known without a database: Django's
/// validators of a field, in its words.
public final class FieldCheck {

  private static final Map<String, Long> LARGEST =
      Map.of(
          "SmallIntegerField", (long) Short.MAX_VALUE,
          "SmallAutoField", (long) Short.MAX_VALUE,
          "PositiveSmallIntegerField", (long) Short.MAX_VALUE,
          "IntegerField", (long) Integer.MAX_VALUE,
          "AutoField", (long) Integer.MAX_VALUE,
          "PositiveIntegerField", (long) Integer.MAX_VALUE);

  private final boolean wide;

  /// Makes it for a database.
  ///
  /// @param wide whether every column of whole numbers has 64 bits, as SQLite's have
  public FieldCheck(boolean wide) {
    this.wide = wide;
  }

  /// Returns what is wrong with `value` in `field`; nothing where it is right.
  public Optional<String> problem(Field field, @Nullable Object value) {
    if (value == null) {
      return field.isNullable()
          ? Optional.empty()
          : Optional.of("%s cannot be null.".formatted(field.name()));
    }
    Optional<String> choice = choice(field, value);
    return choice.isPresent() ? choice : size(field, value);
  }

  private static Optional<String> choice(Field field, Object value) {
    boolean isOne =
        field.choices().isEmpty()
            || field.choices().stream().map(Choice::value).anyMatch(v -> Same.values(v, value));
    return isOne
        ? Optional.empty()
        : Optional.of("Value “%s” is not a valid choice.".formatted(Typed.text(value)));
  }

  private Optional<String> size(Field field, Object value) {
    FieldType type = field.type();
    return switch (value) {
      case String text when type.maxLength() >= 0 && length(text) > type.maxLength() ->
          Optional.of(
              "%s takes at most %,d characters; this has %,d."
                  .formatted(field.name(), type.maxLength(), length(text)));
      case Long number -> range(field, BigInteger.valueOf(number));
      case BigInteger number -> range(field, number);
      case BigDecimal number when type.kind() == Kind.DECIMAL -> digits(field, number);
      default -> Optional.empty();
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private Optional<String> range(Field field, BigInteger number) {
    if (field.type().kind() != Kind.INTEGER) {
      return Optional.empty();
    }
    String name = field.type().name();
    long most = wide ? Long.MAX_VALUE : LARGEST.getOrDefault(name, Long.MAX_VALUE);
    long least = name.startsWith("Positive") ? 0 : -most - 1;
    if (number.compareTo(BigInteger.valueOf(most)) > 0) {
      return Optional.of("%s can be at most %d.".formatted(field.name(), most));
    }
    return number.compareTo(BigInteger.valueOf(least)) < 0
        ? Optional.of("%s must be at least %d.".formatted(field.name(), least))
        : Optional.empty();
  }

  private static Optional<String> digits(Field field, BigDecimal number) {
    FieldType type = field.type();
    if (type.maxDigits() <= 0) {
      return Optional.empty();
    }
    BigDecimal plain = number.stripTrailingZeros();
    int places = Math.max(0, plain.scale());
    int before = Math.max(0, plain.precision() - plain.scale());
    if (places > type.decimalPlaces()) {
      return Optional.of(
          "%s takes at most %d decimal places; this has %d."
              .formatted(field.name(), type.decimalPlaces(), places));
    }
    int room = type.maxDigits() - type.decimalPlaces();
    return before > room
        ? Optional.of(
            "%s takes at most %d digits before the decimal point; this has %d."
                .formatted(field.name(), room, before))
        : Optional.empty();
  }
}
