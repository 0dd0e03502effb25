package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.query.Chain;

class CopyAsTest {

  private static Chain chain(String text) {
    return Parser.parse(text).chain();
  }

  @Test
  void pythonImportsWhatItNamesPythonsOwnFirst() {
    assertThat(
            CopyAs.django(
                chain(
                    "Invoice.objects.filter(Q(total__gt=Decimal('1')) | Q(total=0),"
                        + " invoice_date__gte=datetime(2021, 1, 2)).annotate(m=TruncMonth('invoice_date'),"
                        + " n=Count('invoiceline')).count()")))
        .isEqualTo(
            """
            from datetime import datetime
            from decimal import Decimal
            from django.db.models import Count, Q
            from django.db.models.functions import TruncMonth
            from app.models import Invoice

            (
                Invoice.objects.filter(
                    Q(total__gt=Decimal("1")) | Q(total=0),
                    invoice_date__gte=datetime(2021, 1, 2, 0, 0),
                )
                .annotate(m=TruncMonth("invoice_date"), n=Count("invoiceline"))
                .count()
            )
            """);
  }

  @Test
  void whatStandsInTextsAndKeywordsIsNotImported() {
    assertThat(
            CopyAs.django(chain("Album.objects.filter(Count='Q(x=F())', title__contains='Sum')")))
        .startsWith("from app.models import Album\n\nAlbum");
  }

  @Test
  void everyModelOfSubqueriesAndNewObjectsIsImported() {
    assertThat(
            CopyAs.django(
                chain(
                    "Album.objects.filter(artist__in=Artist.objects.filter("
                        + "Exists(Track.objects.filter(album=OuterRef('pk')))), x=Genre(pk=1))")))
        .contains(
            "from django.db.models import Exists, OuterRef\n",
            "from app.models import Album, Artist, Genre, Track\n");
  }

  @Test
  void aModelCalledLikeAFunctionGetsAnotherNameWhereBothAreMeant() {
    assertThat(CopyAs.django(chain("Count.objects.annotate(n=Count('value'))")))
        .isEqualTo(
            """
            from django.db.models import Count
            from app.models import Count as CountModel

            CountModel.objects.annotate(n=Count("value"))
            """);
    assertThat(CopyAs.django(chain("Count.objects.count()")))
        .isEqualTo("from app.models import Count\n\nCount.objects.count()\n");
  }

  @Test
  void javaIsAStatementWithItsImports() {
    assertThat(
            CopyAs.java(
                chain(
                    "Album.objects.filter(Q(title='a') | ~Q(pk=1), artist__name='AC/DC')"
                        + ".annotate(n=Count('track', distinct=True)).order_by('-n')[:5]")))
        .isEqualTo(
            """
            import orrery.orm.Aggregates;
            import orrery.orm.Q;

            var result =
                orm.objects("Album").filter(Q.of("title", "a").or(Q.of("pk", 1).not()), "artist__name", "AC/DC")
                    .annotate("n", Aggregates.count("track").distinct())
                    .orderBy("-n")
                    .slice(0, 5);
            """);
    assertThat(CopyAs.java(chain("Album.objects.count()")))
        .isEqualTo("var result = orm.objects(\"Album\").count();\n");
  }

  @Test
  void sqlHasItsValuesBehindItOrInPlace() throws IOException {
    try (OpenDatabase open = OpenDatabase.open(Chinook.copy().toString(), false)) {
      Preview one = open.runner().preview("Genre.objects.filter(name=\"it's\", pk__gt=3).count()");
      String where =
          "FROM \"Genre\" WHERE (\"Genre\".\"Name\" = %s AND \"Genre\".\"GenreId\" > %s);\n";
      assertThat(CopyAs.sqlWithParameters(one, open.database().dialect()))
          .endsWith(where.formatted("?", "?") + "-- Parameters: 'it''s', 3\n");
      assertThat(CopyAs.sqlWithValues(one, open.database().dialect()))
          .endsWith(where.formatted("'it''s'", "3"));
      Preview two = open.runner().preview("Album.objects.prefetch_related('track_set')");
      assertThat(CopyAs.sqlWithValues(two, open.database().dialect()))
          .contains("-- asked\nSELECT", ";\n\n-- prefetch of track_set\nSELECT");
    }
  }
}
