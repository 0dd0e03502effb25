package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.render.Trees.asc;
import static orrery.orm.render.Trees.col;
import static orrery.orm.render.Trees.desc;
import static orrery.orm.render.Trees.eq;
import static orrery.orm.render.Trees.param;
import static orrery.orm.render.Trees.select;
import static orrery.orm.render.Trees.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import orrery.orm.dialect.Sql;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
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
import orrery.orm.type.FieldTypes;

/// Statements that are no plain select, on SQLite, in Django's text.
class ChangeTextTest {

  private static Sql write(Statement statement) {
    return new SqlWriter(new SqliteDialect()).write(statement);
  }

  private static void assertText(Statement statement, String text) {
    assertThat(write(statement).text()).isEqualTo(text);
  }

  private static Insert insert(Optional<Conflict> conflict, Output... returning) {
    return new Insert(
        table("t"),
        List.of("a", "b"),
        List.of(
            List.of(param(1L), param(null)),
            List.of(
                param(2L),
                new SqlExpr.Binary(Arithmetic.ADD, param(1L), param(2L), FieldTypes.INTEGER))),
        conflict,
        List.of(returning));
  }

  @Test
  void insertsHaveAPlaceholderForNull() {
    Sql sql = write(insert(Optional.empty(), new Output(col("t.id"))));
    assertThat(sql.text())
        .isEqualTo(
            "INSERT INTO \"t\" (\"a\", \"b\") VALUES (?, ?), (?, (? + ?)) RETURNING \"t\".\"id\"");
    assertThat(sql.bindings()).extracting("value").containsExactly(1L, null, 2L, 1L, 2L);
    assertThat(sql.columns()).containsExactly(FieldTypes.INTEGER);
  }

  @Test
  void insertOfDefaults() {
    assertText(
        new Insert(table("t"), List.of(), List.of(), Optional.empty(), List.of()),
        "INSERT INTO \"t\" DEFAULT VALUES");
  }

  @Test
  void insertOverWhatIsThere() {
    assertThat(write(insert(Optional.of(new Conflict(List.of(), List.of())))).text())
        .isEqualTo("INSERT OR IGNORE INTO \"t\" (\"a\", \"b\") VALUES (?, ?), (?, (? + ?))");
    assertThat(write(insert(Optional.of(new Conflict(List.of("a"), List.of("b"))))).text())
        .endsWith(" ON CONFLICT(\"a\") DO UPDATE SET \"b\" = EXCLUDED.\"b\"");
  }

  @Test
  void updatesSayNull() {
    Sql sql =
        write(
            new Update(
                table("t"),
                List.of(
                    new Assignment("a", FieldTypes.INTEGER, param(null)),
                    new Assignment(
                        "b",
                        FieldTypes.INTEGER,
                        new SqlExpr.Binary(
                            Arithmetic.ADD, col("t.b"), param(1L), FieldTypes.INTEGER))),
                eq(col("t.id"), 7L),
                List.of()));
    assertThat(sql.text())
        .isEqualTo(
            "UPDATE \"t\" SET \"a\" = NULL, \"b\" = (\"t\".\"b\" + ?) WHERE \"t\".\"id\" = ?");
    assertThat(sql.bindings()).extracting("value").containsExactly(1L, 7L);
  }

  @Test
  void deletes() {
    assertText(
        new Delete(table("t"), new SqlExpr.In(col("t.id"), List.of(param(1L), param(2L)))),
        "DELETE FROM \"t\" WHERE \"t\".\"id\" IN (?, ?)");
    assertText(new Delete(table("t"), Truth.ALWAYS), "DELETE FROM \"t\"");
    assertText(
        new Delete(new Statement.Table("t", "x"), eq(col("x.id"), 1L)),
        "DELETE FROM \"t\" AS \"x\" WHERE \"x\".\"id\" = ?");
  }

  private static Compound compound(Rows... parts) {
    return new Compound(
        SetOperator.UNION,
        false,
        List.of(parts),
        List.of(desc(new SqlExpr.Position(1, FieldTypes.INTEGER))),
        OptionalLong.of(3),
        0);
  }

  @Test
  void compounds() {
    Rows a = select("a.x").from(table("a")).done();
    Rows b = select("b.x").from(table("b")).done();
    assertText(
        compound(a, b),
        "SELECT \"a\".\"x\" FROM \"a\" UNION SELECT \"b\".\"x\" FROM \"b\" ORDER BY 1 DESC LIMIT 3");
    assertText(
        new Compound(SetOperator.EXCEPT, false, List.of(a, b), List.of(), OptionalLong.empty(), 2),
        "SELECT \"a\".\"x\" FROM \"a\" EXCEPT SELECT \"b\".\"x\" FROM \"b\" LIMIT -1 OFFSET 2");
  }

  @Test
  void partsOfCompoundsThatAreCompoundThemselves() {
    Rows a = select("a.x").from(table("a")).done();
    Rows b = select("b.x").from(table("b")).done();
    Rows inner =
        new Compound(
            SetOperator.INTERSECT, false, List.of(b, b), List.of(), OptionalLong.empty(), 0);
    assertText(
        compound(a, b, inner),
        "SELECT \"a\".\"x\" FROM \"a\" UNION"
            + " SELECT \"b\".\"x\" FROM \"b\" UNION SELECT * FROM (SELECT \"b\".\"x\" FROM \"b\""
            + " INTERSECT SELECT \"b\".\"x\" FROM \"b\") ORDER BY 1 DESC LIMIT 3");
    assertThat(write(compound(a, b)).columns()).containsExactly(FieldTypes.INTEGER);
  }

  @Test
  void partsOfCompoundsAreNeitherOrderedNorSliced() {
    Rows plain = select("a.x").from(table("a")).done();
    Rows ordered = select("a.x").from(table("a")).orderBy(asc(col("a.x"))).done();
    Rows sliced = select("a.x").from(table("a")).slice(0, 2).done();
    assertThatThrownBy(() -> write(compound(plain, ordered)))
        .isInstanceOf(DatabaseError.class)
        .hasMessage("ORDER BY not allowed in subqueries of compound statements.");
    assertThatThrownBy(() -> write(compound(sliced, plain)))
        .isInstanceOf(DatabaseError.class)
        .hasMessage("LIMIT/OFFSET not allowed in subqueries of compound statements.");
  }

  @Test
  void rowsGivenByHandAreWrittenAsTheyAre() {
    Statement.RawRows raw =
        new Statement.RawRows(" SELECT 1 WHERE 2 = ?; ", List.of(param(2L)), List.of());
    assertText(raw, "SELECT 1 WHERE 2 = ?");
    assertText(
        select(new Output(Trees.count())).from(new Statement.Derived(raw, "subquery")).done(),
        "SELECT COUNT(*) FROM (SELECT 1 WHERE 2 = ?) \"subquery\"");
  }

  @Test
  void plans() {
    Rows rows = select("a.x").from(table("a")).done();
    assertText(
        new Explain(rows, null, List.of()), "EXPLAIN QUERY PLAN SELECT \"a\".\"x\" FROM \"a\"");
    assertThatThrownBy(() -> write(new Explain(rows, "json", List.of())))
        .isInstanceOf(ValueError.class)
        .hasMessage("JSON is not a recognized format. SQLite does not support any formats.");
    assertThatThrownBy(() -> write(new Explain(rows, null, List.of("verbose=True"))))
        .isInstanceOf(ValueError.class)
        .hasMessage("Unknown options: verbose");
  }

  @Test
  void itIsKnownWhichTextCameFromWhichNode() {
    SqlExpr condition = eq(col("a.x"), 1L);
    Statement.Select select = select("a.x").from(table("a")).where(condition).done();
    Written written = new SqlWriter(new SqliteDialect()).trace(select);
    String text = written.sql().text();
    assertThat(written.spans())
        .filteredOn(span -> span.node().equals(condition))
        .singleElement()
        .satisfies(span ->
            assertThat(text.substring(span.start(), span.end())).isEqualTo("\"a\".\"x\" = ?"));
    assertThat(written.spans().getLast()).isEqualTo(new Span(0, text.length(), select));
    assertThat(written.spans())
        .filteredOn(span -> span.node().equals(select.from().getFirst()))
        .singleElement()
        .satisfies(span -> assertThat(text.substring(span.start(), span.end())).isEqualTo("\"a\""));
  }
}
