package orrery.orm.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.render.SqlWriter;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;

/// Every function and aggregate of the table runs on SQLite and gives what Django gives.
@TestInstance(Lifecycle.PER_CLASS)
class SqliteSpellingsTest {

  private static final SqlExpr WHOLE = column("whole", FieldTypes.INTEGER);
  private static final SqlExpr REAL = column("real", FieldTypes.FLOAT);
  private static final SqlExpr TEXT = column("text", FieldTypes.CHAR);
  private static final SqlExpr NOTHING = column("nothing", FieldTypes.CHAR);
  private static final SqlExpr DAY = column("day", FieldTypes.DATE);
  private static final SqlExpr AT = column("at", FieldTypes.DATETIME);
  private static final SqlExpr TIME = column("time", FieldTypes.TIME);
  private static final SqlExpr LENGTH = column("length", FieldTypes.DURATION);
  private static final SqlExpr DATA = column("data", FieldTypes.JSON);
  private static final LocalDateTime THEN = LocalDateTime.parse("2005-07-28T12:30:45.000180");

  private Database database = Database.open(Settings.of(":memory:").creating());

  @BeforeAll
  void open() {
    send(
        "CREATE TABLE \"row\" (\"whole\" integer, \"real\" real, \"text\" varchar(20), \"nothing\""
            + " varchar(20), \"day\" date, \"at\" datetime, \"time\" time, \"length\" bigint,"
            + " \"data\" text)");
    send(
        "INSERT INTO \"row\" VALUES (7, 2.5, 'Jane Eyre', NULL, '2008-12-31',"
            + " '2005-07-28 12:30:45.000180', '12:30:45', 90000000,"
            + " '{\"a\": [1, {\"b\": \"x\"}], \"n\": null}')");
  }

  @AfterAll
  void close() {
    database.close();
  }

  private void send(String text) {
    database.update(Sql.of(text), Reason.USER);
  }

  private @Nullable Object ask(SqlExpr expr) {
    Statement.Select select =
        new Statement.Select(List.of(new Output(expr)), List.of(new Statement.Table("row", "row")));
    List<@Nullable Object[]> rows =
        database.all(new SqlWriter(database.dialect()).write(select), Reason.USER);
    assertThat(rows).hasSize(1);
    return rows.getFirst()[0];
  }

  private static SqlExpr column(String name, FieldType type) {
    return new SqlExpr.Column("row", name, type);
  }

  private static SqlExpr param(Object value) {
    return new SqlExpr.Param(
        value,
        switch (value) {
          case String s -> FieldTypes.TEXT;
          case Double d -> FieldTypes.FLOAT;
          case Duration d -> FieldTypes.DURATION;
          case Json j -> FieldTypes.JSON;
          default -> FieldTypes.INTEGER;
        });
  }

  private static SqlExpr.Function call(String name, FieldType type, Object... args) {
    List<SqlExpr> all = new ArrayList<>();
    Arrays.stream(args).forEach(arg -> all.add(arg instanceof SqlExpr e ? e : param(arg)));
    return new SqlExpr.Function(name, all, type);
  }

  /// A call and what it gives.
  record Row(SqlExpr.Function call, Predicate<@Nullable Object> expected, String words) {
    @Override
    public String toString() {
      return call.name() + " " + words;
    }
  }

  private static Row row(String name, FieldType type, @Nullable Object expected, Object... args) {
    return new Row(call(name, type, args), value -> same(value, expected), "= " + expected);
  }

  private static boolean same(@Nullable Object value, @Nullable Object expected) {
    if (value instanceof Number n && expected instanceof Double d) {
      return Math.abs(n.doubleValue() - d) < 1e-9;
    }
    return value == null ? expected == null : value.equals(expected);
  }

  private static Row text(String name, @Nullable Object expected, Object... args) {
    return row(name, FieldTypes.TEXT, expected, args);
  }

  private static Row number(String name, double expected, Object... args) {
    return row(name, FieldTypes.FLOAT, expected, args);
  }

  private static Row whole(String name, long expected, Object... args) {
    return row(name, FieldTypes.INTEGER, expected, args);
  }

  private static Row bool(String name, boolean expected, Object... args) {
    return row(name, FieldTypes.BOOLEAN, expected, args);
  }

  static List<Row> functions() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(comparison());
    rows.addAll(texts());
    rows.addAll(math());
    rows.addAll(dates());
    rows.addAll(json());
    return rows;
  }

  private static List<Row> comparison() {
    SqlExpr pair = new SqlExpr.Tuple(List.of(WHOLE, REAL), FieldTypes.ANY);
    SqlExpr same = new SqlExpr.Tuple(List.of(param(7L), param(2.5)), FieldTypes.ANY);
    return List.of(
        text("Coalesce", "Jane Eyre", NOTHING, TEXT),
        text("NullIf", null, TEXT, "Jane Eyre"),
        whole("Greatest", 9, WHOLE, 9L, 1L),
        whole("Least", 1, WHOLE, 9L, 1L),
        bool("TupleIn", true, pair, same),
        row("AsNumeric", FieldTypes.DECIMAL, new BigDecimal("7"), WHOLE),
        row("AsDate", FieldTypes.DATE, LocalDate.of(2005, 7, 28), AT),
        row("AsDateTime", FieldTypes.DATETIME, LocalDateTime.parse("2008-12-31T00:00:00"), DAY),
        row("AsTime", FieldTypes.TIME, LocalTime.of(12, 30, 45), TIME));
  }

  private static List<Row> texts() {
    return List.of(
        text("Chr", "é", 233L),
        text("Concat", "Jane Eyre!", TEXT, NOTHING, "!"),
        text("Left", "Jane", TEXT, 4L),
        whole("Length", 9, TEXT),
        text("Lower", "jane eyre", TEXT),
        text("LPad", "xxJane Eyre", TEXT, 11L, "x"),
        text("LTrim", "a ", " a "),
        text("MD5", "900150983cd24fb0d6963f7d28e17f72", "abc"),
        whole("Ord", 74, TEXT),
        text("Repeat", "ababab", "ab", 3L),
        text("Replace", "Jane_Eyre", TEXT, " ", "_"),
        text("Replace", "JaneEyre", TEXT, " "),
        text("LPad", "  Jane Eyre", TEXT, 11L),
        text("Reverse", "eryE enaJ", TEXT),
        text("Right", "Eyre", TEXT, 4L),
        text("RPad", "Jane Eyrexx", TEXT, 11L, "x"),
        text("RTrim", " a", " a "),
        text("SHA1", "a9993e364706816aba3e25717850c26c9cd0d89d", "abc"),
        text("SHA224", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7", "abc"),
        text("SHA256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc"),
        text(
            "SHA384",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7",
            "abc"),
        text(
            "SHA512",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "abc"),
        whole("StrIndex", 6, TEXT, "Eyre"),
        text("Substr", "Eyre", TEXT, 6L),
        text("Substr", "Ey", TEXT, 6L, 2L),
        text("Trim", "a", " a "),
        text("Upper", "JANE EYRE", TEXT));
  }

  private static List<Row> math() {
    return List.of(
        whole("Abs", 7, -7L),
        number("ACos", Math.acos(0.5), 0.5),
        number("ASin", Math.asin(0.5), 0.5),
        number("ATan", Math.atan(0.5), 0.5),
        number("ATan2", Math.atan2(0.5, 2), 0.5, 2.0),
        number("Ceil", 3, REAL),
        number("Cos", Math.cos(2.5), REAL),
        number("Cot", 1 / Math.tan(2.5), REAL),
        number("Degrees", Math.toDegrees(2.5), REAL),
        number("Exp", Math.exp(2.5), REAL),
        number("Floor", 2, REAL),
        number("Ln", Math.log(2.5), REAL),
        number("Log", 3, 2L, 8L),
        number("Mod", 1, WHOLE, 3L),
        number("Pi", Math.PI),
        whole("Power", 49, WHOLE, 2L),
        number("Power", Math.pow(2.5, 2), REAL, 2L),
        number("Radians", Math.toRadians(2.5), REAL),
        number("Round", 3, REAL),
        number("Round", 2.35, 2.3456, 2L),
        whole("Sign", 1, WHOLE),
        number("Sin", Math.sin(2.5), REAL),
        number("Sqrt", Math.sqrt(2.5), REAL),
        number("Tan", Math.tan(2.5), REAL),
        whole("BitXor", 10, WHOLE, 13L));
  }

  private static List<Row> dates() {
    FieldType whole = FieldTypes.INTEGER;
    FieldType moment = FieldTypes.DATETIME;
    return List.of(
        row("ExtractYear", whole, 2005L, AT),
        row("ExtractIsoYear", whole, 2009L, DAY),
        row("ExtractQuarter", whole, 3L, AT),
        row("ExtractMonth", whole, 7L, AT),
        row("ExtractWeek", whole, 1L, DAY),
        row("ExtractWeekDay", whole, 5L, AT),
        row("ExtractIsoWeekDay", whole, 4L, AT),
        row("ExtractDay", whole, 28L, AT),
        row("ExtractHour", whole, 12L, AT),
        row("ExtractHour", whole, 14L, AT, "Europe/Berlin"),
        row("ExtractMinute", whole, 30L, TIME),
        row("ExtractSecond", whole, 45L, AT),
        row("TruncYear", moment, LocalDateTime.parse("2005-01-01T00:00:00"), AT),
        row("TruncYear", FieldTypes.DATE, LocalDate.of(2008, 1, 1), DAY),
        row("TruncQuarter", moment, LocalDateTime.parse("2005-07-01T00:00:00"), AT),
        row("TruncMonth", FieldTypes.DATE, LocalDate.of(2005, 7, 1), AT),
        row("TruncWeek", FieldTypes.DATE, LocalDate.of(2008, 12, 29), DAY),
        row("TruncDay", moment, LocalDateTime.parse("2005-07-28T00:00:00"), AT),
        row("TruncHour", moment, LocalDateTime.parse("2005-07-28T12:00:00"), AT),
        row("TruncMinute", FieldTypes.TIME, LocalTime.of(12, 30), TIME),
        row("TruncSecond", moment, LocalDateTime.parse("2005-07-28T12:30:45"), AT),
        row("TruncDate", FieldTypes.DATE, LocalDate.of(2005, 7, 28), AT),
        row("TruncTime", FieldTypes.TIME, THEN.toLocalTime(), AT),
        row("DurationAdd", moment, THEN.plusDays(1), AT, Duration.ofDays(1)),
        row("DurationAdd", moment, THEN.plusSeconds(90), LENGTH, AT),
        row("DurationSubtract", moment, THEN.minusSeconds(90), AT, LENGTH),
        row("DurationMultiply", FieldTypes.DURATION, Duration.ofSeconds(180), LENGTH, 2L),
        row("DurationDivide", FieldTypes.DURATION, Duration.ofSeconds(36), LENGTH, REAL),
        row("TimeDifference", FieldTypes.DURATION, Duration.ZERO, TIME, TIME),
        row(
            "TimestampDifference",
            FieldTypes.DURATION,
            Duration.between(THEN, LocalDate.of(2008, 12, 31).atStartOfDay()),
            DAY,
            AT),
        new Row(
            call("Now", moment),
            value -> Math.abs(Duration.between(now(), (LocalDateTime) value).toMinutes()) < 5,
            "is the time of UTC"));
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(java.time.ZoneOffset.UTC);
  }

  private static List<Row> json() {
    return List.of(
        row("JSON", FieldTypes.JSON, new Json("{\"a\":[1,{\"b\":\"x\"}],\"n\":null}"), DATA),
        row("JSONArray", FieldTypes.JSON, new Json("[7,\"Jane Eyre\",null]"), WHOLE, TEXT, NOTHING),
        row(
            "JSONObject",
            FieldTypes.JSON,
            new Json("{\"t\":\"Jane Eyre\",\"d\":{\"a\":[1,{\"b\":\"x\"}],\"n\":null}}"),
            "t",
            TEXT,
            "d",
            DATA),
        text("JSONValue", "x", new Json("\"x\"")),
        text("JSONValue", "null", new Json("null")),
        text("JsonKey", "x", DATA, "a", 1L, "b"),
        text("JsonKey", "x", call("JsonKey", FieldTypes.JSON, DATA, "a", "1"), "b"),
        text("JsonKey", "null", DATA, "n"),
        text("JsonKey", "{\"b\":\"x\"}", DATA, "a", -1L),
        text("JsonKeyText", "x", DATA, "a", "1", "b"),
        text("JsonKeyText", "null", DATA, "n"),
        bool("HasKey", true, DATA, "n"),
        bool("HasKey", true, call("JsonKey", FieldTypes.JSON, DATA, "a", 1L), "b"),
        bool("HasKeys", false, DATA, "n", "z"),
        bool("HasAnyKeys", true, DATA, "n", "z"),
        new Row(
            call("Random", FieldTypes.FLOAT), v -> v instanceof Double d && d >= 0 && d < 1, ""),
        new Row(call("RandomOrder", FieldTypes.INTEGER), Long.class::isInstance, "is whole"),
        new Row(call("UUID4", FieldTypes.UUID), v -> v instanceof UUID u && version(u) == 4, ""),
        new Row(call("UUID7", FieldTypes.UUID), v -> v instanceof UUID u && version(u) == 7, ""));
  }

  private static int version(UUID uuid) {
    assertThat(uuid.variant()).isEqualTo(2);
    return uuid.version();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void gives(Row row) {
    assertThat(ask(row.call())).matches(row.expected(), row.toString());
  }

  @Test
  void everyFunctionIsTried() {
    TreeSet<String> untried = new TreeSet<>(SqliteSpellings.FUNCTIONS.names());
    functions().forEach(row -> untried.remove(row.call().name()));
    windows().forEach(window -> untried.remove(window.name()));
    assertThat(untried).containsExactly("ContainedBy", "DataContains");
  }

  static List<SqlExpr.Function> windows() {
    return List.of(
        call("CumeDist", FieldTypes.FLOAT),
        call("DenseRank", FieldTypes.INTEGER),
        call("FirstValue", FieldTypes.INTEGER, WHOLE),
        call("Lag", FieldTypes.INTEGER, WHOLE, 1L, 7L),
        call("LastValue", FieldTypes.INTEGER, WHOLE),
        call("Lead", FieldTypes.INTEGER, WHOLE, 1L, 7L),
        call("NthValue", FieldTypes.INTEGER, WHOLE, 1L),
        call("NthValue", FieldTypes.INTEGER, WHOLE),
        call("Ntile", FieldTypes.INTEGER),
        call("Ntile", FieldTypes.INTEGER, 2L),
        call("PercentRank", FieldTypes.FLOAT),
        call("Rank", FieldTypes.INTEGER),
        call("RowNumber", FieldTypes.INTEGER));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void givesOverAWindow(SqlExpr.Function function) {
    Object value =
        ask(
            new SqlExpr.Window(
                function,
                List.of(TEXT),
                List.of(new Statement.Order(WHOLE, false)),
                Optional.empty(),
                function.type()));
    boolean isShare = function.name().equals("CumeDist") || function.name().equals("PercentRank");
    long expected = function.args().contains(WHOLE) ? 7 : 1;
    assertThat(value)
        .isEqualTo(
            isShare
                ? (Object) (function.name().equals("CumeDist") ? 1.0 : 0.0)
                : (Object) expected);
  }

  @ParameterizedTest
  @MethodSource("aggregates")
  void aggregates(SqlExpr.Aggregate aggregate, Object expected) {
    assertThat(ask(aggregate)).matches(value -> same(value, expected), "= " + expected);
  }

  static List<Object[]> aggregates() {
    return List.of(
        aggregate("AnyValue", FieldTypes.INTEGER, 7L, WHOLE),
        aggregate("Avg", FieldTypes.FLOAT, 7.0, WHOLE),
        aggregate("Avg", FieldTypes.DURATION, Duration.ofSeconds(90), LENGTH),
        aggregate("BitAnd", FieldTypes.INTEGER, 7L, WHOLE),
        aggregate("BitOr", FieldTypes.INTEGER, 7L, WHOLE),
        aggregate("BitXor", FieldTypes.INTEGER, 7L, WHOLE),
        aggregate("Count", FieldTypes.INTEGER, 1L, new SqlExpr.Star()),
        aggregate("Max", FieldTypes.DATE, LocalDate.of(2008, 12, 31), DAY),
        aggregate("Min", FieldTypes.DATETIME, THEN, AT),
        aggregate("StdDev", FieldTypes.FLOAT, 0.0, WHOLE),
        aggregate("Variance", FieldTypes.FLOAT, 0.0, WHOLE),
        aggregate("StringAgg", FieldTypes.TEXT, "Jane Eyre", TEXT, param(", ")),
        aggregate("Sum", FieldTypes.DURATION, Duration.ofSeconds(90), LENGTH));
  }

  private static Object[] aggregate(String name, FieldType type, Object expected, SqlExpr... args) {
    return new Object[] {
      new SqlExpr.Aggregate(name, List.of(args), false, Optional.empty(), List.of(), type), expected
    };
  }
}
