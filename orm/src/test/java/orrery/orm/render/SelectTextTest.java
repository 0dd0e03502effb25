package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.render.Trees.and;
import static orrery.orm.render.Trees.asc;
import static orrery.orm.render.Trees.col;
import static orrery.orm.render.Trees.count;
import static orrery.orm.render.Trees.desc;
import static orrery.orm.render.Trees.eq;
import static orrery.orm.render.Trees.gt;
import static orrery.orm.render.Trees.inner;
import static orrery.orm.render.Trees.left;
import static orrery.orm.render.Trees.not;
import static orrery.orm.render.Trees.or;
import static orrery.orm.render.Trees.param;
import static orrery.orm.render.Trees.select;
import static orrery.orm.render.Trees.table;
import static orrery.orm.render.Trees.text;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import orrery.orm.dialect.Sql;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.NotSupportedError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Truth;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Nulls;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Statement.Table;
import orrery.orm.type.FieldTypes;

/// Selects on SQLite, clause by clause, in Django's text.
class SelectTextTest {

  private static Sql write(Statement statement) {
    return new SqlWriter(new SqliteDialect()).write(statement);
  }

  private static void assertText(Trees.Picking select, String text) {
    assertThat(write(select.done()).text()).isEqualTo(text);
  }

  private static Trees.Picking articles() {
    return select("article.id", "article.headline").from(table("article"));
  }

  @Test
  void columnsAndOrder() {
    assertText(
        articles().orderBy(asc(col("article.pub_date")), asc(text("article.headline"))),
        "SELECT \"article\".\"id\", \"article\".\"headline\" FROM \"article\""
            + " ORDER BY \"article\".\"pub_date\" ASC, \"article\".\"headline\" ASC");
  }

  @Test
  void aConditionAloneHasNoBracketsAndSeveralHaveOnePair() {
    assertText(
        articles().where(eq(col("article.id"), 1L)),
        "SELECT \"article\".\"id\", \"article\".\"headline\" FROM \"article\""
            + " WHERE \"article\".\"id\" = ?");
    assertText(
        articles()
            .where(and(eq(col("article.id"), 1L), and(gt(col("article.n"), 2L), Truth.ALWAYS))),
        "SELECT \"article\".\"id\", \"article\".\"headline\" FROM \"article\""
            + " WHERE (\"article\".\"id\" = ? AND \"article\".\"n\" > ?)");
  }

  @Test
  void orInsideAndHasBracketsOfItsOwn() {
    assertText(
        articles().where(and(eq(col("id"), 1L), or(eq(col("n"), 2L), not(eq(col("n"), 3L))))),
        "SELECT \"article\".\"id\", \"article\".\"headline\" FROM \"article\""
            + " WHERE (\"id\" = ? AND (\"n\" = ? OR NOT (\"n\" = ?)))");
  }

  @Test
  void bindingsComeInTheOrderOfTheirPlaces() {
    Sql sql =
        write(
            articles()
                .where(
                    and(
                        new SqlExpr.In(col("id"), List.of(param(1L), param(2L))),
                        new SqlExpr.Between(col("n"), param(3L), param(4L))))
                .done());
    assertThat(sql.text()).endsWith("WHERE (\"id\" IN (?, ?) AND \"n\" BETWEEN ? AND ?)");
    assertThat(sql.bindings()).extracting("value").containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void whatIsAlwaysTrueIsLeftOutAndWhatNeverIsIsSaid() {
    assertThat(write(articles().where(Truth.ALWAYS).done()).text()).doesNotContain("WHERE");
    assertThat(write(articles().where(or(eq(col("id"), 1L), Truth.ALWAYS)).done()).text())
        .doesNotContain("WHERE");
    assertThat(write(articles().where(and(eq(col("id"), 1L), Truth.NEVER)).done()).text())
        .endsWith(" WHERE 1 = 0");
    assertThat(write(articles().where(or(eq(col("id"), 1L), Truth.NEVER)).done()).text())
        .endsWith(" WHERE \"id\" = ?");
    assertThat(write(articles().where(not(and(eq(col("id"), 1L), Truth.ALWAYS))).done()).text())
        .endsWith(" WHERE NOT (\"id\" = ?)");
    assertThat(write(articles().where(new SqlExpr.In(col("id"), List.of())).done()).text())
        .endsWith(" WHERE 1 = 0");
  }

  @Test
  void notOfSeveralHasOnePairOfBrackets() {
    assertThat(
            write(
                    articles()
                        .where(
                            not(
                                and(
                                    eq(text("headline"), "x"),
                                    new SqlExpr.IsNull(text("headline"), true))))
                        .done())
                .text())
        .endsWith(" WHERE NOT (\"headline\" = ? AND \"headline\" IS NOT NULL)");
  }

  @Test
  void joinsAndAliases() {
    assertText(
        select("blog.id")
            .from(
                table("blog"),
                inner(table("entry"), eq(col("blog.id"), col("entry.blog_id"))),
                inner(new Table("entry", "T3"), eq(col("blog.id"), col("T3.blog_id"))),
                left(
                    new Table("entry", "fr"),
                    and(eq(col("blog.id"), col("fr.blog_id")), gt(col("fr.rating"), 3L))))
            .where(and(eq(text("entry.headline"), "x"), eq(col("T3.rating"), 3L))),
        "SELECT \"blog\".\"id\" FROM \"blog\" INNER JOIN \"entry\" ON (\"blog\".\"id\" ="
            + " \"entry\".\"blog_id\") INNER JOIN \"entry\" \"T3\" ON (\"blog\".\"id\" ="
            + " \"T3\".\"blog_id\") LEFT OUTER JOIN \"entry\" \"fr\" ON (\"blog\".\"id\" ="
            + " \"fr\".\"blog_id\" AND (\"fr\".\"rating\" > ?)) WHERE (\"entry\".\"headline\" = ?"
            + " AND \"T3\".\"rating\" = ?)");
  }

  @Test
  void aComputedRightSideHasBrackets() {
    assertText(
        select("entry.id")
            .from(table("entry"))
            .where(eq(text("entry.headline"), text("blog.name"))),
        "SELECT \"entry\".\"id\" FROM \"entry\" WHERE \"entry\".\"headline\" ="
            + " (\"blog\".\"name\")");
  }

  @Test
  void existsIsASubquery() {
    Statement.Select inner =
        select(new Output(param(1L), "a"))
            .from(new Table("entry", "U1"))
            .where(and(eq(text("U1.headline"), "x"), eq(col("U1.blog_id"), col("blog.id"))))
            .slice(0, 1)
            .done();
    assertText(
        select("blog.id").from(table("blog")).where(not(new SqlExpr.Exists(inner))),
        "SELECT \"blog\".\"id\" FROM \"blog\" WHERE NOT (EXISTS(SELECT ? AS \"a\" FROM \"entry\""
            + " \"U1\" WHERE (\"U1\".\"headline\" = ? AND \"U1\".\"blog_id\" = (\"blog\".\"id\"))"
            + " LIMIT 1))");
  }

  @Test
  void groupsAndHaving() {
    assertText(
        select(new Output(col("blog.id")), new Output(count(), "n"))
            .from(table("blog"))
            .groupBy(col("blog.id"))
            .having(gt(count(), 1L))
            .orderBy(new Order(new SqlExpr.Alias("n", FieldTypes.INTEGER), true, Nulls.LAST)),
        "SELECT \"blog\".\"id\", COUNT(*) AS \"n\" FROM \"blog\" GROUP BY \"blog\".\"id\" HAVING"
            + " COUNT(*) > ? ORDER BY \"n\" DESC NULLS LAST");
  }

  @Test
  void slices() {
    assertThat(write(articles().slice(0, 5).done()).text()).endsWith("\"article\" LIMIT 5");
    assertThat(write(articles().slice(2, 5).done()).text()).endsWith(" LIMIT 5 OFFSET 2");
    assertThat(write(articles().slice(5, -1).done()).text()).endsWith(" LIMIT -1 OFFSET 5");
    assertThat(write(articles().slice(0, 0).done()).text()).endsWith(" LIMIT 0");
  }

  @Test
  void distinct() {
    assertText(select("a.x").from(table("a")).distinct(), "SELECT DISTINCT \"a\".\"x\" FROM \"a\"");
    assertThatThrownBy(() -> write(select("a.x").from(table("a")).distinct(col("a.x")).done()))
        .isInstanceOf(NotSupportedError.class)
        .hasMessage("DISTINCT ON fields is not supported by this database backend");
  }

  @Test
  void aLockIsLeftOutWhereThereIsNone() {
    assertText(
        select("a.x").from(table("a")).lock(new Statement.Lock(true, false, List.of("a"), false)),
        "SELECT \"a\".\"x\" FROM \"a\"");
  }

  @Test
  void aSelectInPlaceOfATable() {
    Statement.Select inner = select("a.x").from(table("a")).distinct().done();
    assertText(
        select(new Output(count())).from(new Statement.Derived(inner, "subquery")),
        "SELECT COUNT(*) FROM (SELECT DISTINCT \"a\".\"x\" FROM \"a\") \"subquery\"");
  }

  @Test
  void namesAreQuotedWhateverIsInThem() {
    assertText(
        select(new Output(col("my \"table\".a b"), "x\"y"))
            .from(new Table(Optional.of("main"), "my \"table\"", "my \"table\"")),
        "SELECT \"my \"\"table\"\"\".\"a b\" AS \"x\"\"y\" FROM \"main\".\"my \"\"table\"\"\"");
  }

  @Test
  void outputColumnsHaveTypes() {
    Sql sql =
        write(select(new Output(text("a.name")), new Output(count(), "n")).from(table("a")).done());
    // What is computed has no places after the point.
    assertThat(sql.columns())
        .containsExactly(FieldTypes.CHAR, FieldTypes.INTEGER.withDigits(-1, 0));
  }

  @Test
  void shufflingIsNative() {
    assertText(
        select("a.x").from(table("a")).orderBy(asc(Trees.call("Random", FieldTypes.FLOAT))),
        "SELECT \"a\".\"x\" FROM \"a\" ORDER BY RANDOM() ASC");
  }

  @Test
  void textGivenByHandIsWrittenAsItIs() {
    assertText(
        select(new Output(new SqlExpr.Raw("(1)", List.of(), FieldTypes.ANY), "a"))
            .from(table("t"))
            .where(new SqlExpr.Raw("(x > ?)", List.of(param(3L)), FieldTypes.BOOLEAN))
            .orderBy(desc(new SqlExpr.Position(1, FieldTypes.INTEGER))),
        "SELECT (1) AS \"a\" FROM \"t\" WHERE (x > ?) ORDER BY 1 DESC");
  }
}
