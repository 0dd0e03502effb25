package orrery.ui.grid;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.type.Bytes;
import orrery.orm.type.DateTimes;
import orrery.orm.type.Json;
import orrery.ui.grid.Cell.Style;

/// How values are shown: on one line in the grid, whole where one is looked at alone.
final class Cells {
  private static final int MOST_CHARACTERS = 300;

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private Cells() {}

  /// Returns how `value` is shown on one line.
  static Cell of(@Nullable Object value) {
    return switch (value) {
      case null -> new Cell("null", Style.NULL);
      case String text when text.isEmpty() -> new Cell("''", Style.EMPTY);
      case String text -> line(text, Style.TEXT);
      case Boolean truth -> truth ? new Cell("✓", Style.TRUE) : new Cell("✗", Style.FALSE);
      case Number number -> new Cell(number(number), Style.NUMBER);
      case LocalDate _, LocalTime _, LocalDateTime _, OffsetDateTime _, Duration _ ->
          new Cell(text(value), Style.DATE);
      case Bytes bytes -> new Cell("⟨" + count(bytes.length(), "byte") + "⟩", Style.BINARY);
      case Json json -> line(json.text(), Style.JSON);
      case Instance one -> line(one.label(), Style.RELATION);
      case Prefetched many -> new Cell(count(many.objects().size(), "item"), Style.RELATION);
      case Collection<?> _, Map<?, ?> _ -> line(text(value), Style.JSON);
      default -> line(value.toString(), Style.TEXT);
    };
  }

  /// Returns the whole of `value` as text, as it is copied; null is empty.
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "True" : "False";
      case Number number -> number(number);
      case LocalTime time -> TIME.format(time);
      case Temporal time when DateTimes.endless(time).isPresent() -> DateTimes.endless(time).get();
      case LocalDateTime time -> time.toLocalDate() + " " + TIME.format(time);
      case OffsetDateTime time ->
          time.toLocalDate() + " " + TIME.format(time.toLocalTime()) + offset(time);
      case Duration duration -> duration(duration);
      case Instance one -> one.label();
      case Prefetched many ->
          many.objects().stream().map(Instance::label).collect(Collectors.joining(", "));
      case Collection<?> all ->
          all.stream().map(Cells::part).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> all ->
          all.entrySet().stream()
              .map(e -> part(e.getKey()) + ": " + part(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  /// Returns how many there are of something: `1 item`, `57 items`.
  static String count(long count, String what) {
    return String.format(Locale.getDefault(), "%,d %s", count, count == 1 ? what : what + "s");
  }

  private static String part(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> '"' + text + '"';
      default -> text(value);
    };
  }

  private static Cell line(String text, Style style) {
    boolean isLong = text.length() > MOST_CHARACTERS;
    String start = isLong ? text.substring(0, MOST_CHARACTERS) + "…" : text;
    String line = start.replace("\r\n", " ↵ ").replace("\n", " ↵ ").replace('\t', ' ');
    return new Cell(line, isLong && style == Style.TEXT ? Style.LONG : style);
  }

  private static String number(Number number) {
    return switch (number) {
      case BigDecimal decimal -> decimal.toPlainString();
      case Double d when Double.isFinite(d) && Math.abs(d) < 1e15 && plain(d) ->
          new BigDecimal(d.toString()).toPlainString();
      default -> number.toString();
    };
  }

  private static boolean plain(double d) {
    return d == 0 || Math.abs(d) >= 1e-5;
  }

  private static String offset(OffsetDateTime time) {
    String id = time.getOffset().getId();
    return id.equals("Z") ? "+00:00" : id;
  }

  /// Returns a length of time as Python words it: `3 days, 4:05:06.5`.
  private static String duration(Duration duration) {
    long micros = duration.getSeconds() * 1_000_000 + duration.getNano() / 1000;
    long day = 86_400_000_000L;
    long days = Math.floorDiv(micros, day);
    LocalTime rest = LocalTime.ofNanoOfDay(Math.floorMod(micros, day) * 1000);
    String clock = TIME.format(rest).replaceFirst("^0", "");
    if (days == 0) {
      return clock;
    }
    return days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock;
  }
}
