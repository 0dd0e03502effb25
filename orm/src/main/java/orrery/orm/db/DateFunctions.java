package orrery.orm.db;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.TemporalText;
import orrery.orm.error.ValueError;

/// What Django computes of dates and times on SQLite, which keeps them as text: parts of them,
/// their beginnings (truncation), their sums and differences.
///
/// A value that is no date or time gives NULL. An offset in the text does not count, as in Django;
/// an offset is added to the name of a zone by `+03:00` or the like.
final class DateFunctions {

  private static final long DAY = 86_400_000_000L;
  private static final Pattern ZONE = Pattern.compile("(.*)([+-])(\\d{1,2}):(\\d{2})");

  private DateFunctions() {}

  /// Returns a part of a date and time that is moved from one zone to another.
  static @Nullable Object extract(
      String part, @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime time = dateTime(value, zone, from);
    return time == null ? null : part(part, time);
  }

  private static Object part(String part, LocalDateTime time) {
    return switch (part) {
      case "week_day" -> time.getDayOfWeek().getValue() % 7 + 1L;
      case "iso_week_day" -> (long) time.getDayOfWeek().getValue();
      case "week" -> (long) time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case "iso_year" -> (long) time.get(IsoFields.WEEK_BASED_YEAR);
      case "quarter" -> (long) time.get(IsoFields.QUARTER_OF_YEAR);
      case "year" -> (long) time.getYear();
      case "month" -> (long) time.getMonthValue();
      case "day" -> (long) time.getDayOfMonth();
      default -> part(part, time.toLocalTime());
    };
  }

  private static Object part(String part, LocalTime time) {
    return switch (part) {
      case "hour" -> (long) time.getHour();
      case "minute" -> (long) time.getMinute();
      case "second" -> (long) time.getSecond();
      case "microsecond" -> time.getNano() / 1000L;
      default -> throw unsupported(part);
    };
  }

  /// Returns a part of a time of day.
  static @Nullable Object extractOfTime(String part, @Nullable Object value) {
    LocalTime time = value == null ? null : TemporalText.time(value.toString());
    return time == null ? null : part(part, time);
  }

  /// Returns the first day of a period, as a date.
  static @Nullable Object truncateToDate(
      String period, @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime time = dateTime(value, zone, from);
    return time == null ? null : TemporalText.of(first(period, time.toLocalDate()));
  }

  /// Returns the beginning of a period.
  static @Nullable Object truncate(
      String period, @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime time = dateTime(value, zone, from);
    if (time == null) {
      return null;
    }
    return switch (period) {
      case "hour" -> TemporalText.of(time.truncatedTo(ChronoUnit.HOURS));
      case "minute" -> TemporalText.of(time.truncatedTo(ChronoUnit.MINUTES));
      case "second" -> TemporalText.of(time.truncatedTo(ChronoUnit.SECONDS));
      default -> TemporalText.of(first(period, time.toLocalDate()).atStartOfDay());
    };
  }

  private static LocalDate first(String period, LocalDate day) {
    return switch (period) {
      case "year" -> day.withDayOfYear(1);
      case "quarter" ->
          day.withDayOfMonth(1).withMonth(day.getMonth().firstMonthOfQuarter().getValue());
      case "month" -> day.withDayOfMonth(1);
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "day" -> day;
      default -> throw unsupported(period);
    };
  }

  /// Returns the beginning of a period of a time of day, also of the time of a date and time.
  static @Nullable Object truncateTime(
      String period, @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime whole = dateTime(value, zone, from);
    LocalTime time =
        whole != null
            ? whole.toLocalTime()
            : value == null ? null : TemporalText.time(value.toString());
    if (time == null) {
      return null;
    }
    return TemporalText.of(
        time.truncatedTo(
            switch (period) {
              case "hour" -> ChronoUnit.HOURS;
              case "minute" -> ChronoUnit.MINUTES;
              case "second" -> ChronoUnit.SECONDS;
              default -> throw unsupported(period);
            }));
  }

  static @Nullable Object castToDate(
      @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime time = dateTime(value, zone, from);
    return time == null ? null : TemporalText.of(time.toLocalDate());
  }

  static @Nullable Object castToTime(
      @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    LocalDateTime time = dateTime(value, zone, from);
    return time == null ? null : TemporalText.of(time.toLocalTime());
  }

  /// Adds a duration in microseconds to a date, or a date and time, or takes it away; multiplies or
  /// divides a duration.
  static @Nullable Object combine(String sign, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    return switch (sign.strip()) {
      case "+" -> left instanceof Long micros ? moved(right, micros, 1) : moved(left, right, 1);
      case "-" -> moved(left, right, -1);
      case "*" ->
          left instanceof Long a && right instanceof Long b
              ? (Object) Math.multiplyExact(a, b)
              : (Object) (number(left) * number(right));
      default -> number(right) == 0 ? null : number(left) / number(right);
    };
  }

  private static @Nullable Object moved(Object moment, Object duration, int sign) {
    if (!(duration instanceof Long) && !(duration instanceof Double)) {
      return null;
    }
    long micros = sign * Math.round(number(duration));
    if (moment instanceof Long other) {
      return Math.addExact(other, micros);
    }
    String text = moment.toString();
    Temporal time = TemporalText.dateTime(text);
    if (time == null) {
      return null;
    }
    // A date moves by whole days only, as in Python.
    return text.length() <= 10
        ? TemporalText.of(naive(time).toLocalDate().plusDays(Math.floorDiv(micros, DAY)))
        : TemporalText.of(naive(time).plus(micros, ChronoUnit.MICROS));
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /// Returns how many microseconds lie between two times of day.
  static @Nullable Object timeDifference(@Nullable Object left, @Nullable Object right) {
    LocalTime a = left == null ? null : TemporalText.time(left.toString());
    LocalTime b = right == null ? null : TemporalText.time(right.toString());
    return a == null || b == null ? null : micros(Duration.between(b, a));
  }

  /// Returns how many microseconds lie between two dates, or dates and times.
  static @Nullable Object difference(@Nullable Object left, @Nullable Object right) {
    LocalDateTime a = dateTime(left, null, null);
    LocalDateTime b = dateTime(right, null, null);
    return a == null || b == null ? null : micros(Duration.between(b, a));
  }

  private static Object micros(Duration duration) {
    return duration.getSeconds() * 1_000_000 + duration.getNano() / 1000;
  }

  private static @Nullable LocalDateTime dateTime(
      @Nullable Object value, @Nullable Object zone, @Nullable Object from) {
    Temporal read = value == null ? null : TemporalText.dateTime(value.toString());
    if (read == null) {
      return null;
    }
    LocalDateTime time = naive(read);
    if (zone == null || zone.equals(from)) {
      return time;
    }
    ZoneId source = ZoneId.of(from == null ? "UTC" : from.toString());
    Matcher shifted = ZONE.matcher(zone.toString());
    if (!shifted.matches()) {
      return time.atZone(source).withZoneSameInstant(ZoneId.of(zone.toString())).toLocalDateTime();
    }
    long minutes = Long.parseLong(shifted.group(3)) * 60 + Long.parseLong(shifted.group(4));
    return time.plusMinutes(shifted.group(2).equals("+") ? minutes : -minutes)
        .atZone(source)
        .withZoneSameInstant(ZoneId.of(shifted.group(1)))
        .toLocalDateTime();
  }

  private static LocalDateTime naive(Temporal time) {
    return time instanceof OffsetDateTime aware
        ? aware.toLocalDateTime()
        : LocalDateTime.from(time);
  }

  private static ValueError unsupported(String part) {
    return new ValueError("Unsupported lookup type: '" + part + "'");
  }
}
