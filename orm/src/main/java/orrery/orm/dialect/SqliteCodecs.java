package orrery.orm.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.DataError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.ValueError;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.Json;

/// How values are stored in SQLite, as Django's backend stores them: truth as 0 or 1, dates and
/// times as text, decimals as text that a numeric column makes a number of, durations as
/// microseconds, UUIDs as 32 hexadecimal digits, JSON as text.
///
/// The driver's own choices for dates (numbers of milliseconds) and decimals are never used.
public final class SqliteCodecs implements Codecs {

  /// SQLite keeps 15 significant digits of a decimal; those beyond come from binary fractions.
  private static final MathContext STORED = new MathContext(15, RoundingMode.HALF_EVEN);

  /// The microseconds that fit 64 bits.
  private static final double MICROS = 9.2e18;

  private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  /// Makes them.
  public SqliteCodecs() {}

  @Override
  public void bind(PreparedStatement statement, int index, Binding binding) throws SQLException {
    switch (encode(binding.value())) {
      case null -> statement.setObject(index, null);
      case Long number -> statement.setLong(index, number);
      case Double number -> statement.setDouble(index, number);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Object text -> statement.setString(index, text.toString());
    }
  }

  /// Returns what is stored for `value`: a `Long`, `Double`, `String`, array of bytes, or null.
  ///
  /// @throws DataError for an integer outside 64 bits
  /// @throws ValueError for a time with an offset
  /// @throws NotSupportedError for a list, or a class that no kind names
  public static @Nullable Object encode(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Boolean truth -> truth ? 1L : 0L;
      case Double number -> number;
      case Float number -> number.doubleValue();
      case BigDecimal number -> number.toPlainString();
      case BigInteger number -> encode(number);
      case LocalDateTime time -> TemporalText.of(time);
      case LocalDate date -> TemporalText.of(date);
      case LocalTime time -> TemporalText.of(time);
      case OffsetDateTime time ->
          throw new ValueError(
              "SQLite backend does not support timezone-aware datetimes when USE_TZ is False.");
      case Duration duration ->
          Math.addExact(
              Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000L);
      case UUID uuid -> uuid.toString().replace("-", "");
      case Bytes bytes -> bytes.toArray();
      case byte[] bytes -> bytes;
      case Json json -> json.text();
      case List<?> list -> throw new NotSupportedError("SQLite has no column type for lists.");
      default ->
          throw new NotSupportedError(
              "A value of " + value.getClass().getName() + " cannot be stored.");
    };
  }

  private static Long encode(BigInteger number) {
    if (number.bitLength() > 63) {
      throw new DataError("Python int too large to convert to SQLite INTEGER");
    }
    return number.longValue();
  }

  @Override
  public @Nullable Object read(ResultSet row, int index, FieldType type) throws SQLException {
    return decode(row.getObject(index), type);
  }

  /// Returns the value of `type` that `stored` stands for, else `stored` itself.
  ///
  /// @param stored what the driver gives: an `Integer`, `Long`, `Double`, `String`, array of bytes,
  ///   or null
  public static @Nullable Object decode(@Nullable Object stored, FieldType type) {
    return switch (stored) {
      case null -> null;
      case String text -> text(text, type);
      case Integer number -> whole(number, type);
      case Long number -> whole(number, type);
      case Double number -> real(number, type);
      case byte[] bytes -> Bytes.of(bytes);
      default -> stored;
    };
  }

  private static Object text(String text, FieldType type) {
    Object value =
        switch (type.kind()) {
          case TEXT, INTEGER, FLOAT, BOOLEAN, DURATION, BINARY, ARRAY, ANY -> text;
          case DECIMAL -> decimal(text, type);
          case DATE -> TemporalText.date(text);
          case TIME -> TemporalText.time(text);
          case DATETIME -> TemporalText.dateTime(text);
          case UUID -> uuid(text);
          case JSON -> Json.read(text);
        };
    return value == null ? text : value;
  }

  private static Object whole(long number, FieldType type) {
    return switch (type.kind()) {
      case BOOLEAN -> number == 0 || number == 1 ? (Object) (number == 1) : (Object) number;
      case FLOAT -> (double) number;
      case DECIMAL -> sized(BigDecimal.valueOf(number), type);
      case DURATION -> Duration.of(number, ChronoUnit.MICROS);
      case JSON -> new Json(Long.toString(number));
      case INTEGER, TEXT, DATE, TIME, DATETIME, BINARY, UUID, ARRAY, ANY -> number;
    };
  }

  private static Object real(double number, FieldType type) {
    return switch (type.kind()) {
      case DECIMAL -> Double.isFinite(number) ? decimal(number, type) : (Object) number;
      case JSON -> Double.isFinite(number) ? new Json(Double.toString(number)) : (Object) number;
      case INTEGER ->
          isExact(number) || type.decimalPlaces() == 0 ? (Object) (long) number : (Object) number;
      case DURATION -> Math.abs(number) < MICROS ? micros(Math.rint(number)) : (Object) number;
      case BOOLEAN, FLOAT, TEXT, DATE, TIME, DATETIME, BINARY, UUID, ARRAY, ANY -> number;
    };
  }

  /// Whole numbers come as floating ones from functions that know no others, such as `POWER`.
  private static boolean isExact(double number) {
    return number == Math.rint(number) && Math.abs(number) <= 1L << 53;
  }

  private static Duration micros(double number) {
    return Duration.of((long) number, ChronoUnit.MICROS);
  }

  private static BigDecimal decimal(double number, FieldType type) {
    int places = type.decimalPlaces();
    if (places >= 0 && places < POWERS_OF_TEN.length) {
      double scaled = number * POWERS_OF_TEN[places];
      double whole = Math.rint(scaled);
      // Nearly all stored decimals are as good as whole then; exact arithmetic takes far longer and
      // comes to the same.
      if (Math.abs(scaled) < 1e15 && Math.abs(scaled - whole) < 1e-4) {
        return BigDecimal.valueOf((long) whole, places);
      }
    }
    boolean exact = type.maxDigits() < 0 && places < 0;
    return exact ? shortest(number) : sized(new BigDecimal(number).round(STORED), type);
  }

  private static BigDecimal shortest(double number) {
    BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  private static @Nullable BigDecimal decimal(String text, FieldType type) {
    try {
      return sized(new BigDecimal(text.strip()), type);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static BigDecimal sized(BigDecimal number, FieldType type) {
    if (type.decimalPlaces() >= 0) {
      return number.setScale(type.decimalPlaces(), RoundingMode.HALF_EVEN);
    }
    return type.maxDigits() > 0
        ? number.round(new MathContext(type.maxDigits(), RoundingMode.HALF_EVEN))
        : number;
  }

  private static @Nullable UUID uuid(String text) {
    String hex = text.replace("-", "").toLowerCase(Locale.ROOT);
    if (hex.length() != 32 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(hex.substring(0, 16), 16),
        Long.parseUnsignedLong(hex.substring(16), 16));
  }
}
