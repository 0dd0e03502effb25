package orrery.orm.type;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates and times from text and to text, in the forms that Django reads and writes.
public final class DateTimes {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final String CLOCK =
      "(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?";
  private static final Pattern TIME = Pattern.compile(CLOCK);
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})[T ]" + CLOCK + "\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern DURATION =
      Pattern.compile(
          "(?:(-?\\d+) (?:days?, )?)?(-?)(?:(?:(\\d+):)?(\\d+):)?(\\d+)(?:[.,](\\d{1,6})\\d{0,6})?");

  private DateTimes() {}

  /// Returns what PostgreSQL calls a date or a point in time that lies before or after all others:
  /// `infinity` or `-infinity`; nothing for any other value.
  public static Optional<String> endless(Object value) {
    if (value.equals(LocalDate.MAX)
        || value.equals(LocalDateTime.MAX)
        || value.equals(OffsetDateTime.MAX)) {
      return Optional.of("infinity");
    }
    boolean isFirst =
        value.equals(LocalDate.MIN)
            || value.equals(LocalDateTime.MIN)
            || value.equals(OffsetDateTime.MIN);
    return isFirst ? Optional.of("-infinity") : Optional.empty();
  }

  /// Says whether `text` has the form of a date, whatever its numbers.
  public static boolean looksLikeDate(String text) {
    return DATE.matcher(text).matches();
  }

  /// Says whether `text` has the form of a time of day, whatever its numbers.
  public static boolean looksLikeTime(String text) {
    return TIME.matcher(text).matches();
  }

  /// Says whether `text` has the form of a date with a time of day, whatever its numbers.
  public static boolean looksLikeDateTime(String text) {
    return DATE_TIME.matcher(text).matches();
  }

  /// Returns the date that `text` (`YYYY-MM-DD`) names, or null.
  public static @Nullable LocalDate date(String text) {
    Matcher m = DATE.matcher(text);
    try {
      return m.matches() ? LocalDate.of(number(m, 1), number(m, 2), number(m, 3)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Returns the time of day that `text` (`HH:MM[:ss[.uuuuuu]]`) names, or null.
  public static @Nullable LocalTime time(String text) {
    Matcher m = TIME.matcher(text);
    try {
      return m.matches() ? clock(m, 1) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Returns the point in time that `text` names: a `LocalDateTime`, with an offset an
  /// `OffsetDateTime`, or null.
  public static @Nullable Object dateTime(String text) {
    Matcher m = DATE_TIME.matcher(text);
    if (!m.matches()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
      LocalDateTime at = day.atTime(clock(m, 4));
      String zone = m.group(8);
      return zone == null ? at : OffsetDateTime.of(at, ZoneOffset.of(normal(zone)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String normal(String zone) {
    return zone.equals("Z") || zone.length() == 3 || zone.contains(":")
        ? zone
        : zone.substring(0, 3) + ":" + zone.substring(3);
  }

  /// Returns the length of time that `text` (`[DD] [[HH:]MM:]ss[.uuuuuu]`) names, or null.
  public static @Nullable Duration duration(String text) {
    Matcher m = DURATION.matcher(text);
    if (!m.matches()) {
      return null;
    }
    Duration clock =
        Duration.ofHours(number(m, 3))
            .plusMinutes(number(m, 4))
            .plusSeconds(number(m, 5))
            .plusNanos(micros(m.group(6)) * 1000L);
    Duration days =
        m.group(1) == null ? Duration.ZERO : Duration.ofDays(Long.parseLong(m.group(1)));
    return days.plus(m.group(2).isEmpty() ? clock : clock.negated());
  }

  /// Returns `at` as Python's `str` gives it: microseconds only where there are any.
  public static String text(LocalDateTime at) {
    return at.toLocalDate() + " " + text(at.toLocalTime());
  }

  /// Returns `at` as Python's `str` gives it: microseconds only where there are any.
  public static String text(LocalTime at) {
    String clock = String.format("%02d:%02d:%02d", at.getHour(), at.getMinute(), at.getSecond());
    int micros = at.getNano() / 1000;
    return micros == 0 ? clock : clock + String.format(".%06d", micros);
  }

  private static LocalTime clock(Matcher m, int first) {
    return LocalTime.of(
        number(m, first),
        number(m, first + 1),
        number(m, first + 2),
        micros(m.group(first + 3)) * 1000);
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private static int micros(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "000000").substring(0, 6));
  }
}
