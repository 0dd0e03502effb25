package orrery.orm.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;

/// How values cross to PostgreSQL and back: each as a value of its own type. Stateless.
///
/// A text is sent without a type, so that it also fits columns of enumerations, networks and the
/// like, and so is a list, whose elements it leaves to the column to know; a whole number as 32
/// bits where it fits, because most functions take no more.
final class PostgresCodecs implements Codecs {

  @Override
  public void bind(PreparedStatement statement, int index, Binding binding) throws SQLException {
    switch (binding.value()) {
      case null -> statement.setNull(index, Types.NULL);
      case Long number when number.intValue() == number ->
          statement.setInt(index, number.intValue());
      case Long number -> statement.setLong(index, number);
      case BigInteger number -> statement.setBigDecimal(index, new BigDecimal(number));
      case Bytes bytes -> statement.setBytes(index, bytes.toArray());
      case String text -> statement.setObject(index, text, Types.OTHER);
      case Json json -> statement.setObject(index, json.text(), Types.OTHER);
      case Duration duration -> statement.setObject(index, duration.toString(), Types.OTHER);
      case List<?> list -> statement.setObject(index, PostgresLiterals.array(list), Types.OTHER);
      case Object value -> statement.setObject(index, value);
    }
  }

  @Override
  public @Nullable Object read(ResultSet row, int index, FieldType type) throws SQLException {
    return switch (row.getObject(index)) {
      case null -> null;
      // The driver takes money for a number without a currency.
      case Number _ when type.kind() == Kind.TEXT -> row.getString(index);
      case Number number -> number(number, type);
      case java.sql.Date date -> row.getObject(index, LocalDate.class);
      case java.sql.Time time -> timeOfDay(row, index);
      case java.sql.Timestamp time -> moment(row, index, type.kind());
      case byte[] bytes -> Bytes.of(bytes);
      case Array array -> list(array);
      case Boolean truth -> truth;
      case String text -> text(text, type.kind());
      case UUID uuid -> uuid;
      case Object other -> other(row, index, type.kind());
    };
  }

  private static Object number(Number number, FieldType type) {
    Kind kind = type.kind();
    boolean isCut = kind == Kind.INTEGER && type.decimalPlaces() == 0;
    return switch (number) {
      case BigDecimal decimal when kind == Kind.FLOAT -> decimal.doubleValue();
      case BigDecimal decimal when isCut -> whole(decimal.setScale(0, RoundingMode.DOWN));
      case BigDecimal decimal when kind == Kind.INTEGER && isWhole(decimal) -> whole(decimal);
      case BigDecimal decimal -> decimal;
      case Double floating when isCut && Double.isFinite(floating) ->
          whole(new BigDecimal(floating).setScale(0, RoundingMode.DOWN));
      case Double floating when kind == Kind.INTEGER && isWhole(floating) -> floating.longValue();
      case Double floating when kind == Kind.DECIMAL && Double.isFinite(floating) ->
          BigDecimal.valueOf(floating);
      case Float floating -> floating.doubleValue();
      case Double floating -> floating;
      case Number whole when kind == Kind.FLOAT -> whole.doubleValue();
      case Number whole when kind == Kind.DECIMAL -> BigDecimal.valueOf(whole.longValue());
      case Number whole -> whole.longValue();
    };
  }

  private static boolean isWhole(BigDecimal decimal) {
    return decimal.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
  }

  private static Object whole(BigDecimal decimal) {
    BigInteger number = decimal.toBigIntegerExact();
    return number.bitLength() < 64 ? (Object) number.longValue() : number;
  }

  private static @Nullable Object moment(ResultSet row, int index, Kind kind) throws SQLException {
    boolean zoned = row.getMetaData().getColumnTypeName(index).equals("timestamptz");
    if (kind == Kind.DATE) {
      return row.getObject(index, LocalDate.class);
    }
    return zoned
        ? row.getObject(index, OffsetDateTime.class)
        : row.getObject(index, LocalDateTime.class);
  }

  /// A time with a zone is no time of day that can be reckoned with: it comes as its text.
  private static @Nullable Object timeOfDay(ResultSet row, int index) throws SQLException {
    return row.getMetaData().getColumnTypeName(index).equals("timetz")
        ? row.getString(index)
        : row.getObject(index, LocalTime.class);
  }

  private static List<@Nullable Object> list(Array array) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      values.add(value instanceof Integer || value instanceof Short ? whole(value) : value);
    }
    return values;
  }

  private static Object whole(Object number) {
    return ((Number) number).longValue();
  }

  private static Object text(String text, Kind kind) {
    return kind == Kind.JSON ? new Json(text) : text;
  }

  /// What the driver has classes of its own for.
  private static @Nullable Object other(ResultSet row, int index, Kind kind) throws SQLException {
    String text = row.getString(index);
    if (text == null) {
      return null;
    }
    return switch (row.getMetaData().getColumnTypeName(index)) {
      case "interval" -> PostgresIntervals.parse(text);
      case "json", "jsonb" -> new Json(text);
      default -> text(text, kind);
    };
  }
}
