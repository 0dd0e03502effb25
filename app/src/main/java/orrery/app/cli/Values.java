package orrery.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.type.Bytes;
import orrery.orm.type.DateTimes;

/// The text of a value, where the value has no form of its own in the output: ISO 8601 for times,
/// digits for decimals.
final class Values {

  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  private Values() {}

  /// Returns `value` as text; null as the empty text.
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal d -> d.toPlainString();
      case LocalTime t -> clock(t);
      case Temporal t when DateTimes.endless(t).isPresent() -> DateTimes.endless(t).get();
      case LocalDateTime d -> d.toLocalDate() + "T" + clock(d.toLocalTime());
      case OffsetDateTime d ->
          d.toLocalDate()
              + "T"
              + clock(d.toLocalTime())
              + (d.getOffset().getTotalSeconds() == 0 ? "+00:00" : d.getOffset());
      case Duration d -> duration(d);
      case Bytes b -> base64(b);
      case Boolean b -> b ? "True" : "False";
      case Instance i -> i.label();
      default -> value.toString();
    };
  }

  /// Returns the bytes in Base64.
  static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static String clock(LocalTime time) {
    return time.get(ChronoField.MICRO_OF_SECOND) == 0
        ? DateTimeFormatter.ofPattern("HH:mm:ss", java.util.Locale.ROOT).format(time)
        : CLOCK.format(time);
  }

  // The form that Django's JSON encoder gives: P1DT02H03M04.000005S.
  private static String duration(Duration d) {
    Duration size = d.abs();
    long micros = size.toNanosPart() / 1000;
    String text =
        "P%dDT%02dH%02dM%02d%sS"
            .formatted(
                size.toDays(),
                size.toHoursPart(),
                size.toMinutesPart(),
                size.toSecondsPart(),
                micros == 0 ? "" : "." + "%06d".formatted(micros));
    return d.isNegative() ? "-" + text : text;
  }
}
