package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// Joins: which tables a condition needs, which rows they keep, and when a relation to many is a
/// subquery.
class JoinsTest {

  @Test
  void conditionsOfOneFilterHoldOnOneRelatedRow() {
    assertAsks(
        "Blog.objects.filter(entry__headline=\"x\", entry__rating=3)",
        """
        SELECT "blog".*
        FROM "blog"
        INNER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE ("entry"."headline" = 'x' AND "entry"."rating" = 3)
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void whatIsComparedWithAConditionKeepsTheRowsOfItsJoins() {
    assertAsks(
        "Blog.objects.filter(tagline=Case(When(entry__rating=3, then=Value(\"a\")), default=Value(\"b\")))",
        """
        SELECT "blog".*
        FROM "blog"
        INNER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE "blog"."tagline" = (CASE WHEN "entry"."rating" = 3 THEN 'a' ELSE 'b' END)
        ORDER BY "blog"."name" ASC
        """);
    assertAsks(
        "Blog.objects.filter(Q(tagline=Case(When(entry__rating=3, then=Value(\"a\")))) | Q(pk=1))",
        """
        SELECT "blog".*
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE ("blog"."tagline" = (CASE WHEN "entry"."rating" = 3 THEN 'a' ELSE NULL END) OR
          "blog"."id" = 1)
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void conditionsOfChainedFiltersMayHoldOnDifferentRows() {
    assertAsks(
        "Blog.objects.filter(entry__headline=\"x\").filter(entry__rating=3)",
        """
        SELECT "blog".*
        FROM "blog"
        INNER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        INNER JOIN "entry" "T3" ON ("blog"."id" = "T3"."blog_id")
        WHERE ("entry"."headline" = 'x' AND "T3"."rating" = 3)
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void toOneJoinsAreSharedByChainedFilters() {
    assertAsks(
        "Entry.objects.filter(blog__name=\"x\").filter(blog__tagline=\"y\")",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE ("blog"."name" = 'x' AND "blog"."tagline" = 'y')
        """);
  }

  @Test
  void anExclusionAcrossAToManyRelationIsASubquery() {
    assertAsks(
        "Blog.objects.exclude(entry__headline=\"x\")",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "entry" "U1" WHERE ("U1"."headline" = 'x' AND
          "U1"."blog_id" = ("blog"."id")) LIMIT 1))
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void twoExclusionsInOneCallNeedNotHoldOnOneRow() {
    assertAsks(
        "Blog.objects.exclude(entry__headline=\"x\", entry__rating=3)",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "entry" "U1" WHERE ("U1"."headline" = 'x' AND
          "U1"."blog_id" = ("blog"."id")) LIMIT 1) AND EXISTS(SELECT 1 AS "a" FROM "entry" "U1"
          WHERE ("U1"."rating" = 3 AND "U1"."blog_id" = ("blog"."id")) LIMIT 1))
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void anExclusionByRowsHoldsOnOneRow() {
    assertAsks(
        "Blog.objects.exclude(entry__in=Entry.objects.filter(headline=\"x\", rating=3))",
        """
        SELECT "blog".*
        FROM "blog"
        WHERE NOT (EXISTS(SELECT 1 AS "a" FROM "entry" "U1" WHERE ("U1"."id" IN (SELECT "V0"."id"
          FROM "entry" "V0" WHERE ("V0"."headline" = 'x' AND "V0"."rating" = 3)) AND
          "U1"."blog_id" = ("blog"."id")) LIMIT 1))
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void aJoinOfOneBranchKeepsRowsWithoutAPartner() {
    assertAsks(
        "Entry.objects.filter(Q(blog__name=\"x\") | Q(rating=1))",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE ("blog"."name" = 'x' OR "entry"."rating" = 1)
        """);
  }

  @Test
  void aJoinOfBothBranchesKeepsOnlyRowsWithAPartner() {
    assertAsks(
        "Entry.objects.filter(Q(blog__name=\"x\") | Q(blog__tagline=\"y\"))",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE ("blog"."name" = 'x' OR "blog"."tagline" = 'y')
        """);
  }

  @Test
  void aLaterConditionTakesRowsWithoutAPartnerAwayAgain() {
    assertAsks(
        "Entry.objects.filter(Q(blog__name=\"x\") | Q(rating=1)).filter(blog__name=\"y\")",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE (("blog"."name" = 'x' OR "entry"."rating" = 1) AND "blog"."name" = 'y')
        """);
  }

  @Test
  void isnullOfAForeignKeyNeedsNoJoin() {
    assertAsks(
        "Entry.objects.filter(blog__isnull=True)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" IS NULL
        """);
  }

  @Test
  void isnullOfAFieldBehindANullableKeyKeepsRowsWithoutAPartner() {
    assertAsks(
        "Entry.objects.filter(blog__name__isnull=True)",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE "blog"."name" IS NULL
        """);
  }

  @Test
  void isnullOfAReverseRelationFindsRowsWithoutAPartner() {
    assertAsks(
        "Blog.objects.filter(entry__isnull=True)",
        """
        SELECT "blog".*
        FROM "blog"
        LEFT OUTER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE "entry"."id" IS NULL
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void notIsnullOfAReverseRelationFindsRowsWithAPartner() {
    assertAsks(
        "Blog.objects.filter(entry__isnull=False)",
        """
        SELECT "blog".*
        FROM "blog"
        INNER JOIN "entry" ON ("blog"."id" = "entry"."blog_id")
        WHERE "entry"."id" IS NOT NULL
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void isnullTakesTrueAndFalseOnly() {
    assertRefuses(
        "Blog.objects.filter(entry__isnull=1)",
        "ValueError",
        "The QuerySet value for an isnull lookup must be True or False.");
  }

  @Test
  void theKeyOfAForwardRelationIsTheColumnItself() {
    assertAsks(
        "Entry.objects.filter(blog__id=3)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" = 3
        """);
  }

  @Test
  void aRelationIsItsColumn() {
    assertAsks(
        "Entry.objects.filter(blog=3)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."blog_id" = 3
        """);
  }

  @Test
  void theKeyOfAManyToManyRelationIsInTheJoinTable() {
    assertAsks(
        "Entry.objects.filter(authors__id=3)",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "entry_authors" ON ("entry"."id" = "entry_authors"."entry_id")
        WHERE "entry_authors"."author_id" = 3
        """);
  }

  @Test
  void aValueAcrossARelationUsesTheJoin() {
    assertAsks(
        "Entry.objects.filter(headline=F(\"blog__name\"))",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE "entry"."headline" = ("blog"."name")
        """);
  }

  @Test
  void aValueAcrossARelationIsComparedInAnExclusionToo() {
    assertAsks(
        "Entry.objects.exclude(headline=F(\"blog__name\"))",
        """
        SELECT "entry".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        WHERE NOT ("entry"."headline" = ("blog"."name") AND "entry"."headline" IS NOT NULL)
        """);
  }

  @Test
  void aFilteredRelationHasItsConditionInTheJoin() {
    assertAsks(
        "Blog.objects.annotate(fr=FilteredRelation(\"entry\", "
            + "condition=Q(entry__rating__gt=3))).filter(fr__headline=\"x\")",
        """
        SELECT "blog".*
        FROM "blog"
        INNER JOIN "entry" "fr" ON ("blog"."id" = "fr"."blog_id" AND ("fr"."rating" > 3))
        WHERE "fr"."headline" = 'x'
        ORDER BY "blog"."name" ASC
        """);
  }

  @Test
  void selectRelatedJoinsNullableKeysLoosely() {
    assertAsks(
        "Entry.objects.select_related(\"blog\")",
        """
        SELECT "entry".*, "blog".*
        FROM "entry"
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        """);
  }

  @Test
  void selectRelatedJoinsOtherKeysFirmly() {
    assertAsks(
        "Entry.objects.select_related(\"owner\")",
        """
        SELECT "entry".*, "author".*
        FROM "entry"
        INNER JOIN "author" ON ("entry"."owner_id" = "author"."id")
        """);
  }

  @Test
  void selectRelatedBelowALooseJoinIsLooseToo() {
    assertAsks(
        "Comment.objects.select_related(\"entry__blog\")",
        """
        SELECT "comment".*, "entry".*, "blog".*
        FROM "comment"
        INNER JOIN "entry" ON ("comment"."entry_id" = "entry"."id")
        LEFT OUTER JOIN "blog" ON ("entry"."blog_id" = "blog"."id")
        """);
  }

  @Test
  void selectRelatedTakesNoToManyRelation() {
    assertRefuses(
        "Entry.objects.select_related(\"authors\")",
        "FieldError",
        "Invalid field name(s) given in select_related: 'authors'. Choices are: blog, own" + "er");
  }

  @Test
  void selectRelatedTakesNoPlainField() {
    assertRefuses(
        "Entry.objects.select_related(\"headline\")",
        "FieldError",
        "Non-relational field given in select_related: 'headline'. Choices are: blog, own" + "er");
  }

  @Test
  void whatIsJoinedCannotBeDeferred() {
    assertRefuses(
        "Entry.objects.defer(\"blog\").select_related(\"blog\")",
        "FieldError",
        "Field Entry.blog cannot be both deferred and traversed using select_related at t"
            + "he same time.");
  }
}
