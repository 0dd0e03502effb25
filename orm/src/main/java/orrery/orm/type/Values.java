package orrery.orm.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValidationError;
import orrery.orm.error.ValueError;

/// Values as a field's type wants them: Django's `get_prep_value`, with its messages.
public final class Values {

  private static final String RIGHT_FORM = "value has the correct format ";
  private static final String WRONG_FORM = "value has an invalid format. It must be in ";

  private Values() {}

  /// Returns `value` in the Java class of the type's kind; null stays null.
  ///
  /// @param type the type that the value is for
  /// @param value what was given
  /// @param field the name of the field, for the message
  /// @throws ValueError where a number was expected, in Django's words
  /// @throws ValidationError where another kind of value was expected, in Django's words
  public static @Nullable Object prepare(FieldType type, @Nullable Object value, String field) {
    if (value == null) {
      return null;
    }
    return switch (type.kind()) {
      case BOOLEAN -> bool(value);
      case INTEGER -> integer(value, field);
      case FLOAT -> real(value, field);
      case DECIMAL -> decimal(type, value);
      case TEXT -> text(value);
      case DATE -> date(value);
      case TIME -> time(value);
      case DATETIME -> dateTime(value);
      case DURATION -> duration(value);
      case UUID -> uuid(value);
      case BINARY -> value instanceof byte[] b ? Bytes.of(b) : value;
      case JSON -> Json.of(value);
      case ARRAY, ANY -> value;
    };
  }

  private static Object bool(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case Number n when n.doubleValue() == 1 -> true;
      case Number n when n.doubleValue() == 0 -> false;
      case String s when List.of("t", "True", "1").contains(s) -> true;
      case String s when List.of("f", "False", "0").contains(s) -> false;
      default -> throw invalid(value, "value must be either True or False.");
    };
  }

  private static Object integer(Object value, String field) {
    return switch (value) {
      case Long n -> n;
      case Integer n -> n.longValue();
      case Short n -> n.longValue();
      case BigInteger n -> narrow(n);
      case Boolean b -> b ? 1L : 0L;
      case Double d when !d.isNaN() && !d.isInfinite() -> narrow(new BigDecimal(d).toBigInteger());
      case BigDecimal d -> narrow(d.toBigInteger());
      case String s -> {
        try {
          yield narrow(new BigInteger(s.strip().replace("_", "")));
        } catch (NumberFormatException e) {
          throw new ValueError(number(field, value), e);
        }
      }
      case Bytes b -> throw new ValueError(number(field, value));
      case Double d -> throw new ValueError(number(field, value));
      default -> throw new TypeError(number(field, value));
    };
  }

  private static Object narrow(BigInteger n) {
    return n.bitLength() < Long.SIZE ? n.longValue() : n;
  }

  private static Object real(Object value, String field) {
    return switch (value) {
      case Number n -> n.doubleValue();
      case Boolean b -> b ? 1.0 : 0.0;
      case String s -> {
        try {
          yield Double.valueOf(s.strip());
        } catch (NumberFormatException e) {
          throw new ValueError(number(field, value), e);
        }
      }
      case Bytes b -> throw new ValueError(number(field, value));
      default -> throw new TypeError(number(field, value));
    };
  }

  private static String number(String field, Object value) {
    return "Field '" + field + "' expected a number but got " + Repr.of(value) + ".";
  }

  private static Object decimal(FieldType type, Object value) {
    BigDecimal number =
        switch (value) {
          case BigDecimal d -> d;
          case Long n -> BigDecimal.valueOf(n);
          case Integer n -> BigDecimal.valueOf(n);
          case BigInteger n -> new BigDecimal(n);
          case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
          case Double d when !d.isNaN() && !d.isInfinite() -> rounded(type, d);
          case String s -> {
            try {
              yield new BigDecimal(s.strip());
            } catch (NumberFormatException e) {
              throw notDecimal(value);
            }
          }
          default -> throw notDecimal(value);
        };
    return number;
  }

  private static BigDecimal rounded(FieldType type, double d) {
    // A float is read with as many digits as the field has, so that 0.1 means 0.1.
    int digits = type.maxDigits() > 0 ? type.maxDigits() : 15;
    return new BigDecimal(d).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static ValidationError notDecimal(Object value) {
    return invalid(value, "value must be a decimal number.");
  }

  private static Object text(Object value) {
    return switch (value) {
      case String s -> s;
      case CharSequence s -> s.toString();
      default -> show(value);
    };
  }

  /// Returns `value` as Python's `str` gives it.
  public static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case String s -> s;
      case BigDecimal d -> d.toPlainString();
      case LocalDateTime d -> DateTimes.text(d);
      case LocalTime t -> DateTimes.text(t);
      case Duration d -> span(d);
      default -> {
        String text = Repr.of(value);
        yield value instanceof UUID
            ? value.toString()
            : value instanceof LocalDate ? value.toString() : text;
      }
    };
  }

  // As Python's str shows a timedelta: 14 days, 0:01:30.000180
  private static String span(Duration d) {
    long micros = Math.floorDiv(d.toNanos(), 1000L);
    long day = 86_400_000_000L;
    long days = Math.floorDiv(micros, day);
    long rest = Math.floorMod(micros, day);
    long seconds = rest / 1_000_000;
    String clock =
        "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
            + (rest % 1_000_000 == 0 ? "" : ".%06d".formatted(rest % 1_000_000));
    return days == 0 ? clock : days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock;
  }

  private static Object date(Object value) {
    return switch (value) {
      case LocalDate d -> d;
      case LocalDateTime d -> d.toLocalDate();
      case OffsetDateTime d -> d.toLocalDate();
      case String s -> {
        LocalDate parsed = DateTimes.date(s);
        if (parsed == null) {
          throw DateTimes.looksLikeDate(s)
              ? invalid(s, RIGHT_FORM + "(YYYY-MM-DD) but it is an invalid date.")
              : invalid(s, "value has an invalid date format. It must be in YYYY-MM-DD format.");
        }
        yield parsed;
      }
      default -> throw noText();
    };
  }

  private static Object time(Object value) {
    return switch (value) {
      case LocalTime t -> t;
      case LocalDateTime d -> d.toLocalTime();
      case String s -> {
        LocalTime parsed = DateTimes.time(s);
        if (parsed == null) {
          throw DateTimes.looksLikeTime(s)
              ? invalid(s, RIGHT_FORM + "(HH:MM[:ss[.uuuuuu]]) but it is an invalid time.")
              : invalid(s, WRONG_FORM + "HH:MM[:ss[.uuuuuu]] format.");
        }
        yield parsed;
      }
      default -> throw noText();
    };
  }

  private static Object dateTime(Object value) {
    return switch (value) {
      case LocalDateTime d -> d;
      case OffsetDateTime d -> d;
      case LocalDate d -> d.atStartOfDay();
      case String s -> {
        Object parsed = DateTimes.dateTime(s);
        LocalDate day = parsed == null ? DateTimes.date(s) : null;
        if (parsed == null && day == null) {
          throw DateTimes.looksLikeDate(s)
              ? invalid(s, RIGHT_FORM + "(YYYY-MM-DD) but it is an invalid date.")
              : DateTimes.looksLikeDateTime(s)
                  ? invalid(
                      s,
                      RIGHT_FORM
                          + "(YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid date/time.")
                  : invalid(s, WRONG_FORM + "YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.");
        }
        yield parsed != null ? parsed : Objects.requireNonNull(day).atStartOfDay();
      }
      default -> throw noText();
    };
  }

  private static Object duration(Object value) {
    return switch (value) {
      case Duration d -> d;
      case String s -> {
        Duration parsed = DateTimes.duration(s);
        if (parsed == null) {
          throw invalid(s, WRONG_FORM + "[DD] [[HH:]MM:]ss[.uuuuuu] format.");
        }
        yield parsed;
      }
      default ->
          throw new TypeError(
              "expected string or bytes-like object, got '" + Repr.typeName(value) + "'");
    };
  }

  private static TypeError noText() {
    return new TypeError("fromisoformat: argument must be str");
  }

  private static ValidationError invalid(Object value, String what) {
    return new ValidationError(Repr.of(List.of("“" + show(value) + "” " + what)));
  }

  private static Object uuid(Object value) {
    if (value instanceof UUID u) {
      return u;
    }
    String text = show(value).replace("-", "").replace("{", "").replace("}", "");
    String hex = text.toLowerCase(Locale.ROOT).replaceFirst("^urn:uuid:", "");
    if (!hex.matches("[0-9a-f]{32}")) {
      throw invalid(value, "is not a valid UUID.");
    }
    BigInteger bits = new BigInteger(hex, 16);
    return new UUID(bits.shiftRight(Long.SIZE).longValue(), bits.longValue());
  }
}
