package orrery.orm.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.render.SqlToken.Kind;

/// A statement is laid out for people, and stays the same statement.
class SqlLayoutTest {

  @Test
  void aClauseHasALineOfItsOwn() {
    assertThat(
            SqlLayout.pretty(
                """
                SELECT "album"."id", "album"."title" FROM "album" INNER JOIN "artist" ON \
                ("album"."artist_id" = "artist"."id") WHERE ("artist"."name" = 'AC/DC' AND NOT \
                ("album"."id" BETWEEN 1 AND 2)) ORDER BY "album"."title" ASC LIMIT 21 OFFSET 5\
                """))
        .isEqualTo(
            """
            SELECT "album"."id", "album"."title"
            FROM "album"
            INNER JOIN "artist" ON ("album"."artist_id" = "artist"."id")
            WHERE ("artist"."name" = 'AC/DC' AND NOT ("album"."id" BETWEEN 1 AND 2))
            ORDER BY "album"."title" ASC
            LIMIT 21
            OFFSET 5\
            """);
  }

  @Test
  void conditionsStandBelowEachOther() {
    assertThat(SqlLayout.pretty("SELECT a FROM t WHERE a = 1 AND b BETWEEN 2 AND 3 OR c IS NULL"))
        .isEqualTo(
            """
            SELECT a
            FROM t
            WHERE a = 1
              AND b BETWEEN 2 AND 3
              OR c IS NULL\
            """);
  }

  @Test
  void longBracketsAreOpened() {
    assertThat(
            SqlLayout.pretty(
                "SELECT 1 WHERE (\"employee\".\"first_name\" = 'a longer name' AND"
                    + " \"employee\".\"last_name\" = 'another long name' AND x = 1)"))
        .isEqualTo(
            """
            SELECT 1
            WHERE (
                "employee"."first_name" = 'a longer name'
                AND "employee"."last_name" = 'another long name'
                AND x = 1
              )\
            """);
  }

  @Test
  void aSubqueryIsMovedIn() {
    assertThat(
            SqlLayout.pretty(
                "SELECT a FROM t WHERE EXISTS(SELECT 1 AS \"a\" FROM u WHERE u.x = t.y LIMIT 1)"))
        .isEqualTo(
            """
            SELECT a
            FROM t
            WHERE EXISTS(
                SELECT 1 AS "a"
                FROM u
                WHERE u.x = t.y
                LIMIT 1
              )\
            """);
  }

  @Test
  void manyColumnsAreWrappedBelowTheFirst() {
    String columns =
        IntStream.range(0, 12)
            .mapToObj(i -> "\"track\".\"column_" + i + "\"")
            .collect(Collectors.joining(", "));
    assertThat(SqlLayout.pretty("SELECT " + columns + " FROM track").lines().toList())
        .startsWith(
            "SELECT \"track\".\"column_0\", \"track\".\"column_1\", \"track\".\"column_2\","
                + " \"track\".\"column_3\",",
            "       \"track\".\"column_4\", \"track\".\"column_5\", \"track\".\"column_6\","
                + " \"track\".\"column_7\",")
        .endsWith("FROM track");
  }

  @Test
  void wordsOfTheLanguageInsideOtherWordsStartNoClause() {
    assertThat(
            SqlLayout.pretty(
                "SELECT COUNT(*) FILTER (WHERE a IS NOT DISTINCT FROM b) OVER (ORDER BY c ROWS"
                    + " BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t"))
        .isEqualTo(
            """
            SELECT COUNT(*) FILTER (WHERE a IS NOT DISTINCT FROM b) OVER (ORDER BY c ROWS BETWEEN 1 \
            PRECEDING AND CURRENT ROW)
            FROM t\
            """);
  }

  @Test
  void writesAreLaidOutToo() {
    assertThat(SqlLayout.pretty("UPDATE \"a\" SET \"b\" = 1, \"c\" = NULL WHERE \"a\".\"id\" = 2"))
        .isEqualTo("UPDATE \"a\"\nSET \"b\" = 1, \"c\" = NULL\nWHERE \"a\".\"id\" = 2");
    assertThat(
            SqlLayout.pretty(
                "INSERT INTO \"a\" (\"b\") VALUES (1), (2) ON CONFLICT DO NOTHING RETURNING \"id\""))
        .isEqualTo(
            "INSERT INTO \"a\" (\"b\")\nVALUES (1), (2)\nON CONFLICT DO NOTHING\nRETURNING \"id\"");
    assertThat(SqlLayout.pretty("DELETE FROM \"a\" WHERE 1 = 1"))
        .isEqualTo("DELETE FROM \"a\"\nWHERE 1 = 1");
  }

  @Test
  void aLongListOfValuesIsCutShortAndSaysSo() {
    String values =
        IntStream.rangeClosed(1, 1000).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    List<SqlToken> clipped =
        SqlLayout.clipped(SqlTokens.of("SELECT a FROM t WHERE a IN (" + values + ") AND b = 1"));
    assertThat(SqlLayout.text(clipped))
        .isEqualTo(
            "SELECT a FROM t WHERE a IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,"
                + " 18, 19, 20, … 980 more) AND b = 1");
    assertThat(clipped).filteredOn(t -> t.kind() == Kind.ELISION).hasSize(1);
  }

  @Test
  void aShortListAndAListOfColumnsAreShownWhole() {
    String columns =
        IntStream.range(0, 100).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    for (String sql :
        List.of("SELECT a WHERE a IN (1, 2, NULL, -3)", "INSERT INTO t (" + columns + ")")) {
      assertThat(SqlLayout.text(SqlLayout.clipped(SqlTokens.of(sql)))).isEqualTo(sql);
    }
  }

  @Test
  void aStatementOnOneLineHasNoBreaks() {
    assertThat(
            SqlLayout.text(
                SqlLayout.line(SqlTokens.of("  SELECT a, -- the first\n\n 'x\ny'\nFROM  t"))))
        .isEqualTo("SELECT a, 'x\ny' FROM t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ")",
        "((",
        "SELECT",
        "SELECT 'it''s' || \"na\"\"me\" || `x` || X'00FF' || ? || :name || 1.5e-3 /* why */ FROM t",
        "select a -- comment\nfrom t where a=-1 and b<>2;",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r) SELECT n FROM r",
        "SELECT a FROM t UNION SELECT a FROM u EXCEPT SELECT a FROM v ORDER BY 1",
        "SELECT CASE WHEN a AND b THEN 1 ELSE 2 END FROM t FOR UPDATE OF t SKIP LOCKED",
        "CREATE TABLE \"a\" (\"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT, \"b\" varchar(5))",
        "SELECT a FROM t WHERE x IN (SELECT y FROM (SELECT z FROM u WHERE (a OR b) AND c) AS s)",
        "EXPLAIN QUERY PLAN SELECT REPLACE(a, 'x', 'y'), LEFT(b, 1) FROM t LEFT OUTER JOIN u ON 1=1",
        "SELECT 'never closed",
        "INSERT OR IGNORE INTO t DEFAULT VALUES",
        "UPDATE t SET a=excluded.b WHERE c #>> '{a,b}' = 'd' AND e::text = 'f'",
        "SELECT a FROM t GROUP BY a HAVING COUNT(*) > 1 AND SUM(b) < 2 WINDOW w AS (PARTITION BY a)"
      })
  void onlyBlanksChange(String sql) {
    List<SqlToken> before = SqlTokens.of(sql);
    assertThat(SqlLayout.text(before)).isEqualTo(sql);
    List<SqlToken> after = SqlTokens.of(SqlLayout.pretty(sql));
    assertThat(solid(after)).isEqualTo(solid(before));
    assertThat(gaps(after)).containsAll(gaps(before));
    assertThat(SqlLayout.pretty(SqlLayout.pretty(sql))).isEqualTo(SqlLayout.pretty(sql));
  }

  private static List<SqlToken> solid(List<SqlToken> tokens) {
    return tokens.stream().filter(t -> t.kind() != Kind.SPACE).toList();
  }

  /// Returns between which tokens, counted without blanks, a blank stands.
  private static List<Integer> gaps(List<SqlToken> tokens) {
    List<Integer> gaps = new ArrayList<>();
    int solid = 0;
    for (SqlToken token : tokens) {
      if (token.kind() != Kind.SPACE) {
        solid++;
      } else if (solid > 0 && solid < solid(tokens).size()) {
        gaps.add(solid);
      }
    }
    return gaps;
  }
}
