package orrery.orm.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.error.DataError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.ValueError;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;

class SqliteCodecsTest {

  private final Codecs codecs = new SqliteCodecs();
  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  /// What becomes of `value` when it is stored in a column declared as `declared` and read as
  /// `type`.
  private @Nullable Object roundTrip(String declared, FieldType type, @Nullable Object value)
      throws Exception {
    execute("CREATE TABLE t (v " + declared + ")");
    try (var insert = connection.prepareStatement("INSERT INTO t VALUES (?)")) {
      codecs.bind(insert, 1, new Binding(value, type));
      insert.executeUpdate();
    }
    return read("SELECT v FROM t", type);
  }

  private @Nullable Object read(String sql, FieldType type) throws Exception {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return codecs.read(row, 1, type);
    }
  }

  private void execute(String sql) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private @Nullable Object stored(String expression) throws Exception {
    return read("SELECT " + expression + " FROM t", FieldTypes.ANY);
  }

  @Test
  void dateTimesAreTextWithMicrosecondsOnlyWhereThereAreAny() throws Exception {
    LocalDateTime whole = LocalDateTime.of(2005, 7, 28, 12, 30);
    assertThat(roundTrip("datetime", FieldTypes.DATETIME, whole)).isEqualTo(whole);
    assertThat(stored("v")).isEqualTo("2005-07-28 12:30:00");
    execute("DROP TABLE t");

    LocalDateTime micros = LocalDateTime.of(2005, 7, 28, 12, 30, 45, 180_000);
    assertThat(roundTrip("datetime", FieldTypes.DATETIME, micros)).isEqualTo(micros);
    assertThat(stored("v")).isEqualTo("2005-07-28 12:30:45.000180");
  }

  @Test
  void datesTimesAndDurations() throws Exception {
    assertThat(roundTrip("date", FieldTypes.DATE, LocalDate.of(99, 1, 2)))
        .isEqualTo(LocalDate.of(99, 1, 2));
    assertThat(stored("v")).isEqualTo("0099-01-02");
    execute("DROP TABLE t");

    assertThat(roundTrip("time", FieldTypes.TIME, LocalTime.of(8, 0, 1)))
        .isEqualTo(LocalTime.of(8, 0, 1));
    assertThat(stored("v")).isEqualTo("08:00:01");
    execute("DROP TABLE t");

    Duration duration = Duration.ofDays(1).plusNanos(-2000);
    assertThat(roundTrip("bigint", FieldTypes.DURATION, duration)).isEqualTo(duration);
    assertThat(stored("v")).isEqualTo(86_399_999_998L);
    execute("DROP TABLE t");

    Duration ages = Duration.ofDays(200_000).negated();
    assertThat(roundTrip("bigint", FieldTypes.DURATION, ages)).isEqualTo(ages);
  }

  @Test
  void truthIsOneOrZero() throws Exception {
    assertThat(roundTrip("bool", FieldTypes.BOOLEAN, true)).isEqualTo(true);
    assertThat(stored("typeof(v) || v")).isEqualTo("integer1");
    execute("UPDATE t SET v = 0");
    assertThat(read("SELECT v FROM t", FieldTypes.BOOLEAN)).isEqualTo(false);
    execute("UPDATE t SET v = 7");
    assertThat(read("SELECT v FROM t", FieldTypes.BOOLEAN)).isEqualTo(7L);
  }

  @Test
  void uuidsAre32DigitsAndReadWithHyphensToo() throws Exception {
    UUID id = UUID.fromString("f47ac10b-58cc-4372-8567-0e02b2c3d479");
    assertThat(roundTrip("char(32)", FieldTypes.UUID, id)).isEqualTo(id);
    assertThat(stored("v")).isEqualTo("f47ac10b58cc437285670e02b2c3d479");
    assertThat(read("SELECT 'F47AC10B-58CC-4372-8567-0E02B2C3D479'", FieldTypes.UUID))
        .isEqualTo(id);
    assertThat(read("SELECT 'f47ac10b'", FieldTypes.UUID)).isEqualTo("f47ac10b");
  }

  @Test
  void binaryJsonNullAndText() throws Exception {
    Bytes bytes = Bytes.of(new byte[] {0, (byte) 0xff});
    assertThat(roundTrip("BLOB", FieldTypes.BINARY, bytes)).isEqualTo(bytes);
    execute("DROP TABLE t");
    assertThat(roundTrip("text", FieldTypes.JSON, new Json("{\"a\": 1}")))
        .isEqualTo(new Json("{\"a\": 1}"));
    execute("DROP TABLE t");
    assertThat(roundTrip("text", FieldTypes.TEXT, null)).isNull();
    execute("DROP TABLE t");
    assertThat(roundTrip("text", FieldTypes.TEXT, "Øyvind 𝄞 'quoted'"))
        .isEqualTo("Øyvind 𝄞 'quoted'");
  }

  @Test
  void wholeNumbersAreLongs() throws Exception {
    assertThat(roundTrip("integer", FieldTypes.INTEGER, 1L)).isEqualTo(1L);
    assertThat(read("SELECT 9223372036854775807", FieldTypes.INTEGER)).isEqualTo(Long.MAX_VALUE);
    assertThat(read("SELECT 3", FieldTypes.FLOAT)).isEqualTo(3.0);
  }

  @Test
  void decimalsCompareAsNumbersInNumericColumns() throws Exception {
    FieldType price = FieldTypes.DECIMAL.withDigits(10, 2);
    assertThat(roundTrip("decimal", price, new BigDecimal("1.1")))
        .isEqualTo(new BigDecimal("1.10"));
    assertThat(stored("typeof(v)")).isEqualTo("real");
    try (var select = connection.prepareStatement("SELECT count(*) FROM t WHERE v < ?")) {
      codecs.bind(select, 1, new Binding(new BigDecimal("1.2E+1"), price));
      try (var row = select.executeQuery()) {
        assertThat(codecs.read(row, 1, FieldTypes.INTEGER)).isEqualTo(1L);
      }
    }
  }

  @Test
  void decimalsRoundByTheirSizes() throws Exception {
    FieldType column = FieldTypes.DECIMAL.withDigits(10, 2);
    FieldType computed = FieldTypes.DECIMAL.withDigits(15, -1);
    assertThat(read("SELECT 12346.77", column)).isEqualTo(new BigDecimal("12346.77"));
    assertThat(read("SELECT 3", column)).isEqualTo(new BigDecimal("3.00"));
    assertThat(read("SELECT 12346.77", computed)).isEqualTo(new BigDecimal("12346.7700000000"));
    assertThat(read("SELECT 3", computed)).isEqualTo(new BigDecimal("3"));
    assertThat(read("SELECT 12346.77", FieldTypes.DECIMAL)).isEqualTo(new BigDecimal("12346.77"));
    assertThat(read("SELECT 0.1", FieldTypes.DECIMAL)).isEqualTo(new BigDecimal("0.1"));
    assertThat(read("SELECT 1e300", FieldTypes.DECIMAL))
        .isEqualTo(new BigDecimal("1e300").setScale(0));
    assertThat(read("SELECT '1.123456789012345678901'", FieldTypes.DECIMAL))
        .isEqualTo(new BigDecimal("1.123456789012345678901"));
  }

  @ParameterizedTest
  @CsvSource({
    "2009-01-01 00:00:00, 2009-01-01T00:00",
    "2009-01-01T10:20:30, 2009-01-01T10:20:30",
    "2009-1-2 3:4, 2009-01-02T03:04",
    "2009-01-01, 2009-01-01T00:00",
    "2009-01-01 10:20:30.5, 2009-01-01T10:20:30.500",
    "'2009-01-01 10:20:30,1234567', 2009-01-01T10:20:30.123456",
  })
  void dateTimesOfOthersAreUnderstood(String text, LocalDateTime meant) throws Exception {
    assertThat(read("SELECT '" + text + "'", FieldTypes.DATETIME)).isEqualTo(meant);
  }

  @Test
  void anOffsetMakesADateTimeAware() throws Exception {
    assertThat(read("SELECT '2009-01-01T10:20:30Z'", FieldTypes.DATETIME))
        .isEqualTo(OffsetDateTime.of(2009, 1, 1, 10, 20, 30, 0, ZoneOffset.UTC));
    assertThat(read("SELECT '2009-01-01 10:20:30 -05:30'", FieldTypes.DATETIME))
        .isEqualTo(
            OffsetDateTime.of(2009, 1, 1, 10, 20, 30, 0, ZoneOffset.ofHoursMinutes(-5, -30)));
  }

  @Test
  void aDateMayHaveMidnightBehindItButNoOtherTime() throws Exception {
    assertThat(read("SELECT '2009-01-01 00:00:00'", FieldTypes.DATE))
        .isEqualTo(LocalDate.of(2009, 1, 1));
    assertThat(read("SELECT '2009-01-01 00:00:01'", FieldTypes.DATE))
        .isEqualTo("2009-01-01 00:00:01");
  }

  @ParameterizedTest
  @CsvSource({
    "DateTimeField, yesterday",
    "DateTimeField, 2009-02-30 00:00:00",
    "DateTimeField, 2009-01-01 25:00:00",
    "DateTimeField, 2009-01-01 10:20:30+99:00",
    "DateTimeField, 2009-01-01 10:20:30 and more",
    "DateField, 2009-13-01",
    "TimeField, 24:00:00",
    "TimeField, 12",
    "IntegerField, many",
    "FloatField, n/a",
    "BooleanField, true",
    "DecimalField, free",
    "DurationField, 1 day",
    "UUIDField, zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
    "BinaryField, text",
  })
  void whatCannotBeReadIsGivenAsItIsStored(String type, String text) throws Exception {
    FieldType declared = FieldTypes.find(type).orElseThrow();
    assertThat(read("SELECT '" + text + "'", declared)).isEqualTo(text);
  }

  @Test
  void numbersInColumnsOfDatesAreGivenAsTheyAreStored() throws Exception {
    assertThat(read("SELECT 1230768000", FieldTypes.DATETIME)).isEqualTo(1_230_768_000L);
    assertThat(read("SELECT 2454832.5", FieldTypes.DATE)).isEqualTo(2454832.5);
    assertThat(read("SELECT 9e999", FieldTypes.DECIMAL)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(read("SELECT 1.5", FieldTypes.INTEGER)).isEqualTo(1.5);
    assertThat(read("SELECT 5", FieldTypes.TEXT)).isEqualTo(5L);
    assertThat(read("SELECT X'00'", FieldTypes.TEXT)).isEqualTo(Bytes.of(new byte[1]));
  }

  @Test
  void whatSqliteCannotHoldIsRefused() {
    assertThatThrownBy(() -> SqliteCodecs.encode(BigInteger.ONE.shiftLeft(63)))
        .isInstanceOf(DataError.class)
        .hasMessage("Python int too large to convert to SQLite INTEGER");
    assertThatThrownBy(() -> SqliteCodecs.encode(OffsetDateTime.now(ZoneOffset.UTC)))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "SQLite backend does not support timezone-aware datetimes when USE_TZ is False.");
    assertThatThrownBy(() -> SqliteCodecs.encode(List.of(1))).isInstanceOf(NotSupportedError.class);
  }

  @Test
  void literalsMeanTheValuesTheyStandFor() throws Exception {
    Dialect dialect = new SqliteDialect();
    for (Object value :
        new Object[] {
          "it's", 1L, -1.5, true, Bytes.of(new byte[] {1, -1}), LocalDate.of(2005, 7, 28), 1e300
        }) {
      Object stored = SqliteCodecs.encode(value);
      Object back =
          read("SELECT " + dialect.literal(new Binding(value, FieldTypes.ANY)), FieldTypes.ANY);
      assertThat(back).isEqualTo(stored instanceof byte[] bytes ? Bytes.of(bytes) : stored);
    }
    assertThat(dialect.literal(new Binding(null, FieldTypes.TEXT))).isEqualTo("NULL");
  }

  @Test
  void roundingStoredDecimalsQuicklyIsRoundingThemExactly() {
    Random random = new Random(20);
    FieldType[] types = {
      FieldTypes.DECIMAL.withDigits(10, 2),
      FieldTypes.DECIMAL.withDigits(20, 5),
      FieldTypes.DECIMAL.withDigits(20, 0)
    };
    for (int i = 0; i < 100_000; i++) {
      FieldType type = types[i % types.length];
      double number = (random.nextLong() >> random.nextInt(64)) / Math.pow(10, random.nextInt(9));
      BigDecimal exact =
          new BigDecimal(number)
              .round(new MathContext(15, RoundingMode.HALF_EVEN))
              .setScale(type.decimalPlaces(), RoundingMode.HALF_EVEN);
      assertThat(SqliteCodecs.decode(number, type)).as("%s", number).isEqualTo(exact);
    }
  }
}
