package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertAsksNothing;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// Order, slices, and queries combined with others.
class OrderingTest {

  @Test
  void theOrderOfARelationIsTheOrderOfItsModel() {
    assertAsks(
        "Entry.objects.order_by(\"blog\")",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void theOrderOfARelationTurnedRound() {
    assertAsks(
        "Entry.objects.order_by(\"-blog\")",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        ORDER BY "blog"."name" DESC
        """);
  }

  @Test
  void theOrderOfARawKeyIsTheColumn() {
    assertAsks(
        "Entry.objects.order_by(\"blog_id\")",
        """
        SELECT "entry".*
        FROM "entry"
        ORDER BY "entry"."blog_id" ASC
        """);
  }

  @Test
  void anOrderByAToManyRelationRepeatsRows() {
    assertAsks(
        "Blog.objects.order_by(\"entry__rating\")",
        """
        SELECT "blog".*
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        ORDER BY "entry"."rating" ASC
        """);
  }

  @Test
  void whatOrdersDistinctRowsIsSelectedToo() {
    assertAsks(
        "Entry.objects.values(\"rating\").distinct().order_by(\"pub\")",
        """
        SELECT DISTINCT "entry"."rating" AS "rating", "entry"."pub"
        FROM "entry"
        ORDER BY "entry"."pub" ASC
        """);
  }

  @Test
  void theFirstOfUnorderedRowsGoesByKey() {
    assertAsks(
        "Entry.objects.first()",
        """
        SELECT "entry".*
        FROM "entry"
        ORDER BY "entry"."id" ASC
        LIMIT 1
        """);
  }

  @Test
  void theLastTurnsTheOrderRound() {
    assertAsks(
        "Blog.objects.last()",
        """
        SELECT "blog".*
        FROM "blog"
        ORDER BY "blog"."name" DESC
        LIMIT 1
        """);
  }

  @Test
  void aSliceCannotBeFiltered() {
    assertRefuses(
        "Entry.objects.all()[:3].filter(rating=1)",
        "TypeError",
        "Cannot filter a query once a slice has been taken.");
  }

  @Test
  void aSliceCannotBeReordered() {
    assertRefuses(
        "Entry.objects.all()[:3].order_by(\"pk\")",
        "TypeError",
        "Cannot reorder a query once a slice has been taken.");
  }

  @Test
  void aSliceCannotBeReversed() {
    assertRefuses(
        "Entry.objects.all()[:3].reverse()",
        "TypeError",
        "Cannot reverse a query once a slice has been taken.");
  }

  @Test
  void aSliceOfASliceCountsFromItsStart() {
    assertAsks(
        "Entry.objects.order_by(\"pk\")[2:8][1:3]",
        """
        SELECT "entry".*
        FROM "entry"
        ORDER BY "entry"."id" ASC
        LIMIT 2 OFFSET 3
        """);
  }

  @Test
  void anOffsetAloneHasNoLimitOnSqlite() {
    assertAsks(
        "Entry.objects.order_by(\"pk\")[5:]",
        """
        SELECT "entry".*
        FROM "entry"
        ORDER BY "entry"."id" ASC
        LIMIT -1 OFFSET 5
        """);
  }

  @Test
  void anEmptySliceAsksNothing() {
    assertAsksNothing("Entry.objects.all()[3:3]");
  }

  @Test
  void aUnionIsOrderedByThePlacesOfItsColumns() {
    assertAsks(
        "Author.objects.values(\"name\").union(Blog.objects.order_by().values(\"name\"))"
            + ".order_by(\"-name\")[:3]",
        """
        SELECT "author"."name" AS "name"
        FROM "author"
        UNION SELECT "blog"."name" AS "name"
        FROM "blog"
        ORDER BY 1 DESC
        LIMIT 3
        """);
  }

  @Test
  void anIntersection() {
    assertAsks(
        "Author.objects.values_list(\"name\").intersection(Blog.objects.order_by()"
            + ".values_list(\"name\"))",
        """
        SELECT "author"."name" AS "name"
        FROM "author"
        INTERSECT SELECT "blog"."name" AS "name"
        FROM "blog"
        """);
  }

  @Test
  void aUnionCannotBeFiltered() {
    assertRefuses(
        "Author.objects.union(Author.objects.filter(pk=1)).filter(name=\"x\")",
        "NotSupportedError",
        "Calling QuerySet.filter() after union() is not supported.");
  }

  @Test
  void aPartOfAUnionHasNoOrderOnSqlite() {
    assertRefuses(
        "Author.objects.order_by(\"name\").union(Author.objects.filter(pk=1))",
        "DatabaseError",
        "ORDER BY not allowed in subqueries of compound statements.");
  }

  @Test
  void aPartOfAUnionHasNoLimitOnSqlite() {
    assertRefuses(
        "Author.objects.all()[:2].union(Author.objects.filter(pk=1))",
        "DatabaseError",
        "LIMIT/OFFSET not allowed in subqueries of compound statements.");
  }

  @Test
  void aUnionIsOrderedByAColumnThatItDoesNotGive() {
    assertAsks(
        "Author.objects.union(Author.objects.filter(pk=1)).order_by(\"owned__rating\")",
        """
        SELECT "author"."id" AS "col1", "author"."name" AS "col2", "entry"."rating" AS
          "__orderbycol3"
        FROM "author"
        LEFT OUTER JOIN "entry" ON ("author"."id" = "entry"."owner_id")
        UNION SELECT "author"."id" AS "col1", "author"."name" AS "col2", "entry"."rating" AS
          "__orderbycol3"
        FROM "author"
        LEFT OUTER JOIN "entry" ON ("author"."id" = "entry"."owner_id")
        WHERE "author"."id" = 1
        ORDER BY 3 ASC
        """);
  }

  @Test
  void querysetsJoinedByOrShareTheirJoins() {
    assertAsks(
        "Entry.objects.filter(blog__name=\"x\") | Entry.objects.filter(rating=1)",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE ("blog"."name" = 'x' OR "entry"."rating" = 1)
        """);
  }

  @Test
  void querysetsJoinedByXor() {
    assertAsks(
        "Entry.objects.filter(Q(rating=1) ^ Q(flag=True))",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE (("entry"."rating" = 1 OR "entry"."flag" = 1) AND 1 = (CASE WHEN "entry"."rating" =
          1 THEN 1 ELSE 0 END + CASE WHEN "entry"."flag" = 1 THEN 1 ELSE 0 END))
        """);
  }

  @Test
  void threeJoinedByXorAreCountedModuloTwo() {
    assertAsks(
        "Entry.objects.filter(Q(rating=1) ^ Q(flag=True) ^ Q(headline=\"x\"))",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE (("entry"."rating" = 1 OR "entry"."flag" = 1 OR "entry"."headline" = 'x') AND 1 =
          (MOD(((CASE WHEN "entry"."rating" = 1 THEN 1 ELSE 0 END + CASE WHEN "entry"."flag" = 1
          THEN 1 ELSE 0 END) + CASE WHEN "entry"."headline" = 'x' THEN 1 ELSE 0 END), 2)))
        """);
  }

  @Test
  void nullsLast() {
    assertAsks(
        "Entry.objects.order_by(F(\"headline\").desc(nulls_last=True))",
        """
        SELECT "entry".*
        FROM "entry"
        ORDER BY "entry"."headline" DESC NULLS LAST
        """);
  }
}
