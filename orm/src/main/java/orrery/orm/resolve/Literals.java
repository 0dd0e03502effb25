package orrery.orm.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;

/// The type of a value that stands for itself: Django's `Value._resolve_output_field`.
final class Literals {

  private Literals() {}

  /// Returns `value` as a parameter of its own type.
  static SqlExpr.Param param(@Nullable Object value) {
    return new SqlExpr.Param(value, typeOf(value));
  }

  /// Returns the type of `value`.
  static FieldType typeOf(@Nullable Object value) {
    return switch (value) {
      case String s -> FieldTypes.CHAR;
      case Boolean b -> FieldTypes.BOOLEAN;
      case Long n -> FieldTypes.INTEGER;
      case Integer n -> FieldTypes.INTEGER;
      case BigInteger n -> FieldTypes.INTEGER;
      case Double d -> FieldTypes.FLOAT;
      case BigDecimal d -> FieldTypes.DECIMAL;
      case LocalDate d -> FieldTypes.DATE;
      case LocalTime t -> FieldTypes.TIME;
      case LocalDateTime d -> FieldTypes.DATETIME;
      case OffsetDateTime d -> FieldTypes.DATETIME;
      case Duration d -> FieldTypes.DURATION;
      case Bytes b -> FieldTypes.BINARY;
      case UUID u -> FieldTypes.UUID;
      case Json j -> FieldTypes.JSON;
      case null, default -> FieldTypes.ANY;
    };
  }
}
