package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// Queries inside queries, windows, and the types of expressions.
class SubqueriesTest {

  @Test
  void existsOfTheRowOutside() {
    assertAsks(
        "Blog.objects.filter(Exists(Entry.objects.filter(blog=OuterRef(\"pk\"), rating__gt=3)))",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE EXISTS(SELECT 1 AS "a" FROM "entry" "U0" WHERE ("U0"."blog_id" = ("blog"."id") AND
          "U0"."rating" > 3) LIMIT 1)
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void notExists() {
    assertAsks(
        "Blog.objects.filter(~Exists(Entry.objects.filter(blog=OuterRef(\"pk\"))))",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "entry" "U0" WHERE "U0"."blog_id" = ("blog"."id")
          LIMIT 1))
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void oneValueOfRelatedRows() {
    assertAsks(
        "Blog.objects.annotate(newest=Subquery(Entry.objects.filter(blog=OuterRef(\"pk\"))"
            + ".order_by(\"-pub\").values(\"headline\")[:1]))",
        """
        SELECT "blog".*, (SELECT "U0"."headline" AS "headline" FROM "entry" "U0" WHERE
          "U0"."blog_id" = ("blog"."id") ORDER BY "U0"."pub" DESC LIMIT 1) AS "newest"
        FROM "blog"
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void anAggregateOfRelatedRows() {
    assertAsks(
        "Blog.objects.annotate(n=Subquery(Entry.objects.filter(blog=OuterRef(\"pk\"))"
            + ".order_by().values(\"blog\").annotate(c=Count(\"pk\")).values(\"c\")))",
        """
        SELECT "blog".*, (SELECT COUNT("U0"."id") AS "c" FROM "entry" "U0" WHERE "U0"."blog_id" =
          ("blog"."id") GROUP BY "U0"."blog_id") AS "n"
        FROM "blog"
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void aWindowAndASubqueryInOneCondition() {
    assertAsks(
        "Entry.objects.annotate(rn=Window(expression=RowNumber(), order_by=F(\"pk\")"
            + ".asc())).exclude(rn__gt=2, comment__text=\"x\").values(\"id\")",
        """
        SELECT "qualify"."col1" AS "id"
        FROM (SELECT "entry"."id" AS "col1", ROW_NUMBER() OVER (ORDER BY "entry"."id" ASC) AS
          "qual1" FROM "entry") "qualify"
        WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "comment" "U1" WHERE ("U1"."text" = 'x' AND
          "U1"."entry_id" = ("qualify"."col1")) LIMIT 1) AND "qualify"."qual1" > 2)
        """);
  }

  @Test
  void aCaseAmongExpressions() {
    assertAsks(
        "Entry.objects.annotate(kind=Case(When(rating__gt=3, then=Value(\"good\")), "
            + "default=Value(\"other\"))).values(\"kind\")",
        """
        SELECT CASE WHEN "entry"."rating" > 3 THEN 'good' ELSE 'other' END AS "kind"
        FROM "entry"
        """);
  }

  @Test
  void aCaseOfTwoTypesIsRefused() {
    assertRefuses(
        "Entry.objects.annotate(kind=Case(When(rating__gt=3, then=Value(\"good\")), "
            + "default=Value(1)))",
        "FieldError",
        "Expression contains mixed types: CharField, IntegerField. You must set output_fi"
            + "eld.");
  }

  @Test
  void aDateIsNotTakenFromANumber() {
    assertRefuses(
        "Entry.objects.annotate(m=TruncMonth(\"rating\"))",
        "TypeError",
        "'rating' isn't a DateField, TimeField, or DateTimeField.");
  }

  @Test
  void theKeysOfAForeignKeyAndOfItsModelAreOfOneType() {
    assertAsks(
        "Entry.objects.annotate(k=Coalesce(\"blog_id\", \"id\")).values(\"k\")",
        """
        SELECT COALESCE("entry"."blog_id", "entry"."id") AS "k"
        FROM "entry"
        """);
  }
}
