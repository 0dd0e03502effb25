package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;

class FunctionsTest {

  private static final Database DATABASE = Database.open(Settings.of(":memory:"));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static @Nullable Object eval(String expression) {
    return DATABASE.all(Sql.of("SELECT " + expression), Reason.USER).getFirst()[0];
  }

  private static String text(String expression) {
    return String.valueOf(eval(expression));
  }

  @ParameterizedTest
  @CsvSource({
    "year, 2005",
    "month, 7",
    "day, 28",
    "hour, 12",
    "minute, 30",
    "second, 45",
    "quarter, 3",
    "week, 30",
    "week_day, 5",
    "iso_week_day, 4",
    "iso_year, 2005",
  })
  void partsOfADateAndTime(String part, long value) {
    assertThat(
            eval(
                "django_datetime_extract('%s', '2005-07-28 12:30:45.000180', NULL, NULL)"
                    .formatted(part)))
        .isEqualTo(value);
  }

  @Test
  void partsAtTheTurnOfAYearAreIsos() {
    assertThat(eval("django_date_extract('week', '2008-12-31')")).isEqualTo(1L);
    assertThat(eval("django_date_extract('iso_year', '2008-12-31')")).isEqualTo(2009L);
    assertThat(eval("django_date_extract('week_day', '2008-12-28')")).isEqualTo(1L);
    assertThat(eval("django_date_extract('iso_week_day', '2008-12-28')")).isEqualTo(7L);
    assertThat(eval("django_date_extract('week_day', '2008-12-27')")).isEqualTo(7L);
    assertThat(eval("django_time_extract('hour', '08:15:00')")).isEqualTo(8L);
    assertThat(eval("django_time_extract('second', '08:15:59.9')")).isEqualTo(59L);
  }

  @ParameterizedTest
  @CsvSource({
    "year, 2005-01-01",
    "quarter, 2005-07-01",
    "month, 2005-08-01",
    "week, 2005-08-29",
    "day, 2005-08-31",
  })
  void beginningsOfPeriods(String period, String first) {
    assertThat(text("django_date_trunc('%s', '2005-08-31', NULL, NULL)".formatted(period)))
        .isEqualTo(first);
    assertThat(
            text(
                "django_datetime_trunc('%s', '2005-08-31 12:30:45', NULL, NULL)".formatted(period)))
        .isEqualTo(first + " 00:00:00");
  }

  @Test
  void beginningsOfHoursMinutesAndSeconds() {
    String time = "'2005-08-31 12:30:45.5', NULL, NULL)";
    assertThat(text("django_datetime_trunc('hour', " + time)).isEqualTo("2005-08-31 12:00:00");
    assertThat(text("django_datetime_trunc('minute', " + time)).isEqualTo("2005-08-31 12:30:00");
    assertThat(text("django_datetime_trunc('second', " + time)).isEqualTo("2005-08-31 12:30:45");
    assertThat(text("django_time_trunc('minute', " + time)).isEqualTo("12:30:00");
    assertThat(text("django_time_trunc('hour', '08:15:59', NULL, NULL)")).isEqualTo("08:00:00");
    assertThat(text("django_datetime_cast_date(" + time)).isEqualTo("2005-08-31");
    assertThat(text("django_datetime_cast_time(" + time)).isEqualTo("12:30:45.500000");
  }

  @Test
  void zones() {
    String time = "'2005-07-28 23:30:00', ";
    assertThat(text("django_datetime_cast_date(" + time + "'Europe/Warsaw', 'UTC')"))
        .isEqualTo("2005-07-29");
    assertThat(eval("django_datetime_extract('hour', " + time + "'America/New_York', 'UTC')"))
        .isEqualTo(19L);
    assertThat(text("django_datetime_trunc('hour', " + time + "'UTC+03:00', 'UTC')"))
        .isEqualTo("2005-07-29 02:00:00");
    assertThat(eval("django_datetime_extract('hour', " + time + "'UTC', 'UTC')")).isEqualTo(23L);
  }

  @Test
  void whatIsNoDateOrTimeIsNull() {
    assertThat(eval("django_date_extract('year', 'soon')")).isNull();
    assertThat(eval("django_datetime_extract('year', 12, NULL, NULL)")).isNull();
    assertThat(eval("django_datetime_trunc('year', NULL, NULL, NULL)")).isNull();
    assertThat(eval("django_time_extract('hour', 'noon')")).isNull();
    assertThat(eval("django_time_trunc('hour', 'noon', NULL, NULL)")).isNull();
    assertThat(eval("django_format_dtdelta('+', 'soon', 5)")).isNull();
    assertThat(eval("django_format_dtdelta('+', NULL, 5)")).isNull();
  }

  @Test
  void sumsAndDifferencesOfTimes() {
    assertThat(text("django_format_dtdelta('+', '2005-07-28 23:59:59', 1000001)"))
        .isEqualTo("2005-07-29 00:00:00.000001");
    assertThat(text("django_format_dtdelta('+', 86400000000, '2005-07-28 01:00:00')"))
        .isEqualTo("2005-07-29 01:00:00");
    assertThat(text("django_format_dtdelta('-', '2005-07-28', 3600000000)"))
        .isEqualTo("2005-07-27");
    assertThat(eval("django_format_dtdelta('*', 1000000, 3)")).isEqualTo(3_000_000L);
    assertThat(eval("django_format_dtdelta('*', 1000000, 1.5)")).isEqualTo(1_500_000.0);
    assertThat(eval("django_format_dtdelta('/', 1000000, 4)")).isEqualTo(250_000.0);
    assertThat(eval("django_timestamp_diff('2005-07-28 00:00:01', '2005-07-28 00:00:00.5')"))
        .isEqualTo(500_000L);
    assertThat(eval("django_timestamp_diff('2005-07-28', '2005-07-29')"))
        .isEqualTo(-86_400_000_000L);
    assertThat(eval("django_time_diff('08:00:00', '07:59:59.999999')")).isEqualTo(1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      value = {
        "Zażółć|^Za|1",
        "Zażółć|żół|1",
        "Zażółć|ŻÓŁ|0",
        "Zażółć|(?i)ŻÓŁ|1",
        "éclair|(?i)^ÉCLAIR$|1",
        "abc|\\Abc|0",
        "abc|c\\Z|1",
        "naïve word|\\w+ \\w+$|1",
        "x1y|[0-9]|1",
        "a[b|[[]b|1",
        "a]b|[]]b|1",
        "a&&b|a[&]{2}b|1",
        "abab|(?P<twice>ab)(?P=twice)|1",
        "aaa|^a{,3}$|1",
        "aaaa|^a{,3}$|0",
        "tab\there|\\bhere\\b|1",
        "12|^\\d+$|1",
      })
  void regularExpressionsArePythons(String text, String regex, long found) {
    assertThat(eval("'%s' REGEXP '%s'".formatted(text, regex))).isEqualTo(found);
  }

  @Test
  void regularExpressionsOnOtherValues() {
    assertThat(eval("NULL REGEXP 'a'")).isNull();
    assertThat(eval("'a' REGEXP NULL")).isNull();
    assertThat(eval("12.5 REGEXP '^12\\.5$'")).isEqualTo(1L);
    assertThat(eval("'a' || char(13) REGEXP 'a$'")).isEqualTo(0L);
    assertThat(eval("'a' || char(10) REGEXP 'a$'")).isEqualTo(1L);
  }

  @Test
  void aRegularExpressionThatIsNoneIsAnError() {
    assertThatThrownBy(() -> eval("'a' REGEXP '('"))
        .isInstanceOf(OperationalError.class)
        .hasMessageContaining("The regular expression '(' is wrong: Unclosed group");
  }

  @Test
  void aRegularExpressionThatTakesForEverCanBeStopped() throws Exception {
    Action action = new Action("Run");
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread worker =
        Thread.ofPlatform()
            .start(() ->
                action.run(() -> {
                  started.countDown();
                  try {
                    eval("'" + "a".repeat(200) + "!' REGEXP '^(a|aa)+(b)?\\2$'");
                  } catch (OrmError e) {
                    thrown.set(e);
                  }
                }));
    started.await();
    action.stop();
    worker.join();
    assertThat(thrown.get()).isExactlyInstanceOf(OperationalError.class).hasMessage("interrupted");
  }

  @Test
  void texts() {
    assertThat(eval("LPAD('é𝄞', 5, 'ab')")).isEqualTo("abaé𝄞");
    assertThat(eval("RPAD('é𝄞', 5, 'ab')")).isEqualTo("é𝄞aba");
    assertThat(eval("LPAD('éclair', 2, 'x')")).isEqualTo("éc");
    assertThat(eval("RPAD('x', 3, '')")).isEqualTo("x");
    assertThat(eval("LPAD(NULL, 3, 'x')")).isNull();
    assertThat(eval("REPEAT('ab', 3) || REPEAT('x', 0) || REPEAT('y', -1)")).isEqualTo("ababab");
    assertThat(eval("REVERSE('a𝄞é')")).isEqualTo("é𝄞a");
    assertThat(eval("MD5('Ł')")).isEqualTo("892e100e17e1b1c24bc48b3ee1aaabe0");
    assertThat(eval("SHA1('abc')")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(eval("SHA224('abc')"))
        .isEqualTo("23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
    assertThat(text("SHA256('abc')")).startsWith("ba7816bf").hasSize(64);
    assertThat(text("SHA384('abc')")).startsWith("cb00753f").hasSize(96);
    assertThat(text("SHA512('abc')")).startsWith("ddaf35a1").hasSize(128);
  }

  @Test
  void numbers() {
    assertThat(eval("BITXOR(12, 10)")).isEqualTo(6L);
    assertThat(eval("BITXOR(12, NULL)")).isNull();
    assertThat((Double) eval("COT(1)")).isCloseTo(0.642092615934331, within());
    assertThat((Double) eval("RAND()")).isBetween(0.0, 1.0);
    assertThat(eval("SIGN(-3) || SQRT(16) || MOD(7, 4) || POWER(2, 3)")).isEqualTo("-14.03.08.0");
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-15);
  }

  private static @Nullable Object aggregate(String call, String json) {
    return eval(call + " FROM json_each('" + json + "')");
  }

  @Test
  void variancesAreExact() {
    String values = "[2, 4, 4, 4, 5, 5, 7, 9, null]";
    assertThat(aggregate("VAR_POP(value)", values)).isEqualTo(4.0);
    assertThat(aggregate("STDDEV_POP(value)", values)).isEqualTo(2.0);
    assertThat(aggregate("VAR_SAMP(value)", values)).isEqualTo(4.571428571428571);
    assertThat(aggregate("STDDEV_SAMP(value)", values)).isEqualTo(2.138089935299395);
    assertThat(aggregate("VAR_POP(value)", "[1000000000.1, 1000000000.2]"))
        .isEqualTo(0.0025000011920930376);
    assertThat(aggregate("VAR_POP(value)", "[3]")).isEqualTo(0.0);
    assertThat(aggregate("VAR_SAMP(value)", "[3]")).isNull();
    assertThat(aggregate("STDDEV_POP(value)", "[]")).isNull();
    assertThat(
            DATABASE.all(
                Sql.of(
                    "SELECT VAR_POP(value) OVER (ORDER BY key ROWS 1 PRECEDING)"
                        + " FROM json_each('[1, 3, 3, 7]')"),
                Reason.USER))
        .extracting(row -> row[0])
        .containsExactly(0.0, 1.0, 0.0, 4.0);
  }

  @Test
  void aggregatesOfGroupsDoNotMix() {
    assertThat(
            DATABASE.all(
                Sql.of(
                    "SELECT value % 2, BIT_OR(value), BIT_AND(value), BIT_XOR(value), ANY_VALUE(key),"
                        + " VAR_POP(value) FROM json_each('[1, 2, 3, 4, 7]') GROUP BY 1 ORDER BY 1"),
                Reason.USER))
        .containsExactly(
            new Object[] {0L, 6L, 0L, 6L, 1L, 1.0}, new Object[] {1L, 7L, 1L, 5L, 0L, 56.0 / 9});
  }

  @Test
  void aggregatesOfNothingAreNull() {
    assertThat(aggregate("BIT_OR(value)", "[]")).isNull();
    assertThat(aggregate("BIT_AND(value)", "[null]")).isNull();
    assertThat(aggregate("ANY_VALUE(value)", "[null]")).isNull();
    assertThat(aggregate("ANY_VALUE(value)", "[null, \"x\"]")).isEqualTo("x");
  }

  @Test
  void functionsAreOnEveryConnection() throws Exception {
    AtomicReference<Object> found = new AtomicReference<>();
    try (Rows rows =
        DATABASE.query(
            Sql.of(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500) SELECT i FROM n"),
            Reason.USER)) {
      assertThat(rows.next()).isTrue();
      Thread thread =
          Thread.ofPlatform().start(() -> found.set(String.valueOf(eval("REVERSE('ab')"))));
      thread.join();
    }
    assertThat(found.get()).isEqualTo("ba");
  }
}
