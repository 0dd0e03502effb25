package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// The spelling of plain values in Python.
final class Literals {

  private Literals() {}

  /// Returns how `value` is written.
  ///
  /// @throws IllegalArgumentException where it is of no class that [orrery.orm.type.Kind] names
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean truth -> truth ? "True" : "False";
      case Long _, BigInteger _, Integer _, Short _, Byte _ -> value.toString();
      case Double number -> number(number);
      case Float number -> number(Double.parseDouble(number.toString()));
      case BigDecimal number -> "Decimal(\"" + number + "\")";
      case String text -> string(text);
      case Bytes bytes -> bytes(bytes);
      case LocalDate date -> "date(" + day(date) + ")";
      case LocalTime time -> "time(" + clock(time) + ")";
      case LocalDateTime naive ->
          "datetime(" + day(naive.toLocalDate()) + ", " + clock(naive.toLocalTime()) + ")";
      case OffsetDateTime aware -> aware(aware);
      case Duration duration -> duration(duration);
      case UUID uuid -> "UUID(\"" + uuid + "\")";
      case Json json -> JsonLiteral.text(json);
      case List<?> items ->
          items.stream().map(Literals::text).collect(Collectors.joining(", ", "[", "]"));
      default -> throw new IllegalArgumentException("no literal for " + value.getClass());
    };
  }

  /// Returns whether the text of `value` starts with a minus.
  static boolean isSigned(@Nullable Object value) {
    return switch (value) {
      case Long number -> number < 0;
      case Integer number -> number < 0;
      case Short number -> number < 0;
      case Byte number -> number < 0;
      case BigInteger number -> number.signum() < 0;
      case Double number -> number(number).startsWith("-");
      case Float number -> number(number).startsWith("-");
      case null, default -> false;
    };
  }

  /// Returns `text` in double quotes, with no escapes but those needed.
  static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isISOControl(c)) {
            out.append("\\x%02x".formatted((int) c));
          } else if (isUnseen(c)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// Says whether a reader would not see `c`, or see it in another place.
  private static boolean isUnseen(char c) {
    int type = Character.getType(c);
    return Character.isSurrogate(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String bytes(Bytes bytes) {
    StringBuilder out = new StringBuilder("b\"");
    for (byte b : bytes.toArray()) {
      int c = b & 0xFF;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < 32 || c > 126 ? "\\x%02x".formatted(c) : "" + (char) c);
      }
    }
    return out.append('"').toString();
  }

  /// Returns `number` as Python's `repr` writes it.
  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "1e999 - 1e999";
    }
    if (Double.isInfinite(number)) {
      return number < 0 ? "-1e999" : "1e999";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = exact.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = exact.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return "%s%se%s%02d"
        .formatted(number < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String day(LocalDate date) {
    return date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth();
  }

  private static String clock(LocalTime time) {
    int micros = time.getNano() / 1000;
    String seconds = micros > 0 || time.getSecond() > 0 ? ", " + time.getSecond() : "";
    return time.getHour() + ", " + time.getMinute() + seconds + (micros > 0 ? ", " + micros : "");
  }

  private static String aware(OffsetDateTime time) {
    return "datetime("
        + day(time.toLocalDate())
        + ", "
        + clock(time.toLocalTime())
        + ", tzinfo="
        + zone(time.getOffset())
        + ")";
  }

  private static String zone(ZoneOffset offset) {
    return zone(Duration.ofSeconds(offset.getTotalSeconds()));
  }

  /// Returns the zone that is `offset` from UTC.
  static String zone(Duration offset) {
    return offset.isZero() ? "timezone.utc" : "timezone(" + duration(offset) + ")";
  }

  private static String duration(Duration duration) {
    BigInteger rest = PythonTimes.micros(duration);
    if (rest.signum() == 0) {
      return "timedelta(0)";
    }
    List<String> parts = new ArrayList<>();
    String[] units = {"days", "hours", "minutes", "seconds", "microseconds"};
    long[] micros = {86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1L};
    for (int i = 0; i < units.length; i++) {
      BigInteger[] split = rest.divideAndRemainder(BigInteger.valueOf(micros[i]));
      if (split[0].signum() != 0) {
        parts.add(units[i] + "=" + split[0]);
      }
      rest = split[1];
    }
    return "timedelta(" + String.join(", ", parts) + ")";
  }
}
