package orrery.orm.dialect;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// Values as literals of PostgreSQL, each with its type where a text alone would not tell it.
final class PostgresLiterals {

  private PostgresLiterals() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case Boolean truth -> truth ? "true" : "false";
      case Double number -> floating(number);
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case LocalDate date -> quoted(TemporalText.of(date)) + "::date";
      case LocalTime time -> quoted(TemporalText.of(time)) + "::time";
      case LocalDateTime time -> quoted(TemporalText.of(time)) + "::timestamp";
      case OffsetDateTime time ->
          quoted(TemporalText.of(time.toLocalDateTime()) + time.getOffset().getId())
              + "::timestamptz";
      case Duration duration -> quoted(duration.toString()) + "::interval";
      case Bytes bytes -> quoted("\\x" + bytes) + "::bytea";
      case UUID uuid -> quoted(uuid.toString()) + "::uuid";
      case Json json -> text(json.text()) + "::jsonb";
      case List<?> list -> quoted(array(list));
      default -> text(value.toString());
    };
  }

  /// Returns `list` as the text of an array: `{1,"a",NULL}`.
  static String array(List<?> list) {
    return list.stream().map(PostgresLiterals::element).collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case List<?> inner -> array(inner);
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Bytes bytes -> "\"\\\\x" + bytes + '"';
      default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    };
  }

  private static String floating(double number) {
    return Double.isFinite(number)
        ? Double.toString(number)
        : quoted(Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity")
            + "::double precision";
  }

  /// A backslash means itself only where a setting of the server says so; with `E` it never does.
  private static String text(String text) {
    return text.indexOf('\\') < 0 ? quoted(text) : "E" + quoted(text.replace("\\", "\\\\"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
