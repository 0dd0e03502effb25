package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.orm.render.Trees.and;
import static orrery.orm.render.Trees.asc;
import static orrery.orm.render.Trees.call;
import static orrery.orm.render.Trees.col;
import static orrery.orm.render.Trees.count;
import static orrery.orm.render.Trees.desc;
import static orrery.orm.render.Trees.eq;
import static orrery.orm.render.Trees.gt;
import static orrery.orm.render.Trees.inner;
import static orrery.orm.render.Trees.left;
import static orrery.orm.render.Trees.not;
import static orrery.orm.render.Trees.param;
import static orrery.orm.render.Trees.select;
import static orrery.orm.render.Trees.table;
import static orrery.orm.render.Trees.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.sql.SqlExpr.MatchKind;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Assignment;
import orrery.orm.sql.Statement.Compound;
import orrery.orm.sql.Statement.Conflict;
import orrery.orm.sql.Statement.Delete;
import orrery.orm.sql.Statement.Explain;
import orrery.orm.sql.Statement.Insert;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Statement.Rows;
import orrery.orm.sql.Statement.SetOperator;
import orrery.orm.sql.Statement.Update;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// SQLite takes what is written for it, and it means what it should.
class RunsOnSqliteTest {

  private static final FieldType PRICE = FieldTypes.DECIMAL.withDigits(10, 2);

  private final Database database = Database.open(Settings.of(":memory:").creating());

  @BeforeEach
  void fill() {
    send("CREATE TABLE \"a\" (\"id\" integer PRIMARY KEY, \"name\" varchar(20), \"n\" integer)");
    send(
        "CREATE TABLE \"b\" (\"id\" integer PRIMARY KEY, \"a_id\" integer, \"price\""
            + " decimal)");
    send("INSERT INTO \"a\" VALUES (1, 'one', 10), (2, 'Two_2', NULL), (3, '50%', 30)");
    send("INSERT INTO \"b\" VALUES (1, 1, 1.10), (2, 1, 2.25), (3, 3, 0.3)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void send(String text) {
    database.update(Sql.of(text), Reason.USER);
  }

  private List<List<@Nullable Object>> ask(Statement statement) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (@Nullable Object[] row :
        database.all(new SqlWriter(database.dialect()).write(statement), Reason.USER)) {
      List<@Nullable Object> values = new ArrayList<>();
      java.util.Collections.addAll(values, row);
      rows.add(values);
    }
    return rows;
  }

  private int change(Statement statement) {
    return database.update(new SqlWriter(database.dialect()).write(statement), Reason.USER);
  }

  private List<Object> ids(SqlExpr where) {
    List<Object> ids = new ArrayList<>();
    Statement.Select select =
        select("a.id").from(table("a")).where(where).orderBy(asc(col("a.id"))).done();
    ask(select).forEach(row -> ids.add(java.util.Objects.requireNonNull(row.getFirst())));
    return ids;
  }

  private static SqlExpr match(MatchKind kind, String pattern) {
    return new SqlExpr.Match(kind, text("a.name"), param(pattern), true);
  }

  @Test
  void searches() {
    assertThat(ids(match(MatchKind.CONTAINS, "%"))).containsExactly(3L);
    assertThat(ids(match(MatchKind.CONTAINS, "O_"))).containsExactly(2L);
    assertThat(ids(match(MatchKind.STARTS_WITH, "O"))).containsExactly(1L);
    assertThat(ids(match(MatchKind.EXACT, "two_2"))).containsExactly(2L);
    assertThat(
            ids(
                new SqlExpr.Match(
                    MatchKind.CONTAINS,
                    call("Concat", FieldTypes.TEXT, param("<"), text("a.name"), param(">")),
                    text("a.name"),
                    false)))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void thousandsOfConditions() {
    List<SqlExpr> parts = new ArrayList<>();
    for (long i = 3; i < 5000; i++) {
      parts.add(eq(col("a.id"), i));
    }
    assertThat(ids(new SqlExpr.Or(parts))).containsExactly(3L);
    List<SqlExpr> none = new ArrayList<>();
    parts.forEach(part -> none.add(not(part)));
    assertThat(ids(new SqlExpr.And(none))).containsExactly(1L, 2L);
    SqlExpr nested = parts.getFirst();
    for (SqlExpr part : parts.subList(1, 2500)) {
      nested = new SqlExpr.Or(List.of(nested, part));
    }
    assertThat(ids(nested)).containsExactly(3L);
  }

  @Test
  void truthIsAValueToo() {
    assertThat(ids(eq(gt(col("a.id"), 1L), eq(col("a.id"), 2L)))).containsExactly(1L, 2L);
    assertThat(ids(Truth.NEVER)).isEmpty();
    assertThat(ids(new SqlExpr.IsNull(gt(col("a.n"), 1L), false))).containsExactly(2L);
  }

  @Test
  void joinsGroupsAndHaving() {
    SqlExpr sum =
        new SqlExpr.Aggregate(
            "Sum",
            List.of(col("b.price", PRICE)),
            false,
            Optional.of(gt(col("b.price", PRICE), new BigDecimal("0.5"))),
            List.of(),
            PRICE);
    assertThat(
            ask(
                select(new Output(col("a.id")), new Output(sum, "total"))
                    .from(table("a"), left(table("b"), eq(col("a.id"), col("b.a_id"))))
                    .groupBy(col("a.id"))
                    .having(new SqlExpr.Not(new SqlExpr.IsNull(col("a.n"), false)))
                    .orderBy(desc(new SqlExpr.Alias("total", PRICE)))
                    .done()))
        .satisfiesExactly(
            row -> {
              assertThat(row.getFirst()).isEqualTo(1L);
              assertThat((BigDecimal) row.getLast()).isEqualByComparingTo("3.35");
            },
            row -> assertThat(row).containsExactly(3L, null));
  }

  @Test
  void decimalsCompareAsNumbers() {
    SqlExpr twice =
        new SqlExpr.Binary(Arithmetic.MULTIPLY, col("b.price", PRICE), param(2L), PRICE);
    assertThat(
            ask(
                select("b.id")
                    .from(table("b"))
                    .where(gt(twice, new BigDecimal("2")))
                    .orderBy(asc(col("b.id")))
                    .done()))
        .containsExactly(List.of(1L), List.of(2L));
    assertThat(
            ask(
                select("b.id")
                    .from(table("b"))
                    .where(
                        new SqlExpr.In(
                            col("b.price", PRICE),
                            List.of(param(new BigDecimal("1.1")), param(new BigDecimal("0.30")))))
                    .done()))
        .hasSize(2);
    SqlExpr length = call("Length", FieldTypes.INTEGER, text("a.name"));
    assertThat(ids(gt(length, new BigDecimal("3.5")))).containsExactly(2L);
    assertThat(
            ids(
                new SqlExpr.Between(
                    length, param(new BigDecimal("2.5")), param(new BigDecimal("3.0")))))
        .containsExactly(1L, 3L);
    assertThat(ids(new SqlExpr.In(length, List.of(param(new BigDecimal("3"))))))
        .containsExactly(1L, 3L);
  }

  @Test
  void subqueries() {
    Statement.Select prices =
        select(new Output(col("b.a_id")))
            .from(table("b"))
            .where(and(eq(col("b.a_id"), col("a.id")), gt(col("b.price", PRICE), 1L)))
            .slice(0, 1)
            .done();
    assertThat(ids(new SqlExpr.Exists(prices))).containsExactly(1L);
    assertThat(ids(not(new SqlExpr.InRows(col("a.id"), prices)))).containsExactly(2L, 3L);
    assertThat(ids(eq(new SqlExpr.Scalar(prices, FieldTypes.INTEGER), 1L))).containsExactly(1L);
  }

  @Test
  void pairs() {
    SqlExpr pair = new SqlExpr.Tuple(List.of(col("a.id"), text("a.name")), FieldTypes.ANY);
    SqlExpr one = new SqlExpr.Tuple(List.of(param(1L), param("one")), FieldTypes.ANY);
    SqlExpr wrong = new SqlExpr.Tuple(List.of(param(2L), param("one")), FieldTypes.ANY);
    assertThat(ids(eq(pair, one))).containsExactly(1L);
    assertThat(ids(new SqlExpr.In(pair, List.of(wrong, one)))).containsExactly(1L);
    assertThat(ids(not(new SqlExpr.In(pair, List.of(wrong, one))))).containsExactly(2L, 3L);
  }

  @Test
  void compoundsOfCompounds() {
    Rows first = select("a.id").from(table("a")).done();
    Rows second = select("b.id").from(table("b")).done();
    Rows both =
        new Compound(
            SetOperator.UNION, false, List.of(first, second), List.of(), OptionalLong.empty(), 0);
    assertThat(
            ask(
                new Compound(
                    SetOperator.UNION,
                    true,
                    List.of(both, first),
                    List.of(desc(new SqlExpr.Position(1, FieldTypes.INTEGER))),
                    OptionalLong.of(2),
                    0)))
        .containsExactly(List.of(3L), List.of(3L));
    assertThat(
            ask(select(new Output(count())).from(new Statement.Derived(both, "subquery")).done()))
        .containsExactly(List.of(3L));
  }

  @Test
  void windowsAndTheirMask() {
    SqlExpr number =
        new SqlExpr.Window(
            call("RowNumber", FieldTypes.INTEGER),
            List.of(col("b.a_id")),
            List.of(desc(col("b.id"))),
            Optional.empty(),
            FieldTypes.INTEGER);
    Statement.Select numbered =
        select(new Output(col("b.id"), "id"), new Output(number, "qual0")).from(table("b")).done();
    assertThat(
            ask(
                select("qualify.id")
                    .from(new Statement.Derived(numbered, "qualify"))
                    .where(eq(col("qualify.qual0"), 1L))
                    .orderBy(asc(col("qualify.id")))
                    .done()))
        .containsExactly(List.of(2L), List.of(3L));
    SqlExpr running =
        new SqlExpr.Window(
            Trees.aggregate("Sum", PRICE, col("b.price", PRICE)),
            List.of(),
            List.of(asc(col("b.id"))),
            Optional.of(new SqlExpr.Frame(true, -1L, 0L, null)),
            PRICE);
    assertThat(ask(select(new Output(running)).from(table("b")).done()))
        .extracting(row -> ((BigDecimal) row.getFirst()).stripTrailingZeros().toPlainString())
        .containsExactly("1.1", "3.35", "2.55");
  }

  @Test
  void changes() {
    Insert insert =
        new Insert(
            table("a"),
            List.of("id", "name"),
            List.of(List.of(param(3L), param("three")), List.of(param(4L), param(null))),
            Optional.of(new Conflict(List.of("id"), List.of("name"))),
            List.of(new Output(col("a.id")), new Output(text("a.name"))));
    assertThat(ask(insert))
        .containsExactly(List.of(3L, "three"), java.util.Arrays.asList(4L, null));
    assertThat(
            change(
                new Insert(
                    table("a"),
                    List.of("id"),
                    List.of(List.of(param(4L)), List.of(param(5L))),
                    Optional.of(new Conflict(List.of(), List.of())),
                    List.of())))
        .isEqualTo(1);
    assertThat(
            change(
                new Update(
                    table("a"),
                    List.of(
                        new Assignment(
                            "n",
                            FieldTypes.INTEGER,
                            new SqlExpr.Binary(
                                Arithmetic.ADD, col("a.n"), param(1L), FieldTypes.INTEGER))),
                    gt(col("a.n"), 5L),
                    List.of())))
        .isEqualTo(2);
    assertThat(
            change(
                new Delete(
                    table("a"),
                    not(
                        new SqlExpr.InRows(
                            col("a.id"), select("b.a_id").from(table("b")).done())))))
        .isEqualTo(3);
    assertThat(
            ask(
                select("a.id", "a.n")
                    .from(table("a"), inner(table("b"), eq(col("a.id"), col("b.a_id"))))
                    .distinct()
                    .done()))
        .containsExactlyInAnyOrder(List.of(1L, 11L), List.of(3L, 31L));
    assertThat(change(new Insert(table("b"), List.of(), List.of(), Optional.empty(), List.of())))
        .isEqualTo(1);
  }

  @Test
  void plansAreTold() {
    Rows rows = select("a.id").from(table("a")).where(eq(col("a.id"), 1L)).done();
    assertThat(ask(new Explain(rows, null, List.of())))
        .singleElement()
        .satisfies(row -> assertThat((String) row.getLast()).startsWith("SEARCH"));
  }

  @Test
  void shufflingGivesAllRows() {
    assertThat(
            ask(
                select("a.id")
                    .from(table("a"))
                    .orderBy(asc(call("Random", FieldTypes.FLOAT)))
                    .done()))
        .hasSize(3);
  }
}
