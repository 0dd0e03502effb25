package orrery.orm.export;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import orrery.orm.error.ValueError;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;

/// Values of fields in JSON: numbers, texts and truth as they are, all else as a text that the
/// field's kind says how to read.
final class JsonValues {

  private JsonValues() {}

  static Object written(Object value) {
    return switch (value) {
      case Boolean _, String _, Long _ -> value;
      case Integer number -> number.longValue();
      case Double number -> new BigDecimal(number.toString());
      case Bytes bytes -> HexFormat.of().formatHex(bytes.toArray());
      case Json json -> json.text();
      default -> value.toString();
    };
  }

  static Object read(Object value, Kind kind) {
    String text = value.toString();
    try {
      return switch (kind) {
        case BOOLEAN, ANY -> value;
        case INTEGER -> value instanceof Long ? value : new BigDecimal(text).toBigInteger();
        case FLOAT -> Double.valueOf(text);
        case DECIMAL -> new BigDecimal(text);
        case TEXT, ARRAY -> text;
        case DATE -> LocalDate.parse(text);
        case TIME -> LocalTime.parse(text);
        case DATETIME -> time(text);
        case DURATION -> Duration.parse(text);
        case BINARY -> Bytes.of(HexFormat.of().parseHex(text));
        case UUID -> UUID.fromString(text);
        case JSON -> new Json(text);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ValueError("'" + text + "' is no value of this kind of field.", e);
    }
  }

  private static Object time(String text) {
    boolean aware = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 8;
    return aware ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
  }
}
