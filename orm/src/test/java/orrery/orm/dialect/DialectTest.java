package orrery.orm.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.error.NotSupportedError;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;

/// Column types, literals and errors of both databases.
class DialectTest {

  private static final Dialect SQLITE = new SqliteDialect();
  private static final Dialect POSTGRES = new PostgresDialect();

  @ParameterizedTest
  @CsvSource({
    "AutoField, integer, integer",
    "BigAutoField, integer, bigint",
    "BigIntegerField, bigint, bigint",
    "BinaryField, BLOB, bytea",
    "BooleanField, bool, boolean",
    "CharField, varchar, varchar",
    "DateField, date, date",
    "DateTimeField, datetime, timestamp with time zone",
    "DecimalField, decimal, numeric",
    "DurationField, bigint, interval",
    "EmailField, varchar(254), varchar(254)",
    "FileField, varchar(100), varchar(100)",
    "FloatField, real, double precision",
    "GenericIPAddressField, char(39), inet",
    "IntegerField, integer, integer",
    "JSONField, text, jsonb",
    "PositiveIntegerField, integer unsigned, integer",
    "PositiveSmallIntegerField, smallint unsigned, smallint",
    "SlugField, varchar(50), varchar(50)",
    "SmallIntegerField, smallint, smallint",
    "TextField, text, text",
    "TimeField, time, time",
    "URLField, varchar(200), varchar(200)",
    "UUIDField, char(32), uuid"
  })
  void columnTypes(String field, String sqlite, String postgres) {
    FieldType type = FieldTypes.find(field).orElseThrow();
    assertThat(SQLITE.columnType(type)).isEqualTo(sqlite);
    assertThat(POSTGRES.columnType(type)).isEqualTo(postgres);
  }

  @Test
  void sizesOfColumns() {
    assertThat(SQLITE.columnType(FieldTypes.CHAR.withLength(30))).isEqualTo("varchar(30)");
    assertThat(POSTGRES.columnType(FieldTypes.SLUG.withLength(30))).isEqualTo("varchar(30)");
    assertThat(POSTGRES.columnType(FieldTypes.DECIMAL.withDigits(6, 2))).isEqualTo("numeric(6, 2)");
    assertThatThrownBy(() -> SQLITE.columnType(FieldTypes.ARRAY))
        .isInstanceOf(NotSupportedError.class);
  }

  @Test
  void everyTypeHasAColumnOnPostgres() {
    assertThat(FieldTypes.all()).allSatisfy(t -> assertThat(POSTGRES.columnType(t)).isNotEmpty());
  }

  @Test
  void conditionsOfTypes() {
    assertThat(SQLITE.columnCheck("n", FieldTypes.POSITIVE_INTEGER)).contains("\"n\" >= 0");
    assertThat(POSTGRES.columnCheck("n", FieldTypes.POSITIVE_BIG_INTEGER)).contains("\"n\" >= 0");
    assertThat(SQLITE.columnCheck("j", FieldTypes.JSON))
        .contains("(JSON_VALID(\"j\") OR \"j\" IS NULL)");
    assertThat(POSTGRES.columnCheck("j", FieldTypes.JSON)).isEmpty();
    assertThat(SQLITE.columnCheck("n", FieldTypes.INTEGER)).isEmpty();
  }

  private static String literal(@Nullable Object value) {
    return POSTGRES.literal(new Binding(value, FieldTypes.ANY));
  }

  @Test
  void literalsOfPostgres() {
    assertThat(literal(null)).isEqualTo("NULL");
    assertThat(literal("it's")).isEqualTo("'it''s'");
    assertThat(literal("a\\b")).isEqualTo("E'a\\\\b'");
    assertThat(literal(true)).isEqualTo("true");
    assertThat(literal(7L)).isEqualTo("7");
    assertThat(literal(new BigDecimal("1E+2"))).isEqualTo("100");
    assertThat(literal(Double.NaN)).isEqualTo("'NaN'::double precision");
    assertThat(literal(LocalDate.of(2005, 7, 28))).isEqualTo("'2005-07-28'::date");
    assertThat(literal(LocalTime.of(12, 30))).isEqualTo("'12:30:00'::time");
    assertThat(literal(LocalDateTime.of(2005, 7, 28, 12, 30)))
        .isEqualTo("'2005-07-28 12:30:00'::timestamp");
    assertThat(literal(OffsetDateTime.parse("2005-07-28T12:30:00+02:00")))
        .isEqualTo("'2005-07-28 12:30:00+02:00'::timestamptz");
    assertThat(literal(Duration.ofHours(36))).isEqualTo("'PT36H'::interval");
    assertThat(literal(Bytes.of(new byte[] {1, (byte) 255}))).isEqualTo("'\\x01ff'::bytea");
    assertThat(literal(UUID.fromString("00000000-0000-4000-8000-000000000001")))
        .isEqualTo("'00000000-0000-4000-8000-000000000001'::uuid");
    assertThat(literal(new Json("{}"))).isEqualTo("'{}'::jsonb");
    assertThat(literal(List.of(1L, 2L))).isEqualTo("'{1,2}'");
  }

  @ParameterizedTest
  @CsvSource({
    "23505, IntegrityError",
    "22003, DataError",
    "42P01, ProgrammingError",
    "0A000, NotSupportedError",
    "08006, OperationalError",
    "57014, OperationalError",
    "XX000, DatabaseError"
  })
  void errorsOfPostgres(String state, String type) {
    var error = POSTGRES.translate(new SQLException("ERROR: words", state), Sql.of(""));
    assertThat(error.type()).isEqualTo(type);
    assertThat(error.sentence()).isEqualTo("words");
  }

  @ParameterizedTest
  @CsvSource({
    "3 days, P3D",
    "1 day 02:03:04.5, P1DT2H3M4.5S",
    "-1 days +00:00:01, PT-23H-59M-59S",
    "-00:00:00.000001, PT-0.000001S",
    "1 year 2 mons, P425D",
    "00:00:00, PT0S"
  })
  void intervals(String text, Duration expected) {
    assertThat(PostgresIntervals.parse(text)).isEqualTo(expected);
  }
}
