package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Step;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// Values as Python spells them, and what Python calculates before Django sees it.
class ValuesTest {

  private static @Nullable Object value(String text) {
    Step.Filter filter =
        (Step.Filter)
            Parser.parse("M.objects.filter(x=" + text + ")").chain().query().steps().getFirst();
    Condition.Lookup lookup = (Condition.Lookup) filter.conditions().getFirst();
    return ((Expr.Literal) lookup.value()).value();
  }

  @Test
  void integers() {
    assertThat(value("0")).isEqualTo(0L);
    assertThat(value("-1")).isEqualTo(-1L);
    assertThat(value("+7")).isEqualTo(7L);
    assertThat(value("1_000")).isEqualTo(1000L);
    assertThat(value("0x_ff")).isEqualTo(255L);
    assertThat(value("0o17")).isEqualTo(15L);
    assertThat(value("0b101")).isEqualTo(5L);
    assertThat(value("00")).isEqualTo(0L);
    assertThat(value("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(value("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(value("9223372036854775808")).isEqualTo(BigInteger.TWO.pow(63));
  }

  @Test
  void floats() {
    assertThat(value("1.5")).isEqualTo(1.5);
    assertThat(value("1.")).isEqualTo(1.0);
    assertThat(value(".5")).isEqualTo(0.5);
    assertThat(value("1e3")).isEqualTo(1000.0);
    assertThat(value("1_0.5E-1_0")).isEqualTo(10.5e-10);
    assertThat(value("-0.0")).isEqualTo(-0.0);
    assertThat(value("1e999")).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void stringsWithPythonsEscapes() {
    assertThat(value("'it\\'s'")).isEqualTo("it's");
    assertThat(value("\"\\n\\t\\r\\\\\\\"\\a\\b\\f\\v\"")).isEqualTo("\n\t\r\\\"\u0007\b\f\u000b");
    assertThat(value("'\\x41\\u00e9\\U0001F600\\101\\0'")).isEqualTo("Aé😀A\0");
    assertThat(value("'\\N{GREEK SMALL LETTER ALPHA}'")).isEqualTo("α");
    assertThat(value("'\\d+'")).isEqualTo("\\d+");
    assertThat(value("'a\\\nb'")).isEqualTo("ab");
    assertThat(value("r'\\d\\n'")).isEqualTo("\\d\\n");
    assertThat(value("R'\\''")).isEqualTo("\\'");
    assertThat(value("u'x'")).isEqualTo("x");
    assertThat(value("'''a\n'b' \"c\"'''")).isEqualTo("a\n'b' \"c\"");
    assertThat(value("\"\"\"a\r\nb\"\"\"")).isEqualTo("a\nb");
    assertThat(value("''")).isEqualTo("");
    assertThat(value("''''''")).isEqualTo("");
    assertThat(value("'a' \"b\" # and\n r'\\c'")).isEqualTo("ab\\c");
  }

  @Test
  void bytes() {
    assertThat(value("b'a\\x00\\xff\\101\\u00e9'"))
        .isEqualTo(Bytes.of(new byte[] {'a', 0, -1, 'A', '\\', 'u', '0', '0', 'e', '9'}));
    assertThat(value("rb'\\x'")).isEqualTo(Bytes.of(new byte[] {'\\', 'x'}));
    assertThat(value("b'a' b'b'")).isEqualTo(Bytes.of(new byte[] {'a', 'b'}));
  }

  @Test
  void timesAndLengthsOfTime() {
    assertThat(value("date(2005, 7, 28)")).isEqualTo(LocalDate.of(2005, 7, 28));
    assertThat(value("date(day=28, month=7, year=2005)")).isEqualTo(LocalDate.of(2005, 7, 28));
    assertThat(value("datetime(2005, 7, 28, 12, 30, 45, 180)"))
        .isEqualTo(LocalDateTime.of(2005, 7, 28, 12, 30, 45, 180_000));
    assertThat(value("datetime(2005, 7, 28, tzinfo=timezone.utc)"))
        .isEqualTo(OffsetDateTime.of(2005, 7, 28, 0, 0, 0, 0, ZoneOffset.UTC));
    assertThat(value("time(12, 30)")).isEqualTo(LocalTime.of(12, 30));
    assertThat(value("time()")).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(value("timedelta(days=1, hours=-2)")).isEqualTo(Duration.ofHours(22));
    assertThat(value("timedelta(1, 2, 3, 4, 5, 6, 7)"))
        .isEqualTo(
            Duration.ofDays(50).plusHours(6).plusMinutes(5).plusSeconds(2).plusNanos(4_003_000));
    assertThat(value("timedelta(hours=1.5)")).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void decimalsAndIdentifiers() {
    assertThat(value("Decimal('1.50')")).isEqualTo(new BigDecimal("1.50"));
    assertThat(value("Decimal(' -1_0e2 ')")).isEqualTo(new BigDecimal("-10e2"));
    assertThat(value("Decimal(5)")).isEqualTo(new BigDecimal("5"));
    assertThat(value("Decimal(0.1)"))
        .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"));
    assertThat(value("UUID('urn:uuid:12345678-1234-5678-1234-567812345678')"))
        .isEqualTo(UUID.fromString("12345678-1234-5678-1234-567812345678"));
  }

  @Test
  void pythonCalculatesWithPlainValues() {
    assertThat(value("60 * 60")).isEqualTo(3600L);
    assertThat(value("7 / 2")).isEqualTo(3.5);
    assertThat(value("-7 // 2")).isEqualTo(-4L);
    assertThat(value("-7 % 3")).isEqualTo(2L);
    assertThat(value("7.5 % -2")).isEqualTo(-0.5);
    assertThat(value("2 ** 64")).isEqualTo(BigInteger.TWO.pow(64));
    assertThat(value("2 ** -1")).isEqualTo(0.5);
    assertThat(value("-2 ** 2")).isEqualTo(-4L);
    assertThat(value("~5 & 0xff | 1 << 8")).isEqualTo(506L);
    assertThat(value("True + 1")).isEqualTo(2L);
    assertThat(value("True & False")).isEqualTo(false);
    assertThat(value("'a' + 'b' * 2")).isEqualTo("abb");
    assertThat(value("Decimal('1.10') * 3")).isEqualTo(new BigDecimal("3.30"));
    assertThat(value("date(2005, 7, 28) - timedelta(days=28)"))
        .isEqualTo(LocalDate.of(2005, 6, 30));
    assertThat(value("date(2005, 7, 28) - date(2005, 7, 1)")).isEqualTo(Duration.ofDays(27));
    assertThat(value("timedelta(days=1) / 2")).isEqualTo(Duration.ofHours(12));
    assertThat(value("-timedelta(days=1) * 1.5")).isEqualTo(Duration.ofHours(-36));
    assertThat(value("timedelta(days=1) / timedelta(hours=8)")).isEqualTo(3.0);
  }

  @Test
  void everyClassOfValueIsWrittenAsPythonReadsIt() {
    assertThat(Literals.text("a\"\\\n\u0001\u200b\u2028\ud800é"))
        .isEqualTo("\"a\\\"\\\\\\n\\x01\\u200b\\u2028\\ud800é\"");
    assertThat(Literals.text(1.0)).isEqualTo("1.0");
    assertThat(Literals.text(1e16)).isEqualTo("1e+16");
    assertThat(Literals.text(123456789.125)).isEqualTo("123456789.125");
    assertThat(Literals.text(1.5f)).isEqualTo("1.5");
    assertThat(Literals.text(5)).isEqualTo("5");
    assertThat(Literals.text(java.util.List.of(1L, "a"))).isEqualTo("[1, \"a\"]");
    assertThat(Literals.text(new Json("{\"a\": [true, null, \"\\u00e9\\/\"], \"b\":-1.5e3}")))
        .isEqualTo("{\"a\": [True, None, \"é/\"], \"b\": -1.5e3}");
  }
}
