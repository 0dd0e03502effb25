package orrery.ui.grid;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A date or a time in the words that people want beside it: its day of the week, how long ago it
/// was, and of a time with an offset what it is in UTC and here.
final class Ago {
  private Ago() {}

  /// Returns the words for a date, a time, or a time with an offset; empty for any other value.
  static String words(Object value, OffsetDateTime now) {
    return switch (value) {
      case LocalDate date -> day(date) + ", " + days(date, now.toLocalDate());
      case LocalDateTime time ->
          day(time.toLocalDate()) + ", " + since(time, now.toLocalDateTime());
      case OffsetDateTime time ->
          day(time.toLocalDate())
              + ", "
              + since(
                  time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                  now.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
              + "\nUTC "
              + Cells.text(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
              + "\nhere "
              + Cells.text(time.withOffsetSameInstant(now.getOffset()).toLocalDateTime());
      default -> "";
    };
  }

  private static String day(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String since(LocalDateTime time, LocalDateTime now) {
    Duration apart = Duration.between(time, now).abs();
    boolean isPast = !time.isAfter(now);
    if (apart.toDays() > 0) {
      return days(time.toLocalDate(), now.toLocalDate());
    }
    return apart.toHours() > 0
        ? said(apart.toHours(), "hour", isPast)
        : said(apart.toMinutes(), "minute", isPast);
  }

  private static String days(LocalDate date, LocalDate today) {
    boolean isPast = !date.isAfter(today);
    long years = Math.abs(ChronoUnit.YEARS.between(date, today));
    long months = Math.abs(ChronoUnit.MONTHS.between(date, today));
    long days = Math.abs(ChronoUnit.DAYS.between(date, today));
    if (days == 0) {
      return "today";
    }
    return years > 0
        ? said(years, "year", isPast)
        : months > 0 ? said(months, "month", isPast) : said(days, "day", isPast);
  }

  private static String said(long count, String what, boolean isPast) {
    String much = Cells.count(count, what);
    return isPast ? much + " ago" : "in " + much;
  }
}
