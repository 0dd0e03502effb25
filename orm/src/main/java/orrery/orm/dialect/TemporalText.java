package orrery.orm.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Dates and times as the text that Django stores where a database has no types for them:
/// `YYYY-MM-DD`, `HH:MM:SS[.ffffff]` and the two with a space between.
///
/// Reading takes whatever Python's `fromisoformat` and Django's `parse_datetime` take: a `T`, one
/// digit for a month, no seconds, a comma, an offset; digits past the microsecond are dropped. Text
/// that is no date or time is read as null.
public final class TemporalText {

  private final String text;
  private int at;

  private TemporalText(String text) {
    this.text = text;
  }

  /// Writes a date.
  public static String of(LocalDate date) {
    StringBuilder out = new StringBuilder(10);
    append(out, date);
    return out.toString();
  }

  /// Writes a time of day; the six digits of the microseconds only where they are not all zero.
  public static String of(LocalTime time) {
    StringBuilder out = new StringBuilder(15);
    append(out, time);
    return out.toString();
  }

  /// Writes a date and a time.
  public static String of(LocalDateTime time) {
    StringBuilder out = new StringBuilder(26);
    append(out, time.toLocalDate());
    out.append(' ');
    append(out, time.toLocalTime());
    return out.toString();
  }

  private static void append(StringBuilder out, LocalDate date) {
    padded(out, date.getYear(), 4);
    padded(out.append('-'), date.getMonthValue(), 2);
    padded(out.append('-'), date.getDayOfMonth(), 2);
  }

  private static void append(StringBuilder out, LocalTime time) {
    padded(out, time.getHour(), 2);
    padded(out.append(':'), time.getMinute(), 2);
    padded(out.append(':'), time.getSecond(), 2);
    int micros = time.getNano() / 1000;
    if (micros != 0) {
      padded(out.append('.'), micros, 6);
    }
  }

  private static void padded(StringBuilder out, int number, int digits) {
    String plain = Integer.toString(number);
    out.repeat('0', Math.max(0, digits - plain.length())).append(plain);
  }

  /// Reads a date; also one that has a time of midnight behind it.
  public static @Nullable LocalDate date(String text) {
    return dateTime(text) instanceof LocalDateTime time && time.toLocalTime().equals(LocalTime.MIN)
        ? time.toLocalDate()
        : null;
  }

  /// Reads a time of day.
  public static @Nullable LocalTime time(String text) {
    TemporalText in = new TemporalText(text);
    try {
      LocalTime time = in.readTime();
      return time != null && in.atEnd() ? time : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// Reads a date and a time: a `LocalDateTime`, or an `OffsetDateTime` where the text has an
  /// offset. A date alone is its midnight.
  public static @Nullable Temporal dateTime(String text) {
    TemporalText in = new TemporalText(text);
    try {
      return in.readDateTime();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable Temporal readDateTime() {
    int year = digits(4, 4);
    int month = skip('-') ? digits(1, 2) : -1;
    int day = skip('-') ? digits(1, 2) : -1;
    if (year < 0 || month < 0 || day < 0) {
      return null;
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (atEnd()) {
      return date.atStartOfDay();
    }
    LocalTime time = skip(' ') || skip('T') ? readTime() : null;
    if (time == null) {
      return null;
    }
    if (atEnd()) {
      return date.atTime(time);
    }
    while (skip(' ')) {}
    ZoneOffset offset = readOffset();
    return offset != null && atEnd() ? OffsetDateTime.of(date, time, offset) : null;
  }

  private @Nullable LocalTime readTime() {
    int hour = digits(1, 2);
    int minute = skip(':') ? digits(1, 2) : -1;
    if (hour < 0 || minute < 0) {
      return null;
    }
    if (!skip(':')) {
      return LocalTime.of(hour, minute);
    }
    int second = digits(1, 2);
    int nano = skip('.') || skip(',') ? fraction() : 0;
    return second < 0 || nano < 0 ? null : LocalTime.of(hour, minute, second, nano);
  }

  private @Nullable ZoneOffset readOffset() {
    if (skip('Z')) {
      return ZoneOffset.UTC;
    }
    int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
    int hours = sign == 0 ? -1 : digits(2, 2);
    if (hours < 0) {
      return null;
    }
    int minutes = skip(':') || !atEnd() ? digits(2, 2) : 0;
    return minutes < 0 ? null : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int fraction() {
    int from = at;
    int micros = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (at - from < 6) {
        micros = micros * 10 + text.charAt(at) - '0';
      }
      at++;
    }
    int count = at - from;
    if (count == 0 || count > 12) {
      return -1;
    }
    for (int i = count; i < 6; i++) {
      micros *= 10;
    }
    return micros * 1000;
  }

  private int digits(int least, int most) {
    int from = at;
    int number = 0;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    return at - from < least ? -1 : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private boolean atEnd() {
    return at == text.length();
  }
}
