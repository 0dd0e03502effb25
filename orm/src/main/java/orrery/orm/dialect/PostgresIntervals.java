package orrery.orm.dialect;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lengths of time as PostgreSQL writes them: `1 year 2 mons -3 days +04:05:06.789`.
final class PostgresIntervals {

  private static final Pattern UNIT = Pattern.compile("([+-]?\\d+) (year|mon|day)s?");
  private static final Pattern CLOCK = Pattern.compile("([+-]?)(\\d+):(\\d+):(\\d+)(?:\\.(\\d+))?");

  private PostgresIntervals() {}

  /// Reads one; a year counts as 365 days and a month as 30, as Python's driver has it.
  static Duration parse(String text) {
    Duration total = Duration.ZERO;
    Matcher unit = UNIT.matcher(text);
    while (unit.find()) {
      long days =
          switch (unit.group(2)) {
            case "year" -> 365;
            case "mon" -> 30;
            default -> 1;
          };
      total = total.plusDays(days * Long.parseLong(unit.group(1)));
    }
    Matcher clock = CLOCK.matcher(text);
    if (!clock.find()) {
      return total;
    }
    String digits = clock.group(5) == null ? "" : clock.group(5);
    long nanos = Long.parseLong((digits + "000000000").substring(0, 9));
    Duration time =
        Duration.ofHours(Long.parseLong(clock.group(2)))
            .plusMinutes(Long.parseLong(clock.group(3)))
            .plusSeconds(Long.parseLong(clock.group(4)))
            .plusNanos(nanos);
    return "-".equals(clock.group(1)) ? total.minus(time) : total.plus(time);
  }
}
