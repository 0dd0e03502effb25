package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.render.Trees.aggregate;
import static orrery.orm.render.Trees.asc;
import static orrery.orm.render.Trees.call;
import static orrery.orm.render.Trees.col;
import static orrery.orm.render.Trees.desc;
import static orrery.orm.render.Trees.eq;
import static orrery.orm.render.Trees.param;
import static orrery.orm.render.Trees.select;
import static orrery.orm.render.Trees.table;
import static orrery.orm.render.Trees.text;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import orrery.orm.dialect.PostgresDialect;
import orrery.orm.dialect.Sql;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Compound;
import orrery.orm.sql.Statement.Conflict;
import orrery.orm.sql.Statement.Explain;
import orrery.orm.sql.Statement.Insert;
import orrery.orm.sql.Statement.Lock;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Statement.Rows;
import orrery.orm.sql.Statement.SetOperator;
import orrery.orm.type.FieldTypes;

/// What PostgreSQL writes otherwise than SQLite.
class PostgresTextTest {

  private static final SqlExpr DAY = col("day", FieldTypes.DATE);
  private static final SqlExpr AT = col("at", FieldTypes.DATETIME);
  private static final SqlExpr REAL = col("r", FieldTypes.FLOAT);

  private static Sql write(Statement statement) {
    return new SqlWriter(new PostgresDialect()).write(statement);
  }

  private static Sql write(SqlExpr expr) {
    return write(select(new Output(expr)).done());
  }

  private static void assertText(SqlExpr expr, String text) {
    assertThat(write(expr).text()).isEqualTo("SELECT " + text);
  }

  private static SqlExpr match(MatchKind kind, SqlExpr pattern, boolean ignoreCase) {
    return new SqlExpr.Match(kind, text("name"), pattern, ignoreCase);
  }

  @Test
  void searches() {
    assertText(match(MatchKind.CONTAINS, param("a"), false), "\"name\"::text LIKE ?");
    Sql sql = write(match(MatchKind.STARTS_WITH, param("a_"), true));
    assertThat(sql.text()).isEqualTo("SELECT UPPER(\"name\"::text) LIKE UPPER(?)");
    assertThat(sql.bindings().getFirst().value()).isEqualTo("a\\_%");
    assertText(match(MatchKind.EXACT, param("a"), true), "UPPER(\"name\"::text) = UPPER(?)");
    assertText(match(MatchKind.REGEX, param("a"), false), "\"name\"::text ~ ?");
    assertText(match(MatchKind.REGEX, param("a"), true), "\"name\"::text ~* ?");
    assertText(
        match(MatchKind.ENDS_WITH, text("b"), true),
        "UPPER(\"name\"::text) LIKE '%' || UPPER(REPLACE(REPLACE(REPLACE(\"b\", '\\', '\\\\'),"
            + " '%', '\\%'), '_', '\\_'))");
  }

  @Test
  void slicesAndLocks() {
    assertThat(write(select("a.x").from(table("a")).slice(5, -1).done()).text())
        .isEqualTo("SELECT \"a\".\"x\" FROM \"a\" OFFSET 5");
    assertThat(
            write(
                    select("a.x")
                        .from(table("a"))
                        .slice(0, 1)
                        .lock(new Lock(false, true, List.of("a"), true))
                        .done())
                .text())
        .isEqualTo("SELECT \"a\".\"x\" FROM \"a\" LIMIT 1 FOR NO KEY UPDATE OF \"a\" SKIP LOCKED");
    assertThat(
            write(
                    select("a.x")
                        .from(table("a"))
                        .lock(new Lock(true, false, List.of(), false))
                        .done())
                .text())
        .endsWith(" FOR UPDATE NOWAIT");
  }

  @Test
  void theFirstRowOfEach() {
    assertThat(
            write(
                    select("a.x", "a.y")
                        .from(table("a"))
                        .distinct(col("a.x"))
                        .orderBy(asc(col("a.x")))
                        .done())
                .text())
        .isEqualTo(
            "SELECT DISTINCT ON (\"a\".\"x\") \"a\".\"x\", \"a\".\"y\" FROM \"a\" ORDER BY"
                + " \"a\".\"x\" ASC");
  }

  @Test
  void partsOfCompoundsAreInBrackets() {
    Rows a = select("a.x").from(table("a")).orderBy(desc(col("a.x"))).slice(0, 2).done();
    Rows b = select("b.x").from(table("b")).done();
    assertThat(
            write(
                    new Compound(
                        SetOperator.UNION, true, List.of(a, b), List.of(), OptionalLong.of(1), 0))
                .text())
        .isEqualTo(
            "(SELECT \"a\".\"x\" FROM \"a\" ORDER BY \"a\".\"x\" DESC LIMIT 2) UNION ALL (SELECT"
                + " \"b\".\"x\" FROM \"b\") LIMIT 1");
  }

  @Test
  void insertsSkipWhatIsThere() {
    assertThat(
            write(
                    new Insert(
                        table("t"),
                        List.of("a"),
                        List.of(List.of(param(1L))),
                        Optional.of(new Conflict(List.of(), List.of())),
                        List.of()))
                .text())
        .isEqualTo("INSERT INTO \"t\" (\"a\") VALUES (?) ON CONFLICT DO NOTHING");
  }

  @Test
  void dates() {
    assertText(call("ExtractYear", FieldTypes.INTEGER, AT), "EXTRACT(YEAR FROM \"at\")");
    assertText(call("ExtractWeekDay", FieldTypes.INTEGER, DAY), "(EXTRACT(DOW FROM \"day\") + 1)");
    assertText(
        call("ExtractHour", FieldTypes.INTEGER, AT, param("Europe/Berlin")),
        "EXTRACT(HOUR FROM \"at\" AT TIME ZONE ?)");
    assertText(call("TruncMonth", FieldTypes.DATETIME, AT), "DATE_TRUNC('month', \"at\")");
    assertText(call("TruncMonth", FieldTypes.DATE, DAY), "DATE_TRUNC('month', \"day\")::date");
    assertText(call("TruncDate", FieldTypes.DATE, AT), "(\"at\")::date");
    assertText(
        new SqlExpr.Binary(Arithmetic.SUBTRACT, DAY, DAY, FieldTypes.DURATION),
        "(INTERVAL '1 day' * (\"day\" - \"day\"))");
    SqlExpr.Param day = new SqlExpr.Param(Duration.ofDays(1), FieldTypes.DURATION);
    assertText(
        new SqlExpr.Binary(Arithmetic.SUBTRACT, AT, day, FieldTypes.DATETIME),
        "(\"at\" - ?::interval)");
    assertText(
        new SqlExpr.Binary(Arithmetic.ADD, AT, col("d", FieldTypes.DURATION), FieldTypes.DATETIME),
        "(\"at\" + \"d\")");
  }

  @Test
  void numbers() {
    SqlExpr price = col("price", FieldTypes.DECIMAL);
    assertText(aggregate("Sum", FieldTypes.DECIMAL, price), "SUM(\"price\")");
    assertText(eq(price, param(new BigDecimal("1.1"))), "\"price\" = ?");
    assertText(
        new SqlExpr.Binary(Arithmetic.MODULO, REAL, param(2L), FieldTypes.FLOAT),
        "MOD((\"r\")::numeric, ?)");
    assertText(call("Round", FieldTypes.FLOAT, REAL, param(2L)), "ROUND((\"r\")::numeric, ?)");
    assertText(call("Round", FieldTypes.FLOAT, REAL), "ROUND(\"r\")");
    assertText(call("Greatest", FieldTypes.INTEGER, col("a"), param(1L)), "GREATEST(\"a\", ?)");
  }

  @Test
  void texts() {
    assertText(
        call("Concat", FieldTypes.TEXT, text("a"), col("n")),
        "(COALESCE(\"a\", '') || COALESCE((\"n\")::text, ''))");
    assertText(call("StrIndex", FieldTypes.INTEGER, text("a"), param("b")), "STRPOS(\"a\", ?)");
    assertText(
        new SqlExpr.Aggregate(
            "StringAgg",
            List.of(text("a"), param(",")),
            true,
            Optional.empty(),
            List.of(asc(text("a"))),
            FieldTypes.TEXT),
        "STRING_AGG(DISTINCT \"a\", ? ORDER BY \"a\" ASC)");
  }

  @Test
  void json() {
    SqlExpr data = col("data", FieldTypes.JSON);
    Sql sql = write(call("JsonKey", FieldTypes.JSON, data, param("a"), param(0L)));
    assertThat(sql.text()).isEqualTo("SELECT ((\"data\")::jsonb #> ?::text[])");
    assertThat(sql.bindings().getFirst().value()).isEqualTo("{\"a\",\"0\"}");
    assertText(
        call("HasAnyKeys", FieldTypes.BOOLEAN, data, param("a"), param("b")),
        "JSONB_EXISTS_ANY((\"data\")::jsonb, ARRAY[?, ?]::text[])");
    assertText(
        call("JSONObject", FieldTypes.JSON, param("k"), text("v")),
        "JSONB_BUILD_OBJECT((?)::text, \"v\")");
    assertText(
        call("JSONArray", FieldTypes.JSON, param("k"), col("v"), param(1L)),
        "JSONB_BUILD_ARRAY((?)::text, \"v\", ?)");
  }

  @Test
  void plans() {
    Rows rows = select("a.x").from(table("a")).done();
    assertThat(write(new Explain(rows, null, List.of())).text())
        .isEqualTo("EXPLAIN SELECT \"a\".\"x\" FROM \"a\"");
    assertThat(write(new Explain(rows, "json", List.of("analyze=True", "costs False"))).text())
        .startsWith("EXPLAIN (FORMAT JSON, ANALYZE true, COSTS false) SELECT");
    assertThatThrownBy(() -> write(new Explain(rows, "csv", List.of())))
        .isInstanceOf(ValueError.class)
        .hasMessage("CSV is not a recognized format. Allowed formats: JSON, TEXT, XML, YAML");
  }

  @Test
  void casts() {
    assertText(
        new SqlExpr.Cast(text("a"), FieldTypes.DECIMAL.withDigits(5, 2)),
        "CAST(\"a\" AS numeric(5, 2))");
    assertText(
        new SqlExpr.Cast(text("a"), FieldTypes.DATETIME),
        "CAST(\"a\" AS timestamp with time zone)");
  }
}
