package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of the chain language's tables, in its canonical form: it is read, and written as it
/// stood.
public class ContractTest {

  /// Returns every row of the tables in its canonical form.
  public static String[] canonical() {
    return """
    Album.objects.all()
    Album.objects.none()
    Album.objects.filter(artist__name__istartswith="AC", title__contains="x")[:5]
    Album.objects.exclude(Q(title="x") | ~Q(artist__name="y"), pk__in=[1, 2]).reverse()
    Album.objects.filter(Q(a=1) & (Q(c=3) | Q(d=4)) ^ Q(e=5))
    Album.objects.filter(a="x", b=1, c=-1, d=1.5, e=Decimal("1.50"), f=True, g=False, h=None)
    Album.objects.filter(a="say \\"hi\\"", b="back\\\\slash\\n\\ttab", c="é 😀 '")
    Album.objects.filter(a=date(2005, 7, 28), b=datetime(2005, 7, 28, 12, 30, 45, 180))
    Album.objects.filter(a=time(12, 30), b=timedelta(days=1), c=timedelta(0))
    Album.objects.filter(a=datetime(2005, 7, 28, 12, 30, tzinfo=timezone.utc))
    Album.objects.filter(a=datetime(2005, 7, 28, 0, 0, tzinfo=timezone(timedelta(hours=-3, minutes=-30))))
    Album.objects.filter(a=b"\\x00\\xff", b=UUID("12345678-1234-5678-1234-567812345678"))
    Album.objects.filter(a__in=[1, 2], b__range=(1, 2), c__in={1, 2}, d={"a": 1}, e=(1,), f=[])
    Album.objects.filter(a=123456789012345678901234567890, b=1e+100, c=0.1, d=1e-07)
    Album.objects.filter(a=F("price") * 2 + 1, b=(F("x") - 1) / 2 % 3, c=F("x") ** -2, d=-F("x"))
    Album.objects.order_by("-title", "?", F("name").desc(nulls_last=True), F("x").asc())
    Album.objects.annotate(a=Lower("x"), b=Concat("x", Value(" "), "y"), c=Coalesce("x", Value(0)))
    Album.objects.annotate(a=Substr("x", 1, 2), b=Replace("x", Value("a"), Value("b")), c=Now())
    Album.objects.annotate(a=Round("x", 2), b=Greatest("x", "y"), c=Cast("x", IntegerField()))
    Album.objects.annotate(a=ExtractYear("d"), b=TruncMonth("d", output_field=DateField()))
    Album.objects.annotate(a=Trunc("d", "month", tzinfo=ZoneInfo("Europe/Berlin")))
    Album.objects.annotate(a=JSONObject(x="y", z=F("w")), b=ATan2("x", "y"), c=MD5("x"))
    Album.objects.annotate(Count("x"), n=Count("x", filter=Q(y__gt=1), distinct=True))
    Album.objects.annotate(a=StdDev("x", sample=True), b=Sum("x", default=Value(0)))
    Album.objects.annotate(a=StringAgg("x", Value(", "))).count()
    Album.objects.annotate(a=Case(When(Q(x=1), then=Value("y")), default=Value("z"), output_field=CharField(max_length=5)))
    Album.objects.annotate(a=Subquery(Track.objects.filter(album=OuterRef("pk")).values("name")[:1]))
    Album.objects.filter(Exists(Track.objects.filter(album=OuterRef("pk"))))
    Album.objects.filter(artist__in=Artist.objects.filter(name="x"))
    Album.objects.annotate(a=Window(expression=Rank(), partition_by=[F("x")], order_by=F("y").desc()))
    Album.objects.annotate(a=Window(expression=Sum("x"), order_by=["y", "-z"], frame=RowRange(start=-1, end=0, exclusion=WindowFrameExclusion.CURRENT_ROW)))
    Album.objects.annotate(a=F("x").bitand(1).bitor(F("y")), b=F("name")[2:5], c=F("name")[0])
    Album.objects.annotate(a=ExpressionWrapper(F("x") + 1, output_field=IntegerField()))
    Album.objects.annotate(a=RawSQL("x + %s", [1]), b=Func("x", function="ABS"), c=KT("x__y"))
    Album.objects.alias(a=FilteredRelation("track", condition=Q(track__x=1))).filter(a__y=2)
    Album.objects.prefetch_related("track_set", Prefetch("books", queryset=Book.objects.filter(x=1), to_attr="recent"))
    Album.objects.prefetch_related(GenericPrefetch("x", [Album.objects.all(), Track.objects.only("y")]))
    Album.objects.select_related("artist", "artist__label").select_related(None).select_related()
    Album.objects.values("a", "b__c", n=Count("x")).distinct()
    Album.objects.values_list("a", flat=True).distinct("a", "b")
    Album.objects.values_list("a", Lower("b"), named=True)
    Album.objects.dates("d", "year", order="DESC")
    Album.objects.datetimes("d", "hour", tzinfo=timezone.utc)
    Album.objects.extra(select={"a": "1"}, where=["b = %s"], params=[1], tables=["c"], order_by=["-a"], select_params=[2])
    Album.objects.defer("a").defer(None).only("b", "c")
    Album.objects.using("other").select_for_update(nowait=True, of=("self",), no_key=True)
    Album.objects.select_for_update(skip_locked=True).raw("select %s", [1], translations={"a": "b"})
    Album.objects.filter(a=1).union(Album.objects.filter(b=2), Album.objects.all(), all=True)
    Album.objects.intersection(Album.objects.all()).difference(Album.objects.all())
    Album.objects.filter(a=1) | Album.objects.filter(b=2) & Album.objects.all()
    (Album.objects.filter(a=1) | Album.objects.filter(b=2)).order_by("x")[:3]
    Album.objects.all()[0]
    Album.objects.get(pk=1)
    Album.objects.first()
    Album.objects.order_by("x").last()
    Album.objects.earliest("d", "-x")
    Album.objects.latest()
    Album.objects.count()
    Album.objects.filter(a=1).exists()
    Album.objects.contains(Album(pk=1))
    Album.objects.aggregate(Sum("x"), n=Count("*"), a=Avg(F("y") * 2))
    Album.objects.in_bulk()
    Album.objects.in_bulk([1, 2], field_name="slug")
    Album.objects.iterator(chunk_size=100)
    Album.objects.explain()
    Album.objects.explain(format="JSON", analyze=True)
    Album.objects.create(title="x", artist=Artist(pk=1))
    Album.objects.get_or_create(defaults={"title": "x"}, pk=1)
    Album.objects.update_or_create(defaults={"a": 1}, create_defaults={"b": 2}, pk=1)
    Album.objects.bulk_create([Album(title="x"), Album(title="y")], batch_size=100, ignore_conflicts=True)
    Album.objects.bulk_create([], update_conflicts=True, update_fields=["a"], unique_fields=["b"])
    Album.objects.bulk_update([Album(pk=1, title="x")], ["title"], batch_size=10)
    Album.objects.filter(a=1).update(title=Upper("title"), n=F("n") + 1)
    Album.objects.filter(a=1).delete()
    Album.objects.all().delete()
    Album.objects.filter(Q(("self", 1)), b=2)
    Album.objects.filter(**{"class": 1}, Größe__größer=2)\
    """
        .split("\n");
  }

  @ParameterizedTest
  @MethodSource("canonical")
  void theCanonicalFormIsReadAndWrittenAsItStands(String text) {
    assertThat(Printer.print(Parser.parse(text).chain())).isEqualTo(text);
  }

  static String[][] variants() {
    return new String[][] {
      {"Album.filter(title = 'x',)", "Album.objects.filter(title=\"x\")"},
      {"Album.objects.filter(a=1).all()[ : 5 ]", "Album.objects.filter(a=1).all()[:5]"},
      {"Album.objects.filter(models.Q(a=1))", "Album.objects.filter(a=1)"},
      {"Album.objects.values_list('a', flat=1)", "Album.objects.values_list(\"a\", flat=True)"},
      {
        "Album.objects.annotate(n=models.Count('x'), l=functions.Lower(models.F('y')))",
        "Album.objects.annotate(n=Count(\"x\"), l=Lower(F(\"y\")))"
      },
      {
        "Album.objects.annotate(n=django.db.models.functions.Lower('y'))",
        "Album.objects.annotate(n=Lower(\"y\"))"
      },
      {
        "Album.objects.filter(a=datetime.date(2005, 7, 28), b=datetime.datetime(2005, 7, 28))",
        "Album.objects.filter(a=date(2005, 7, 28), b=datetime(2005, 7, 28, 0, 0))"
      },
      {
        "Album.objects.filter(a=decimal.Decimal('1'), b=datetime.timedelta(1), c=uuid.UUID(hex="
            + "'{12345678123456781234567812345678}'))",
        "Album.objects.filter(a=Decimal(\"1\"), b=timedelta(days=1),"
            + " c=UUID(\"12345678-1234-5678-1234-567812345678\"))"
      },
      {
        "Album.objects.filter(a=datetime.datetime(2005,7,28,tzinfo=datetime.timezone.utc))",
        "Album.objects.filter(a=datetime(2005, 7, 28, 0, 0, tzinfo=timezone.utc))"
      },
      {
        "Album.objects.filter(a=datetime(2005, 7, 28, tzinfo=ZoneInfo('Europe/Berlin')))",
        "Album.objects.filter(a=datetime(2005, 7, 28, 0, 0, tzinfo=timezone(timedelta(hours=2))))"
      },
      {"Album.objects.using(alias='x')", "Album.objects.using(\"x\")"},
      {"Album.objects.dates(kind='year', field_name='d')", "Album.objects.dates(\"d\", \"year\")"},
      {"Album.objects.in_bulk(id_list=[1])", "Album.objects.in_bulk([1])"},
      {"Album.objects.iterator(5)", "Album.objects.iterator(chunk_size=5)"},
      {"Album.objects.filter(('a', 1))", "Album.objects.filter(a=1)"},
      {"Album.objects.filter(Q(a=1), Q(a=2), Q(b=3))", "Album.objects.filter(Q(a=1), a=2, b=3)"},
    };
  }

  @ParameterizedTest
  @MethodSource("variants")
  void otherSpellingsAreWrittenInTheCanonicalForm(String text, String canonical) {
    assertThat(Printer.print(Parser.parse(text).chain())).isEqualTo(canonical);
    assertThat(Printer.print(Parser.parse(canonical).chain())).isEqualTo(canonical);
  }
}
