package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.chain.ContractTest;
import orrery.orm.chain.Nodes;
import orrery.orm.chain.Parser;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;
import orrery.orm.export.Compiled;
import orrery.orm.query.Chain;

/// A chain copied as Java compiles, and sends the same statements as the chain.
class CopyAsJavaTest {

  /// Every method and kind of expression that can be asked of SQLite.
  private static final String CHAINS =
      """
      Album.objects.all()
      Album.objects.none()
      Album.objects.filter(artist__name="AC/DC", title__contains="x\\"\\\\\\n")[:5]
      Album.objects.filter(pk__in=[1, 2, 3], title__isnull=False).exclude(artist=None).reverse()
      Album.objects.exclude(Q(title="x") | ~Q(artist__name="y"), pk__in={1, 2})
      Album.objects.filter(Q(title="a") & (Q(pk=3) | Q(pk=4)) ^ Q(artist__pk=5))
      Album.objects.filter(Q(title="a"), Q(title="b"), pk__range=(1, 5))
      Album.objects.filter(pk=5000000000)[3:]
      Track.objects.filter(unit_price__gt=Decimal("0.99"), milliseconds__lt=1.5e5).count()
      Track.objects.filter(milliseconds__gt=F("bytes") / 100 - 1, bytes=None).exists()
      Track.objects.annotate(x=1 - F("unit_price") * 2, y=-F("bytes"), z=F("bytes").bitand(255)).values("x", "y", "z")[:3]
      Track.objects.annotate(x=F("bytes") ** 2, y=F("bytes") % 7, z=F("name")[2:5]).values_list("x", "y", "z")[:2]
      Track.objects.order_by("-name", F("composer").desc(nulls_last=True), Lower("name").asc())[:4]
      Track.objects.annotate(a=Concat("name", Value(" "), "composer"), b=Coalesce("composer", Value("?")), c=Length("name")).values_list("a", "b", "c")[:2]
      Track.objects.annotate(a=Substr("name", 1, 2), b=Replace("name", Value("a"), Value("b")), c=Cast("bytes", CharField(max_length=20))).values("a", "b", "c")[:2]
      Track.objects.values("name", u=Upper("name"))[:2]
      Track.objects.values(big=Q(bytes__gt=100))[:2]
      Track.objects.values_list("name", flat=True)[:2]
      Track.objects.values_list("name", Lower("name"), named=True)[:2]
      Genre.objects.annotate(Count("track"), n=Count("track", filter=Q(track__bytes__gt=1), distinct=True)).order_by("-n")
      Genre.objects.annotate(n=Sum("track__bytes", default=0), m=Max("track__name")).filter(n__gt=10)
      Genre.objects.annotate(kind=Case(When(Q(name__startswith="R"), then=Value("r")), When(pk=2, then=Value("j")), default=Value("o"), output_field=CharField()))
      Genre.objects.annotate(kind=Case(When(pk=2, then=Value(1)), output_field=IntegerField())).order_by("kind")
      Artist.objects.annotate(last=Subquery(Album.objects.filter(artist=OuterRef("pk")).order_by("-pk").values("title")[:1])).values("name", "last")[:3]
      Artist.objects.filter(Exists(Album.objects.filter(artist=OuterRef("pk"), title__startswith="A")))
      Artist.objects.filter(~Exists(Album.objects.filter(artist=OuterRef("pk")))).count()
      Artist.objects.filter(Exists(Album.objects.filter(Exists(Track.objects.filter(album=OuterRef("pk"), composer=OuterRef(OuterRef("name")))), artist=OuterRef("pk"))))
      Album.objects.filter(artist__in=Artist.objects.filter(name__startswith="A"))
      Track.objects.annotate(r=Window(expression=RowNumber(), partition_by=[F("album")], order_by=F("bytes").desc())).values("r")[:3]
      Track.objects.annotate(r=Window(expression=Sum("bytes"), order_by=["album", "-pk"], frame=RowRange(start=-1, end=0))).values("r")[:3]
      Track.objects.annotate(r=Window(expression=Lag("bytes", offset=2), order_by="pk")).values_list("r", flat=True)[:3]
      Album.objects.alias(long=FilteredRelation("track", condition=Q(track__milliseconds__gt=300000))).filter(long__name__startswith="A").distinct()
      Album.objects.prefetch_related("track_set", Prefetch("track_set", queryset=Track.objects.filter(bytes__gt=1000), to_attr="big"))[:2]
      Album.objects.prefetch_related(Prefetch("track_set", to_attr="all_tracks")).filter(pk__lt=3)
      Album.objects.prefetch_related("track_set").prefetch_related(None)[:2]
      Track.objects.select_related("album__artist", "genre")[:2]
      Track.objects.select_related("album").select_related(None)[:2]
      Track.objects.select_related("album").defer("name", "album__title").defer(None)[:2]
      Track.objects.only("name")[:1]
      Invoice.objects.dates("invoice_date", "month", order="DESC")
      Invoice.objects.datetimes("invoice_date", "day")
      Invoice.objects.datetimes("invoice_date", "hour", tzinfo=timezone.utc)
      Invoice.objects.filter(invoice_date__gte=datetime(2021, 1, 2, 3, 4, 5, 600), invoice_date__date=date(2021, 1, 3))
      Invoice.objects.annotate(y=ExtractYear("invoice_date"), m=TruncMonth("invoice_date", output_field=DateField())).values("y", "m").distinct()
      Invoice.objects.annotate(later=F("invoice_date") + timedelta(days=1, microseconds=5)).values("later")[:1]
      Invoice.objects.filter(invoice_date__time__gt=time(12, 30)).count()
      Genre.objects.extra(select={"up": "upper(name)"}, where=["name <> %s"], params=["x"], order_by=["-up"])
      Genre.objects.extra(select={"a": "1", "b": "2"}, select_params=[])
      Genre.objects.raw("SELECT * FROM Genre WHERE GenreId < %s", [3])
      Genre.objects.raw("SELECT GenreId AS k, Name FROM Genre", translations={"k": "genre_id"})
      Genre.objects.filter(pk=1).union(Genre.objects.filter(pk=2), Genre.objects.filter(pk=3), all=True)
      Genre.objects.filter(pk__lt=5).intersection(Genre.objects.filter(pk__gt=2)).order_by("-pk")
      Genre.objects.all().difference(Genre.objects.filter(pk__gt=2))
      Genre.objects.filter(pk=1) | Genre.objects.filter(pk=2) & Genre.objects.all()
      (Genre.objects.filter(pk=1) | Genre.objects.filter(pk=2)).order_by("name")[:3]
      Genre.objects.all() ^ Genre.objects.filter(pk=2)
      Genre.objects.using("default").select_for_update()
      Genre.objects.order_by("name")[3]
      Genre.objects.get(pk=1)
      Genre.objects.first()
      Genre.objects.order_by("name").last()
      Genre.objects.earliest("name", "-pk")
      Genre.objects.latest("pk")
      Genre.objects.contains(Genre(pk=1))
      Album.objects.filter(artist=Artist(pk=1)).count()
      Track.objects.aggregate(Sum("bytes"), n=Count("*"), a=Avg(F("bytes") * 2), v=Variance("bytes", sample=True))
      Genre.objects.in_bulk()
      Genre.objects.in_bulk([1, 2])
      Genre.objects.in_bulk([1], field_name="genre_id")
      Genre.objects.iterator(chunk_size=10)
      Genre.objects.iterator()
      Genre.objects.explain()
      PlaylistTrack.objects.filter(pk=(1, 2))
      PlaylistTrack.objects.filter(pk__in=[(1, 2), (1, 3)]).values_list("pk", flat=True)
      Genre.objects.create(name="New", genre_id=100)
      Genre.objects.get_or_create(defaults={"name": "Other"}, genre_id=101)
      Genre.objects.update_or_create(defaults={"name": "Another"}, genre_id=101)
      Genre.objects.update_or_create(defaults={"name": "A"}, create_defaults={"name": None}, genre_id=102)
      Genre.objects.bulk_create([Genre(genre_id=103, name="x"), Genre(genre_id=104, name=None)], batch_size=1)
      Genre.objects.bulk_update([Genre(pk=103, name="y")], ["name"], batch_size=10)
      Genre.objects.filter(genre_id__gt=99).update(name=Upper("name"))
      Genre.objects.filter(genre_id__gt=99).delete()
      """;

  @TempDir static Path folder;
  private static OpenDatabase open;

  @BeforeAll
  static void open() throws IOException {
    open = OpenDatabase.open(Chinook.copyTo(folder).toString(), true);
  }

  @AfterAll
  static void close() {
    open.close();
  }

  private static List<Chain> chains(String... texts) {
    return Arrays.stream(texts).map(text -> Parser.parse(text.strip()).chain()).toList();
  }

  /// Compiles a class with a method for each chain.
  private static Class<?> compiled(Path folder, List<Chain> chains)
      throws ReflectiveOperationException {
    Set<String> imports = new TreeSet<>(List.of("import orrery.orm.Orm;"));
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < chains.size(); i++) {
      String source = CopyAs.java(chains.get(i));
      source.lines().filter(line -> line.startsWith("import ")).forEach(imports::add);
      String statement = source.substring(source.indexOf("var result"));
      methods.append(
          "  static Object ask%d(Orm orm) {\n%s    return result;\n  }\n".formatted(i, statement));
    }
    return Compiled.of(
        folder, "Copied", String.join("\n", imports) + "\nclass Copied {\n" + methods + "}\n");
  }

  @Test
  void whatIsCopiedSendsTheSameStatements() throws ReflectiveOperationException {
    List<Chain> chains = chains(CHAINS.split("\n"));
    Class<?> copied = compiled(folder, chains);
    List<Executable> all = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = chains.get(i);
      Method method = copied.getDeclaredMethod("ask" + i, Orm.class);
      method.setAccessible(true);
      all.add(() ->
          assertThat(sent(() -> finish(method.invoke(null, open.orm()))))
              .as(CopyAs.java(chain))
              .isEqualTo(sent(() -> open.runner().run(chain))));
    }
    assertAll(all);
  }

  private interface Asking {
    void run() throws ReflectiveOperationException;
  }

  /// Returns what is sent, in a transaction that is taken back so that both find the same rows.
  private static List<String> sent(Asking asking) throws ReflectiveOperationException {
    List<String> statements = new ArrayList<>();
    try (QueryLog.Capture capture = open.log().capture()) {
      open.database()
          .<ReflectiveOperationException>atomically(() -> {
            asking.run();
            open.database().setRollback(true);
          });
      for (Entry entry : capture.entries()) {
        statements.add(entry.sql().text() + " " + entry.sql().bindings());
      }
    }
    return statements;
  }

  private static void finish(Object result) {
    switch (result) {
      case QuerySet<?> rows -> assertThat(rows.list()).isNotNull();
      case Iterator<?> rows -> rows.forEachRemaining(row -> assertThat(row).isNotNull());
      case null, default -> {}
    }
  }

  @Test
  void everyRowOfTheContractCompiles() throws ReflectiveOperationException {
    assertThat(compiled(folder, chains(ContractTest.canonical())).getDeclaredMethods())
        .hasSize(ContractTest.canonical().length);
  }

  @Provide
  Arbitrary<List<Chain>> lists() {
    return Nodes.chains().list().ofSize(60);
  }

  @Property(tries = 4, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anyChainCompiles(@ForAll("lists") List<Chain> chains)
      throws IOException, ReflectiveOperationException {
    Path there = java.nio.file.Files.createTempDirectory("copied");
    try {
      assertThat(compiled(there, chains).getDeclaredMethods()).hasSize(chains.size());
    } finally {
      java.nio.file.Files.deleteIfExists(there.resolve("Copied.class"));
      java.nio.file.Files.deleteIfExists(there);
    }
  }
}
