package orrery.orm.staged;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValidationError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.type.Bytes;
import orrery.orm.type.DateTimes;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;
import orrery.orm.type.Values;

/// Values as people type them: read from text as the field's type says, and written as text that
/// reads as the same value.
public final class Typed {

  private static final Map<String, Boolean> TRUTHS =
      Map.ofEntries(
          Map.entry("true", true),
          Map.entry("t", true),
          Map.entry("yes", true),
          Map.entry("y", true),
          Map.entry("on", true),
          Map.entry("1", true),
          Map.entry("✓", true),
          Map.entry("false", false),
          Map.entry("f", false),
          Map.entry("no", false),
          Map.entry("n", false),
          Map.entry("off", false),
          Map.entry("0", false),
          Map.entry("✗", false));

  private static final String EXAMPLE = "2024-12-31";

  private Typed() {}

  /// Says whether values of `field` can be typed: all but lists.
  public static boolean isTypable(Field field) {
    return field.type().kind() != Kind.ARRAY;
  }

  /// Returns the value of `field` that `text` means. No text at all is the empty text where the
  /// field holds texts, else null.
  ///
  /// @throws ValidationError where it means none, with what was meant where that can be told
  public static @Nullable Object read(Field field, String text) {
    Kind kind = field.type().kind();
    boolean isText = kind == Kind.TEXT || kind == Kind.ANY;
    if (!field.choices().isEmpty()) {
      return text.isEmpty() && !isText ? null : choice(field, text);
    }
    if (isText) {
      return kind == Kind.TEXT ? text : anything(text);
    }
    String typed = text.strip();
    return typed.isEmpty() ? null : read(kind, typed);
  }

  private static @Nullable Object read(Kind kind, String typed) {
    return switch (kind) {
      case BOOLEAN -> truth(typed);
      case INTEGER -> integer(typed);
      case FLOAT -> number(typed, Double::valueOf, "1.5 or 2e-3");
      case DECIMAL -> number(typed, BigDecimal::new, "12.50");
      case DATE -> known(DateTimes.date(typed), typed, "a date", EXAMPLE);
      case TIME -> known(DateTimes.time(typed), typed, "a time", "14:30 or 14:30:05");
      case DATETIME -> dateTime(typed);
      case DURATION ->
          known(DateTimes.duration(typed), typed, "a length of time", "1 day, 2:30:00 or 0:45");
      case UUID -> uuid(typed);
      case BINARY -> bytes(typed);
      case JSON -> json(typed);
      case ARRAY -> throw new ValidationError("Lists cannot be typed here.");
      case TEXT, ANY -> typed;
    };
  }

  private static Object truth(String typed) {
    Boolean truth = TRUTHS.get(typed.toLowerCase(Locale.ROOT));
    if (truth == null) {
      ValidationError error = not(typed, "true or false", "true or false");
      error.meaning(Nearest.of(typed, List.of("true", "false", "yes", "no")));
      throw error;
    }
    return truth;
  }

  private static Object integer(String typed) {
    String digits = typed.startsWith("+") ? typed.substring(1) : typed;
    if (!digits.matches("-?\\d+")) {
      throw not(typed, "a whole number", "42 or -7");
    }
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static Object number(String typed, Function<String, Object> read, String like) {
    try {
      return read.apply(typed);
    } catch (NumberFormatException e) {
      ValidationError error = not(typed, "a number", like);
      String meant = typed.replace(" ", "").replace(',', '.');
      if (meant.matches("-?\\d+\\.\\d+")) {
        error.meaning(meant);
      }
      throw error;
    }
  }

  private static Object dateTime(String typed) {
    Object at = DateTimes.dateTime(typed);
    LocalDate day = at == null ? DateTimes.date(typed) : null;
    return known(
        day == null ? at : day.atStartOfDay(), typed, "a date and time", EXAMPLE + " 14:30");
  }

  private static Object known(@Nullable Object value, String typed, String what, String like) {
    if (value == null) {
      boolean impossible = DateTimes.looksLikeDate(typed) || DateTimes.looksLikeDateTime(typed);
      throw impossible && what.contains("date")
          ? new ValidationError("“%s” is no date of the calendar.".formatted(typed))
          : not(typed, what, like);
    }
    return value;
  }

  private static Object uuid(String typed) {
    try {
      Object id = Values.prepare(orrery.orm.type.FieldTypes.UUID, typed, "");
      if (id instanceof UUID) {
        return id;
      }
    } catch (OrmError e) {
      throw (ValidationError)
          not(typed, "a UUID", "123e4567-e89b-12d3-a456-426614174000").initCause(e);
    }
    throw not(typed, "a UUID", "123e4567-e89b-12d3-a456-426614174000");
  }

  private static Object bytes(String typed) {
    String digits = typed.replaceFirst("^(0x|\\\\x)", "").replaceAll("\\s", "");
    try {
      return Bytes.of(HexFormat.of().parseHex(digits));
    } catch (IllegalArgumentException e) {
      throw (ValidationError) not(typed, "bytes in hexadecimal digits", "0xCAFE").initCause(e);
    }
  }

  private static Object json(String typed) {
    Json json = Json.read(typed);
    // What is no JSON is read as the JSON of a text.
    if (!json.text().equals(typed)) {
      throw not(typed, "JSON", "{\"key\": [1, 2]} or \"text\"");
    }
    return json;
  }

  // A column without a declared type holds what it is given.
  private static Object anything(String text) {
    if (text.matches("-?(0|[1-9]\\d{0,17})")) {
      return Long.valueOf(text);
    }
    return text.matches("-?(0|[1-9]\\d*)\\.\\d+") ? (Object) Double.valueOf(text) : text;
  }

  private static Object choice(Field field, String text) {
    for (Choice choice : field.choices()) {
      if (text(choice.value()).equals(text) || choice.label().equalsIgnoreCase(text.strip())) {
        return choice.value();
      }
    }
    ValidationError error =
        new ValidationError("“%s” is none of the choices of %s.".formatted(text, field.name()));
    error.meaning(Nearest.of(text, field.choices().stream().map(Choice::label).toList()));
    throw error;
  }

  private static ValidationError not(String typed, String what, String like) {
    String few = typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    return new ValidationError("“%s” is not %s. Write it like %s.".formatted(few, what, like));
  }

  /// Returns `value` as text that [#read] reads as the same value; null as no text.
  public static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "true" : "false";
      case BigDecimal number -> number.toPlainString();
      case LocalDateTime at -> DateTimes.text(at);
      case LocalTime at -> DateTimes.text(at);
      case OffsetDateTime at ->
          DateTimes.text(at.toLocalDateTime())
              + (at.getOffset().getId().equals("Z") ? "+00:00" : at.getOffset().getId());
      case Duration length -> duration(length);
      case Bytes bytes -> "0x" + bytes;
      default -> value.toString();
    };
  }

  private static String duration(Duration length) {
    long days = Math.floorDiv(length.toSeconds(), 86_400L);
    Duration rest = length.minusDays(days);
    String clock = DateTimes.text(LocalTime.ofNanoOfDay(rest.toNanos() / 1000 * 1000));
    return days == 0 ? clock : days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock;
  }
}
