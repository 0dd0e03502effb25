package orrery.orm.resolve;

import static orrery.orm.resolve.Told.assertAsks;
import static orrery.orm.resolve.Told.assertAsksNothing;
import static orrery.orm.resolve.Told.assertRefuses;

import org.junit.jupiter.api.Test;

/// Values of each type in conditions, as SQLite is asked.
class TypesTest {

  @Test
  void momentsAreTextWithMicrosecondsOnlyWhereThereAreAny() {
    assertAsks(
        "Entry.objects.filter(pub__in=[datetime(2005, 7, 28, 12, 30, 45, 180), datetime(2008, 12, 31)])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."pub" IN ('2005-07-28 12:30:45.000180', '2008-12-31 00:00:00')
        """);
  }

  @Test
  void aYearIsARange() {
    assertAsks(
        "Entry.objects.filter(pub__year=2008)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."pub" BETWEEN '2008-01-01 00:00:00' AND '2008-12-31 23:59:59.999999'
        """);
  }

  @Test
  void afterAYearIsAfterItsLastMoment() {
    assertAsks(
        "Entry.objects.filter(pub__year__gt=2008)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."pub" > '2008-12-31 23:59:59.999999'
        """);
  }

  @Test
  void fromAYearOnIsFromItsFirstMoment() {
    assertAsks(
        "Entry.objects.filter(pub__year__gte=2008)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."pub" >= '2008-01-01 00:00:00'
        """);
  }

  @Test
  void anIsoYearStartsWithItsFirstWeek() {
    assertAsks(
        "Entry.objects.filter(pub__iso_year=2008)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."pub" BETWEEN '2007-12-31 00:00:00' AND '2008-12-28 23:59:59.999999'
        """);
  }

  @Test
  void oneOfSeveralYearsIsAskedOfAFunction() {
    assertAsks(
        "Entry.objects.filter(pub__year__in=[2005, 2008])",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE django_datetime_extract('year', "entry"."pub", NULL, NULL) IN (2005, 2008)
        """);
  }

  @Test
  void aDayOfTheWeekIsAskedOfAFunction() {
    assertAsks(
        "Entry.objects.filter(pub__week_day=5)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE django_datetime_extract('week_day', "entry"."pub", NULL, NULL) = 5
        """);
  }

  @Test
  void theDatesOfAField() {
    assertAsks(
        "Entry.objects.dates(\"pub\", \"month\")",
        """
        SELECT DISTINCT django_date_trunc('month', "entry"."pub", NULL, NULL) AS "datefield"
        FROM "entry"
        WHERE "entry"."pub" IS NOT NULL
        ORDER BY 1 ASC
        """);
  }

  @Test
  void theMomentsOfAFieldBackwards() {
    assertAsks(
        "Entry.objects.datetimes(\"pub\", \"hour\", order=\"DESC\")",
        """
        SELECT DISTINCT django_datetime_trunc('hour', "entry"."pub", NULL, NULL) AS
          "datetimefield"
        FROM "entry"
        WHERE "entry"."pub" IS NOT NULL
        ORDER BY 1 DESC
        """);
  }

  @Test
  void aKindOfDateThatThereIsNot() {
    assertRefuses(
        "Entry.objects.dates(\"pub\", \"hour\")",
        "ValueError",
        "'kind' must be one of 'year', 'month', 'week', or 'day'.");
  }

  @Test
  void aSearchedTextIsEscaped() {
    assertAsks(
        "Entry.objects.filter(headline__contains=\"100%_\\\\\")",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."headline" LIKE '%100\\%\\_\\\\%' ESCAPE '\\'
        """);
  }

  @Test
  void aSearchedExpressionIsEscapedByTheDatabase() {
    assertAsks(
        "Entry.objects.filter(headline__startswith=F(\"owner__name\"))",
        """
        SELECT "entry".*
        FROM "entry"
        INNER JOIN "author" ON ("entry"."owner_id" = "author"."id")
        WHERE "entry"."headline" LIKE REPLACE(REPLACE(REPLACE("author"."name", '\\', '\\\\'), '%',
          '\\%'), '_', '\\_') || '%' ESCAPE '\\'
        """);
  }

  @Test
  void aRegularExpression() {
    assertAsks(
        "Entry.objects.filter(headline__iregex=\"^x\")",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."headline" REGEXP '(?i)' || '^x'
        """);
  }

  @Test
  void arithmeticOfDecimalsIsANumber() {
    assertAsks(
        "Entry.objects.annotate(double=F(\"price\") * 2).values(\"double\")",
        """
        SELECT CAST(("entry"."price" * 2) AS NUMERIC) AS "double"
        FROM "entry"
        """);
  }

  @Test
  void wholeNumbersAreDividedAsTheDatabaseDoes() {
    assertAsks(
        "Entry.objects.annotate(half=F(\"rating\") / 2).values(\"half\")",
        """
        SELECT ("entry"."rating" / 2) AS "half"
        FROM "entry"
        """);
  }

  @Test
  void aNumberOutsideOfAllColumnsEqualsNothing() {
    assertAsksNothing("Entry.objects.filter(rating=99999999999999999999)");
  }

  @Test
  void everyNumberIsLessThanOneOutsideOfAllColumns() {
    assertAsks(
        "Entry.objects.filter(rating__lt=99999999999999999999)",
        """
        SELECT "entry".*
        FROM "entry"
        """);
  }

  @Test
  void aFractionIsRoundedUpForAWholeNumber() {
    assertAsks(
        "Entry.objects.filter(rating__gte=1.5)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."rating" >= 2
        """);
  }

  @Test
  void truthIsANumber() {
    assertAsks(
        "Entry.objects.filter(flag=True)",
        """
        SELECT "entry".*
        FROM "entry"
        WHERE "entry"."flag" = 1
        """);
  }

  @Test
  void joinedTextsHaveNoNull() {
    assertAsks(
        "Entry.objects.annotate(t=Concat(\"headline\", Value(\"!\"))).values(\"t\")",
        """
        SELECT (COALESCE("entry"."headline", '') || '!') AS "t"
        FROM "entry"
        """);
  }

  @Test
  void aNameThatDoesNotExist() {
    assertRefuses(
        "Entry.objects.filter(nope=1)",
        "FieldError",
        "Cannot resolve keyword 'nope' into field. Choices are: authors, blog, blog_id, c"
            + "omment, flag, headline, id, owner, owner_id, price, pub, rating");
  }

  @Test
  void aLookupThatDoesNotExist() {
    assertRefuses(
        "Entry.objects.filter(headline__nope=\"x\")",
        "FieldError",
        "Unsupported lookup 'nope' for CharField or join on the field not permitted.");
  }

  @Test
  void aTextThatIsNoNumber() {
    assertRefuses(
        "Entry.objects.filter(rating=\"abc\")",
        "ValueError",
        "Field 'rating' expected a number but got 'abc'.");
  }
}
