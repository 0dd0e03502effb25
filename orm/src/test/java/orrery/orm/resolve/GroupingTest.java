package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// Aggregates: what rows are gathered by, and when a subquery comes first.
class GroupingTest {

  @Test
  void twoToManyAggregatesMultiplyRows() {
    assertAsks(
        "Entry.objects.annotate(a=Count(\"authors\"), c=Count(\"comment\"))",
        """
        SELECT "entry".*, COUNT("entry_authors"."author_id") AS "a", COUNT("comment"."id") AS "c"
        FROM "entry"
        LEFT OUTER JOIN "entry_authors" ON ("entry"."id" = "entry_authors"."entry_id")
        LEFT OUTER JOIN "comment" ON ("entry"."id" = "comment"."entry_id")
        GROUP BY "entry".*
        """);
  }

  @Test
  void distinctCountsDoNot() {
    assertAsks(
        "Entry.objects.annotate(a=Count(\"authors\", distinct=True), c=Count(\"comment\", "
            + "distinct=True))",
        """
        SELECT "entry".*, COUNT(DISTINCT "entry_authors"."author_id") AS "a", COUNT(DISTINCT
          "comment"."id") AS "c"
        FROM "entry"
        LEFT OUTER JOIN "entry_authors" ON ("entry"."id" = "entry_authors"."entry_id")
        LEFT OUTER JOIN "comment" ON ("entry"."id" = "comment"."entry_id")
        GROUP BY "entry".*
        """);
  }

  @Test
  void aFilterBeforeRestrictsTheAggregate() {
    assertAsks(
        "Blog.objects.filter(entry__rating__gt=1).annotate(n=Count(\"entry\"))",
        """
        SELECT "blog".*, COUNT("entry"."id") AS "n"
        FROM "blog"
        INNER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE "entry"."rating" > 1
        GROUP BY "blog".*
        """);
  }

  @Test
  void aFilterAfterOpensAnotherJoin() {
    assertAsks(
        "Blog.objects.annotate(n=Count(\"entry\")).filter(entry__rating__gt=1)",
        """
        SELECT "blog".*, COUNT("entry"."id") AS "n"
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        INNER JOIN "entry" "T3" ON ("blog"."id" = "T3"."blog_id")
        WHERE "T3"."rating" > 1
        GROUP BY "blog".*
        """);
  }

  @Test
  void aFilterOnAnAggregateIsHaving() {
    assertAsks(
        "Blog.objects.annotate(n=Count(\"entry\")).filter(n__gt=1)",
        """
        SELECT "blog".*, COUNT("entry"."id") AS "n"
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        GROUP BY "blog".*
        HAVING COUNT("entry"."id") > 1
        """);
  }

  @Test
  void valuesBeforeAnnotateGroups() {
    assertAsks(
        "Entry.objects.values(\"blog\").annotate(n=Count(\"id\"))",
        """
        SELECT "entry"."blog_id" AS "blog", COUNT("entry"."id") AS "n"
        FROM "entry"
        GROUP BY 1
        """);
  }

  @Test
  void theModelsOwnOrderDoesNotGroup() {
    assertAsks(
        "Blog.objects.values(\"tagline\").annotate(n=Count(\"id\"))",
        """
        SELECT "blog"."tagline" AS "tagline", COUNT("blog"."id") AS "n"
        FROM "blog"
        GROUP BY 1
        """);
  }

  @Test
  void anAskedOrderGroups() {
    assertAsks(
        "Entry.objects.values(\"blog\").annotate(n=Count(\"id\")).order_by(\"rating\")",
        """
        SELECT "entry"."blog_id" AS "blog", COUNT("entry"."id") AS "n"
        FROM "entry"
        GROUP BY 1, "entry"."rating"
        ORDER BY "entry"."rating" ASC
        """);
  }

  @Test
  void anAggregateOfAggregatesGoesAroundASubquery() {
    assertAsks(
        "Blog.objects.annotate(n=Count(\"entry\")).aggregate(Avg(\"n\"))",
        """
        SELECT AVG("n")
        FROM (SELECT COUNT("entry"."id") AS "n" FROM "blog" LEFT OUTER JOIN "entry" ON
          ("blog"."id" = "entry"."blog_id") GROUP BY "blog"."id") "subquery"
        """);
  }

  @Test
  void distinctRowsAreCountedAroundASubquery() {
    assertAsks(
        "Entry.objects.values(\"rating\").distinct().count()",
        """
        SELECT COUNT(*)
        FROM (SELECT DISTINCT "entry"."rating" AS "rating" FROM "entry") "subquery"
        """);
  }

  @Test
  void aSliceIsCountedInside() {
    assertAsks(
        "Entry.objects.order_by(\"pk\")[:3].count()",
        """
        SELECT COUNT(*)
        FROM (SELECT "entry"."id" AS "col1" FROM "entry" ORDER BY "entry"."id" ASC LIMIT 3)
          "subquery"
        """);
  }

  @Test
  void anAggregateOfAnAggregateInOneStepIsRefused() {
    assertRefuses(
        "Blog.objects.annotate(n=Count(\"entry\"), m=Sum(Count(\"entry\")))",
        "FieldError",
        "Cannot compute Sum('Count'): 'Count' is an aggregate");
  }

  @Test
  void anAggregateMayHaveAFilter() {
    assertAsks(
        "Blog.objects.annotate(n=Count(\"entry\", filter=Q(entry__rating__gt=1)))",
        """
        SELECT "blog".*, COUNT("entry"."id") FILTER (WHERE "entry"."rating" > 1) AS "n"
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        GROUP BY "blog".*
        """);
  }

  @Test
  void anAnnotationCannotHaveTheNameOfAField() {
    assertRefuses(
        "Entry.objects.annotate(headline=Count(\"authors\"))",
        "ValueError",
        "The annotation 'headline' conflicts with a field on the model.");
  }

  @Test
  void aFilterOnAWindowGoesAroundTheRows() {
    assertAsks(
        "Entry.objects.annotate(rn=Window(expression=RowNumber(), partition_by=[F(\"blog\")], order_by=F(\"pub\")"
            + ".desc())).filter(rn__lte=2).values(\"id\")",
        """
        SELECT "qualify"."col1" AS "id"
        FROM (SELECT "entry"."id" AS "col1", ROW_NUMBER() OVER (PARTITION BY "entry"."blog_id"
          ORDER BY "entry"."pub" DESC) AS "qual1" FROM "entry") "qualify"
        WHERE "qualify"."qual1" <= 2
        """);
  }
}
