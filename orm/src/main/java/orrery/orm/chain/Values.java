package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr;

/// The table of Python's classes whose values a chain can hold: `date(2005, 7, 28)`,
/// `Decimal("1.50")`.
final class Values {

  private static final Map<String, Entry> TABLE = new LinkedHashMap<>();

  private static final String CLOCK =
      "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)";

  static {
    add("date(year, month, day)", a -> new Expr.Literal(date(a)));
    add("datetime(year, month, day, " + CLOCK, Values::datetime);
    add("time(" + CLOCK, Values::time);
    add(
        "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,"
            + " weeks=0)",
        a -> new Expr.Literal(timedelta(a)));
    add("timezone(offset)", Values::timezone);
    add("Decimal(value=\"0\")", a -> new Expr.Literal(decimal(a)));
    add("UUID(hex)", a -> new Expr.Literal(uuid(a)));
    add("set()", _ -> new Expr.Sequence(Expr.Brackets.SET, List.of()));
  }

  private static final Map<String, Long> MICROS =
      Map.of(
          "days", 86_400_000_000L,
          "seconds", 1_000_000L,
          "microseconds", 1L,
          "milliseconds", 1_000L,
          "minutes", 60_000_000L,
          "hours", 3_600_000_000L,
          "weeks", 604_800_000_000L);

  private Values() {}

  /// A class: its signature, and how its arguments become a value.
  record Entry(Signature signature, Function<Arguments, Expr> make) {}

  /// Returns the table, by the names of the classes.
  static Map<String, Entry> table() {
    return TABLE;
  }

  private static void add(String text, Function<Arguments, Expr> make) {
    Signature signature = Signature.of(text);
    TABLE.put(signature.name(), new Entry(signature, make));
  }

  /// Returns the value of `entry` with `arguments`.
  static Expr make(Entry entry, Arguments arguments) {
    try {
      return entry.make().apply(arguments);
    } catch (ArithmeticException | DateTimeException outside) {
      String message = outside.getMessage();
      throw arguments
          .reader()
          .source()
          .at(
              new ValueError(message == null ? "the value is out of range" : message, outside),
              arguments.start());
    }
  }

  private static OrmError wrong(Arguments a, String name, String sentence) {
    return a.reader().source().at(new ValueError(sentence), a.at(name));
  }

  private static @Nullable Object plain(Arguments a, String name) {
    Expr value = a.expr(name);
    if (value instanceof Expr.Literal literal) {
      return literal.value();
    }
    throw a.wrong(
        a.signature().name() + "() takes plain values, not " + PythonTypes.repr(value), a.at(name));
  }

  private static int number(Arguments a, String name, int least, int most) {
    if (!a.given().containsKey(name)) {
      return 0;
    }
    Object value = plain(a, name);
    if (!PythonValues.isInteger(value)) {
      throw a.wrong(
          "'" + PythonTypes.ofValue(value) + "' object cannot be interpreted as an integer",
          a.at(name));
    }
    if (value instanceof Long number && number >= least && number <= most) {
      return number.intValue();
    }
    throw wrong(a, name, name + " must be in " + least + ".." + most);
  }

  private static LocalDate date(Arguments a) {
    int year = number(a, "year", 1, 9999);
    int month = number(a, "month", 1, 12);
    int length = YearMonth.of(year, month).lengthOfMonth();
    int day = number(a, "day", Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (day < 1 || day > length) {
      throw wrong(a, "day", "day is out of range for month");
    }
    return LocalDate.of(year, month, day);
  }

  private static LocalTime clock(Arguments a) {
    number(a, "fold", 0, 1);
    return LocalTime.of(
        number(a, "hour", 0, 23),
        number(a, "minute", 0, 59),
        number(a, "second", 0, 59),
        number(a, "microsecond", 0, 999_999) * 1000);
  }

  private static Expr time(Arguments a) {
    if (a.syntax("tzinfo") != null) {
      throw wrong(a, "tzinfo", "a database's time of day has no time zone");
    }
    return new Expr.Literal(clock(a));
  }

  private static Expr datetime(Arguments a) {
    LocalDateTime naive = date(a).atTime(clock(a));
    Optional<Expr> zone = a.optional("tzinfo");
    if (zone.isEmpty()) {
      return new Expr.Literal(naive);
    }
    ZoneId id = zone(zone.get());
    if (id == null) {
      throw a.wrong(
          "tzinfo argument must be None or of a tzinfo subclass, not type '"
              + PythonTypes.name(zone.get())
              + "'",
          a.at("tzinfo"));
    }
    boolean later = number(a, "fold", 0, 1) == 1;
    return new Expr.Literal(
        (later ? naive.atZone(id).withLaterOffsetAtOverlap() : naive.atZone(id))
            .toOffsetDateTime());
  }

  /// Returns the zone that `expr` names, or null where it is none.
  private static @Nullable ZoneId zone(Expr expr) {
    if (expr instanceof Expr.Call call
        && call.args().size() == 1
        && call.args().getFirst() instanceof Expr.Literal literal) {
      if (call.name().equals("timezone") && literal.value() instanceof Duration offset) {
        return ZoneOffset.ofTotalSeconds((int) offset.toSeconds());
      }
      if (call.name().equals("ZoneInfo") && literal.value() instanceof String key) {
        return ZoneId.of(key);
      }
    }
    return null;
  }

  private static Expr timezone(Arguments a) {
    if (!(plain(a, "offset") instanceof Duration offset)) {
      throw a.wrong("timezone() argument 1 must be datetime.timedelta", a.at("offset"));
    }
    if (offset.abs().compareTo(Duration.ofHours(18)) > 0 || offset.toNanosPart() != 0) {
      throw wrong(a, "offset", "offset must be whole seconds between -18 and 18 hours");
    }
    return new Expr.Call("timezone", List.of(new Expr.Literal(offset)), List.of());
  }

  private static Duration timedelta(Arguments a) {
    BigDecimal micros = BigDecimal.ZERO;
    for (String unit : a.given().keySet()) {
      Object value = plain(a, unit);
      BigDecimal count =
          switch (value) {
            case Long number -> BigDecimal.valueOf(number);
            case BigInteger number -> new BigDecimal(number);
            case Double number when Double.isFinite(number) -> new BigDecimal(number);
            case null, default ->
                throw a.wrong(
                    "unsupported type for timedelta "
                        + unit
                        + " component: "
                        + PythonTypes.ofValue(value),
                    a.at(unit));
          };
      micros = micros.add(count.multiply(BigDecimal.valueOf(MICROS.getOrDefault(unit, 1L))));
    }
    return PythonTimes.of(PythonTimes.rounded(micros));
  }

  private static BigDecimal decimal(Arguments a) {
    if (!a.given().containsKey("value")) {
      return BigDecimal.ZERO;
    }
    Object value = plain(a, "value");
    return switch (value) {
      case BigDecimal already -> already;
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case Double number when Double.isFinite(number) -> new BigDecimal(number);
      case String text -> decimal(a, text);
      case null, default ->
          throw a.wrong(
              "conversion from " + PythonTypes.ofValue(value) + " to Decimal is not supported",
              a.at("value"));
    };
  }

  private static BigDecimal decimal(Arguments a, String text) {
    String plain = text.strip().replace("_", "");
    String low = plain.toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "");
    if (List.of("nan", "snan", "inf", "infinity").contains(low)) {
      throw wrong(a, "value", "no database stores Decimal(\"" + text + "\")");
    }
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException bad) {
      throw a.reader()
          .source()
          .at(
              new ValueError("Decimal(\"" + text + "\"): not a decimal number", bad),
              a.at("value"));
    }
  }

  private static UUID uuid(Arguments a) {
    Object value = plain(a, "hex");
    if (value instanceof String text) {
      String hex = text.replace("urn:", "").replace("uuid:", "");
      hex = hex.replaceAll("^[{}]+|[{}]+$", "").replace("-", "");
      if (hex.matches("[0-9a-fA-F]{32}")) {
        return new UUID(
            Long.parseUnsignedLong(hex.substring(0, 16), 16),
            Long.parseUnsignedLong(hex.substring(16), 16));
      }
      throw wrong(a, "hex", "badly formed hexadecimal UUID string");
    }
    throw a.wrong("UUID() takes a string, not '" + PythonTypes.ofValue(value) + "'", a.at("hex"));
  }
}
