package orrery.ui.chart;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Round moments along an axis of time: full years, months, days, hours.
///
/// @param unit what is counted
/// @param count how many of it lie between two
record TimeTicks(ChronoUnit unit, int count) {
  private static final List<TimeTicks> STEPS =
      List.of(
          new TimeTicks(ChronoUnit.SECONDS, 1),
          new TimeTicks(ChronoUnit.SECONDS, 5),
          new TimeTicks(ChronoUnit.SECONDS, 15),
          new TimeTicks(ChronoUnit.MINUTES, 1),
          new TimeTicks(ChronoUnit.MINUTES, 5),
          new TimeTicks(ChronoUnit.MINUTES, 15),
          new TimeTicks(ChronoUnit.HOURS, 1),
          new TimeTicks(ChronoUnit.HOURS, 3),
          new TimeTicks(ChronoUnit.HOURS, 6),
          new TimeTicks(ChronoUnit.HOURS, 12),
          new TimeTicks(ChronoUnit.DAYS, 1),
          new TimeTicks(ChronoUnit.DAYS, 2),
          new TimeTicks(ChronoUnit.DAYS, 7),
          new TimeTicks(ChronoUnit.MONTHS, 1),
          new TimeTicks(ChronoUnit.MONTHS, 3),
          new TimeTicks(ChronoUnit.MONTHS, 6),
          new TimeTicks(ChronoUnit.YEARS, 1),
          new TimeTicks(ChronoUnit.YEARS, 2),
          new TimeTicks(ChronoUnit.YEARS, 5),
          new TimeTicks(ChronoUnit.YEARS, 10),
          new TimeTicks(ChronoUnit.YEARS, 20),
          new TimeTicks(ChronoUnit.YEARS, 50),
          new TimeTicks(ChronoUnit.YEARS, 100),
          new TimeTicks(ChronoUnit.YEARS, 500));

  /// Returns the finest of at most `most` moments from `low` to `high`, in seconds.
  static TimeTicks of(double low, double high, int most) {
    for (TimeTicks step : STEPS) {
      double seconds = step.unit.getDuration().toSeconds() * (double) step.count;
      if ((high - low) / seconds <= Math.max(1, most)) {
        return step;
      }
    }
    return STEPS.getLast();
  }

  /// Returns the moments from `low` to `high`, in seconds.
  List<Double> values(double low, double high) {
    List<Double> values = new ArrayList<>();
    LocalDateTime at = floor(moment(low));
    for (int i = 0; i < 1000; i++) {
      double seconds = at.toEpochSecond(ZoneOffset.UTC);
      if (seconds > high) {
        break;
      }
      if (seconds >= low) {
        values.add(seconds);
      }
      at = at.plus(count, unit);
    }
    return values;
  }

  /// Returns a moment as the axis writes it.
  String words(double seconds) {
    LocalDateTime at = moment(seconds);
    return switch (unit) {
      case YEARS -> String.valueOf(at.getYear());
      case MONTHS -> "%d-%02d".formatted(at.getYear(), at.getMonthValue());
      case DAYS -> at.toLocalDate().toString();
      case SECONDS -> "%02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond());
      default ->
          at.getHour() == 0 && at.getMinute() == 0
              ? at.toLocalDate().toString()
              : "%02d:%02d".formatted(at.getHour(), at.getMinute());
    };
  }

  /// Returns the moment of `seconds`, whole.
  static String whole(double seconds) {
    LocalDateTime at = moment(seconds);
    String day = at.toLocalDate().toString();
    return at.toLocalTime().toSecondOfDay() == 0 ? day : day + " " + at.toLocalTime();
  }

  private static LocalDateTime moment(double seconds) {
    return LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC);
  }

  private LocalDateTime floor(LocalDateTime at) {
    return switch (unit) {
      case YEARS -> LocalDateTime.of(Math.floorDiv(at.getYear(), count) * count, 1, 1, 0, 0);
      case MONTHS ->
          LocalDateTime.of(at.getYear(), (at.getMonthValue() - 1) / count * count + 1, 1, 0, 0);
      case DAYS -> {
        LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        yield day.minusDays(Math.floorMod(day.toLocalDate().toEpochDay() + 3, count));
      }
      case HOURS -> at.truncatedTo(ChronoUnit.DAYS).plusHours((long) at.getHour() / count * count);
      case MINUTES ->
          at.truncatedTo(ChronoUnit.HOURS).plusMinutes((long) at.getMinute() / count * count);
      default ->
          at.truncatedTo(ChronoUnit.MINUTES).plusSeconds((long) at.getSecond() / count * count);
    };
  }
}
