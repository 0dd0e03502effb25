package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertAsksNothing;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// NULL under conditions and their negation, lists with gaps, and what can be answered without
/// asking.
class NullsTest {

  @Test
  void anExclusionKeepsRowsWithoutAValue() {
    assertAsks(
        "Entry.objects.exclude(headline=\"x\")",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE NOT ("entry"."headline" = 'x' AND "entry"."headline" IS NOT NULL)
        """);
  }

  @Test
  void anExclusionByAColumnThatIsNeverNullIsPlain() {
    assertAsks(
        "Entry.objects.exclude(rating=3)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE NOT ("entry"."rating" = 3)
        """);
  }

  @Test
  void anExclusionByAListKeepsRowsWithoutAValue() {
    assertAsks(
        "Entry.objects.exclude(headline__in=[\"x\", \"y\"])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE NOT ("entry"."headline" IN ('x', 'y') AND "entry"."headline" IS NOT NULL)
        """);
  }

  @Test
  void anExclusionAcrossALooseJoinKeepsRowsWithoutAPartner() {
    assertAsks(
        "Entry.objects.exclude(blog__name=\"x\")",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE NOT ("blog"."name" = 'x' AND "blog"."name" IS NOT NULL)
        """);
  }

  @Test
  void equalToNoneIsNull() {
    assertAsks(
        "Entry.objects.filter(headline=None)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."headline" IS NULL
        """);
  }

  @Test
  void iexactNoneIsNull() {
    assertAsks(
        "Entry.objects.filter(headline__iexact=None)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."headline" IS NULL
        """);
  }

  @Test
  void noOtherLookupTakesNone() {
    assertRefuses(
        "Entry.objects.filter(rating__gt=None)", "ValueError", "Cannot use None as a query value");
  }

  @Test
  void aListDropsNoneAndEqualValues() {
    assertAsks(
        "Entry.objects.filter(rating__in=[3, None, 3, 1])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."rating" IN (3, 1)
        """);
  }

  @Test
  void anEmptyListAsksNothing() {
    assertAsksNothing("Entry.objects.filter(rating__in=[])");
  }

  @Test
  void anEmptyListCountsWithoutAsking() {
    assertAsksNothing("Entry.objects.filter(rating__in=[]).count()");
  }

  @Test
  void anEmptyListExcludesNothing() {
    assertAsks(
        "Entry.objects.exclude(rating__in=[])",
        """
        SELECT "entry".*
        FROM "entry"
        """);
  }

  @Test
  void anEmptyListInABranchLeavesTheOther() {
    assertAsks(
        "Entry.objects.filter(Q(rating__in=[]) | Q(flag=True))",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."flag" = 1
        """);
  }

  @Test
  void notInASubqueryIsNotMadeSafeFromNull() {
    assertAsks(
        "Blog.objects.exclude(name__in=Entry.objects.values(\"headline\"))",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE NOT ("blog"."name" IN (SELECT "U0"."headline" AS "headline" FROM "entry" "U0"))
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void aQuerysetAsAListGivesItsKeys() {
    assertAsks(
        "Entry.objects.filter(blog__in=Blog.objects.filter(name=\"x\"))",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" IN (SELECT "U0"."id" FROM "blog" "U0" WHERE "U0"."name" = 'x')
        """);
  }

  @Test
  void aSlicedQuerysetAsAListStaysSliced() {
    assertAsks(
        "Entry.objects.filter(blog__in=Blog.objects.order_by(\"name\")[:3])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" IN (SELECT "U0"."id" FROM "blog" "U0" ORDER BY "U0"."name" ASC
          LIMIT 3)
        """);
  }

  @Test
  void equalToAQuerysetNeedsOneRow() {
    assertRefuses(
        "Entry.objects.filter(blog=Blog.objects.filter(name=\"x\"))",
        "ValueError",
        "The QuerySet value for an exact lookup must be limited to one result using slici" + "ng.");
  }

  @Test
  void equalToASliceOfOneRow() {
    assertAsks(
        "Entry.objects.filter(blog=Blog.objects.order_by(\"pk\")[:1])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" = (SELECT "U0"."id" FROM "blog" "U0" ORDER BY "U0"."id" ASC LIMIT
          1)
        """);
  }
}
