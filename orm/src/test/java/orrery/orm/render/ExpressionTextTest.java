package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.render.Trees.aggregate;
import static orrery.orm.render.Trees.and;
import static orrery.orm.render.Trees.asc;
import static orrery.orm.render.Trees.call;
import static orrery.orm.render.Trees.col;
import static orrery.orm.render.Trees.count;
import static orrery.orm.render.Trees.desc;
import static orrery.orm.render.Trees.eq;
import static orrery.orm.render.Trees.gt;
import static orrery.orm.render.Trees.or;
import static orrery.orm.render.Trees.param;
import static orrery.orm.render.Trees.select;
import static orrery.orm.render.Trees.table;
import static orrery.orm.render.Trees.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import orrery.orm.dialect.Sql;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.type.FieldTypes;

/// Expressions on SQLite, in Django's text.
class ExpressionTextTest {

  private static final SqlExpr PRICE = col("price", FieldTypes.DECIMAL.withDigits(6, 2));
  private static final SqlExpr REAL = col("real", FieldTypes.FLOAT);
  private static final SqlExpr DAY = col("day", FieldTypes.DATE);
  private static final SqlExpr AT = col("at", FieldTypes.DATETIME);

  private static Sql write(SqlExpr expr) {
    return new SqlWriter(new SqliteDialect()).write(select(new Output(expr)).done());
  }

  private static void assertText(SqlExpr expr, String text) {
    assertThat(write(expr).text()).isEqualTo("SELECT " + text);
  }

  private static SqlExpr match(MatchKind kind, SqlExpr pattern, boolean ignoreCase) {
    return new SqlExpr.Match(kind, text("name"), pattern, ignoreCase);
  }

  private static SqlExpr binary(Arithmetic operator, SqlExpr left, SqlExpr right) {
    return new SqlExpr.Binary(operator, left, right, left.type());
  }

  @Test
  void searchedTextMeansItself() {
    Sql sql = write(match(MatchKind.CONTAINS, param("50%_\\"), true));
    assertThat(sql.text()).isEqualTo("SELECT \"name\" LIKE ? ESCAPE '\\'");
    assertThat(sql.bindings().getFirst().value()).isEqualTo("%50\\%\\_\\\\%");
    assertThat(write(match(MatchKind.STARTS_WITH, param("a"), false)).bindings().getFirst().value())
        .isEqualTo("a%");
    assertThat(write(match(MatchKind.ENDS_WITH, param("a"), false)).bindings().getFirst().value())
        .isEqualTo("%a");
    assertThat(write(match(MatchKind.EXACT, param("a"), true)).bindings().getFirst().value())
        .isEqualTo("a");
  }

  @Test
  void aSearchedColumnMeansItselfToo() {
    assertText(
        match(MatchKind.CONTAINS, text("other"), false),
        "\"name\" LIKE '%' || REPLACE(REPLACE(REPLACE(\"other\", '\\', '\\\\'), '%', '\\%'),"
            + " '_', '\\_') || '%' ESCAPE '\\'");
    assertText(
        match(MatchKind.STARTS_WITH, text("other"), false),
        "\"name\" LIKE REPLACE(REPLACE(REPLACE(\"other\", '\\', '\\\\'), '%', '\\%'), '_',"
            + " '\\_') || '%' ESCAPE '\\'");
  }

  @Test
  void regularExpressions() {
    assertText(match(MatchKind.REGEX, param("^a"), false), "\"name\" REGEXP ?");
    assertText(match(MatchKind.REGEX, param("^a"), true), "\"name\" REGEXP '(?i)' || ?");
  }

  @Test
  void arithmeticIsInBrackets() {
    assertText(
        binary(Arithmetic.MULTIPLY, binary(Arithmetic.ADD, col("a"), param(1L)), col("b")),
        "((\"a\" + ?) * \"b\")");
    assertText(binary(Arithmetic.MODULO, col("a"), param(2L)), "(\"a\" % ?)");
    assertText(binary(Arithmetic.POWER, col("a"), param(2L)), "POWER(\"a\", ?)");
    assertText(gt(col("a"), binary(Arithmetic.DIVIDE, col("b"), param(2L))), "\"a\" > (\"b\" / ?)");
  }

  @Test
  void computedDecimalsAreToldToBeNumbers() {
    assertText(
        binary(Arithmetic.MULTIPLY, PRICE, param(new BigDecimal("1.1"))),
        "CAST((\"price\" * CAST(? AS NUMERIC)) AS NUMERIC)");
    assertText(aggregate("Sum", FieldTypes.DECIMAL, PRICE), "CAST(SUM(\"price\") AS NUMERIC)");
    assertText(
        call("Coalesce", FieldTypes.DECIMAL, PRICE, param(new BigDecimal("0"))),
        "CAST(COALESCE(\"price\", CAST(? AS NUMERIC)) AS NUMERIC)");
    assertText(eq(PRICE, param(new BigDecimal("1.1"))), "\"price\" = ?");
  }

  @Test
  void decimalsAreReadByTheirPlacesAndComputedOnesByTheirDigits() {
    assertThat(write(PRICE).columns()).containsExactly(FieldTypes.DECIMAL.withDigits(6, 2));
    assertThat(write(aggregate("Sum", FieldTypes.DECIMAL.withDigits(6, 2), PRICE)).columns())
        .containsExactly(FieldTypes.DECIMAL.withDigits(15, -1));
  }

  @Test
  void dateArithmeticGoesThroughFunctions() {
    SqlExpr.Param day = new SqlExpr.Param(Duration.ofDays(1), FieldTypes.DURATION);
    assertText(binary(Arithmetic.ADD, AT, day), "django_format_dtdelta('+', \"at\", ?)");
    assertText(binary(Arithmetic.SUBTRACT, AT, day), "django_format_dtdelta('-', \"at\", ?)");
    assertText(
        new SqlExpr.Binary(Arithmetic.SUBTRACT, AT, DAY, FieldTypes.DURATION),
        "django_timestamp_diff(\"at\", \"day\")");
    SqlExpr time = col("t", FieldTypes.TIME);
    assertText(
        new SqlExpr.Binary(Arithmetic.SUBTRACT, time, time, FieldTypes.DURATION),
        "django_time_diff(\"t\", \"t\")");
    SqlExpr length = col("d", FieldTypes.DURATION);
    assertText(binary(Arithmetic.ADD, length, day), "(\"d\" + ?)");
    assertText(
        binary(Arithmetic.MULTIPLY, length, param(2L)), "django_format_dtdelta('*', \"d\", ?)");
  }

  @Test
  void dateParts() {
    assertText(
        call("ExtractMonth", FieldTypes.INTEGER, AT),
        "django_datetime_extract('month', \"at\", NULL, NULL)");
    assertText(
        call("ExtractWeekDay", FieldTypes.INTEGER, DAY),
        "django_date_extract('week_day', \"day\")");
    assertText(
        call("ExtractHour", FieldTypes.INTEGER, col("t", FieldTypes.TIME)),
        "django_time_extract('hour', \"t\")");
    assertText(
        call("ExtractYear", FieldTypes.INTEGER, AT, param("Europe/Berlin")),
        "django_datetime_extract('year', \"at\", ?, 'UTC')");
    assertText(
        call("TruncMonth", FieldTypes.DATETIME, AT),
        "django_datetime_trunc('month', \"at\", NULL, NULL)");
    assertText(
        call("TruncYear", FieldTypes.DATE, DAY), "django_date_trunc('year', \"day\", NULL, NULL)");
    assertText(
        call("TruncHour", FieldTypes.TIME, col("t", FieldTypes.TIME)),
        "django_time_trunc('hour', \"t\", NULL, NULL)");
    assertText(
        call("TruncDate", FieldTypes.DATE, AT), "django_datetime_cast_date(\"at\", NULL, NULL)");
    assertText(
        call("TruncTime", FieldTypes.TIME, AT), "django_datetime_cast_time(\"at\", NULL, NULL)");
    assertThatThrownBy(
            () -> write(call("ExtractDay", FieldTypes.INTEGER, col("d", FieldTypes.DURATION))))
        .isInstanceOf(ValueError.class)
        .hasMessage("Extract requires native DurationField database support.");
  }

  @Test
  void concatenationCountsNullAsNothing() {
    assertText(
        call("Concat", FieldTypes.TEXT, text("a"), param(" "), text("b")),
        "(COALESCE(\"a\", '') || ? || COALESCE(\"b\", ''))");
  }

  @Test
  void aggregates() {
    assertText(count(), "COUNT(*)");
    assertText(
        new SqlExpr.Aggregate(
            "Count",
            List.of(col("e.id")),
            true,
            Optional.of(and(gt(col("e.r"), 1L), eq(text("e.h"), "x"))),
            List.of(),
            FieldTypes.INTEGER),
        "COUNT(DISTINCT \"e\".\"id\") FILTER (WHERE (\"e\".\"r\" > ? AND \"e\".\"h\" = ?))");
    assertText(
        new SqlExpr.Aggregate(
            "StringAgg",
            List.of(text("name"), param(", ")),
            false,
            Optional.empty(),
            List.of(desc(text("name"))),
            FieldTypes.TEXT),
        "GROUP_CONCAT(\"name\", ? ORDER BY \"name\" DESC)");
    assertThatThrownBy(() -> write(aggregate("Sum", FieldTypes.DATE, DAY)))
        .isInstanceOf(NotSupportedError.class)
        .hasMessageStartingWith("You cannot use Sum, Avg, StdDev, and Variance aggregations");
  }

  @Test
  void windows() {
    assertText(
        new SqlExpr.Window(
            call("RowNumber", FieldTypes.INTEGER),
            List.of(col("blog_id")),
            List.of(desc(col("rating"))),
            Optional.empty(),
            FieldTypes.INTEGER),
        "ROW_NUMBER() OVER (PARTITION BY \"blog_id\" ORDER BY \"rating\" DESC)");
    assertText(
        new SqlExpr.Window(
            aggregate("Sum", FieldTypes.DECIMAL, PRICE),
            List.of(),
            List.of(asc(col("id"))),
            Optional.of(new SqlExpr.Frame(true, null, 0L, null)),
            FieldTypes.DECIMAL),
        "CAST(SUM(\"price\") OVER (ORDER BY \"id\" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND"
            + " CURRENT ROW) AS NUMERIC)");
    assertText(
        new SqlExpr.Window(
            call("FirstValue", FieldTypes.INTEGER, col("a")),
            List.of(),
            List.of(),
            Optional.of(new SqlExpr.Frame(false, -2L, null, "TIES")),
            FieldTypes.INTEGER),
        "FIRST_VALUE(\"a\") OVER (RANGE BETWEEN 2 PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE"
            + " TIES)");
    assertText(
        new SqlExpr.Window(count(), List.of(), List.of(), Optional.empty(), FieldTypes.INTEGER),
        "COUNT(*) OVER ()");
  }

  @Test
  void placesBeforeThePoint() {
    assertText(call("Round", FieldTypes.FLOAT, REAL, param(1L)), "ROUND(\"real\", ?)");
    assertThatThrownBy(() -> write(call("Round", FieldTypes.FLOAT, REAL, param(-1L))))
        .isInstanceOf(ValueError.class)
        .hasMessage("SQLite does not support negative precision.");
  }

  @Test
  void cases() {
    SqlExpr.Branch first = new SqlExpr.Branch(eq(col("a"), 1L), param("x"));
    SqlExpr.Branch never = new SqlExpr.Branch(Truth.NEVER, param("n"));
    SqlExpr.Branch always = new SqlExpr.Branch(Truth.ALWAYS, param("y"));
    assertText(
        new SqlExpr.Case(List.of(first), Optional.empty(), FieldTypes.TEXT),
        "CASE WHEN \"a\" = ? THEN ? ELSE NULL END");
    assertText(
        new SqlExpr.Case(List.of(never, first, always, first), Optional.empty(), FieldTypes.TEXT),
        "CASE WHEN \"a\" = ? THEN ? ELSE ? END");
    assertText(new SqlExpr.Case(List.of(never), Optional.of(col("b")), FieldTypes.TEXT), "\"b\"");
  }

  @Test
  void casts() {
    assertText(
        new SqlExpr.Cast(col("a"), FieldTypes.CHAR.withLength(5)), "CAST(\"a\" AS varchar(5))");
    assertText(new SqlExpr.Cast(col("a"), FieldTypes.TEXT), "CAST(\"a\" AS text)");
    assertText(new SqlExpr.Cast(col("a"), FieldTypes.DECIMAL), "CAST(\"a\" AS decimal)");
    assertText(new SqlExpr.Cast(text("a"), FieldTypes.DATE), "DATE(\"a\")");
    assertText(
        new SqlExpr.Cast(text("a"), FieldTypes.DATETIME), "STRFTIME('%Y-%m-%d %H:%M:%f', \"a\")");
  }

  @Test
  void tuples() {
    SqlExpr pair = new SqlExpr.Tuple(List.of(col("a"), col("b")), FieldTypes.ANY);
    SqlExpr values = new SqlExpr.Tuple(List.of(param(1L), param(2L)), FieldTypes.ANY);
    assertText(eq(pair, values), "(\"a\", \"b\") = (?, ?)");
    assertText(
        new SqlExpr.In(pair, List.of(values, values)), "(\"a\", \"b\") IN (VALUES (?, ?), (?, ?))");
    assertText(new SqlExpr.IsNull(pair, false), "(\"a\" IS NULL OR \"b\" IS NULL)");
    assertText(new SqlExpr.IsNull(pair, true), "(\"a\" IS NOT NULL AND \"b\" IS NOT NULL)");
  }

  @Test
  void subqueries() {
    Statement.Select rows = select("u.id").from(table("u")).done();
    assertText(new SqlExpr.InRows(col("a"), rows), "\"a\" IN (SELECT \"u\".\"id\" FROM \"u\")");
    assertText(
        gt(col("a"), new SqlExpr.Scalar(rows, FieldTypes.INTEGER)),
        "\"a\" > (SELECT \"u\".\"id\" FROM \"u\")");
  }

  @Test
  void conditionsBesideOperatorsAreInBrackets() {
    assertText(
        eq(new SqlExpr.IsNull(col("a"), false), eq(col("b"), 1L)), "(\"a\" IS NULL) = (\"b\" = ?)");
    assertText(new SqlExpr.IsNull(gt(col("a"), 1L), false), "(\"a\" > ?) IS NULL");
    assertText(new SqlExpr.Collate(text("a"), "NOCASE"), "\"a\" COLLATE \"NOCASE\"");
  }

  @Test
  void nullIsSaid() {
    assertText(call("Coalesce", FieldTypes.TEXT, text("a"), param(null)), "COALESCE(\"a\", NULL)");
  }

  @Test
  void longListsOfConditionsAreNotDeep() {
    List<SqlExpr> parts = new ArrayList<>();
    for (long i = 0; i < 1201; i++) {
      parts.add(eq(col("a"), i));
    }
    String text = write(new SqlExpr.Or(parts)).text();
    assertThat(text).startsWith("SELECT ((\"a\" = ? OR ").endsWith("\"a\" = ?))");
    assertThat(text.split("\\) OR \\(", -1)).hasSize(13);
    assertThat(write(or(parts.get(0), new SqlExpr.Or(parts.subList(1, 400)))).text())
        .doesNotContain(") OR (");
  }

  @Test
  void json() {
    SqlExpr data = col("data", FieldTypes.JSON);
    Sql sql = write(call("JsonKeyText", FieldTypes.TEXT, data, param("a\"b"), param(0L)));
    assertThat(sql.text()).startsWith("SELECT (CASE WHEN JSON_TYPE(\"data\", ?) IN");
    assertThat(sql.bindings().getFirst().value()).isEqualTo("$.\"a\\\"b\"[0]");
    assertText(
        call("JsonKey", FieldTypes.JSON, data, param("a")),
        "(CASE WHEN JSON_TYPE(\"data\", ?) IN ('false', 'true', 'null') THEN JSON_TYPE(\"data\","
            + " ?) ELSE JSON_EXTRACT(\"data\", ?) END)");
    Sql nested =
        write(
            call(
                "HasKeys",
                FieldTypes.BOOLEAN,
                call("JsonKey", FieldTypes.JSON, data, param("a")),
                param("1"),
                param("c")));
    assertThat(nested.text())
        .isEqualTo(
            "SELECT (JSON_TYPE(\"data\", ?) IS NOT NULL AND JSON_TYPE(\"data\", ?) IS NOT NULL)");
    assertThat(nested.bindings())
        .extracting("value")
        .containsExactly("$.\"a\".\"1\"", "$.\"a\".\"c\"");
  }

  @Test
  void aFunctionThatIsNotThereIsAnErrorWithTheNearestName() {
    assertThatThrownBy(() -> write(call("Lowr", FieldTypes.TEXT, text("a"))))
        .isInstanceOf(NotSupportedError.class)
        .hasMessage("SQLite has no function Lowr. Did you mean 'Lower'?");
  }
}
