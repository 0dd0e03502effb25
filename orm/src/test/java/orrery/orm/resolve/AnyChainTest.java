package orrery.orm.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orrery.orm.chain.Parser;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.orm.render.SqlWriter;

/// Whatever is asked of models, there is a plan that can be written, or an error that says why not.
class AnyChainTest {

  private static final List<String> MODELS = List.of("Blog", "Author", "Entry", "Comment");
  private static final List<String> NAMES =
      List.of(
          "id",
          "pk",
          "name",
          "entry",
          "blog",
          "blog_id",
          "owner",
          "owned",
          "authors",
          "headline",
          "pub",
          "rating",
          "price",
          "flag",
          "comment",
          "text",
          "n",
          "x",
          "nope",
          "");
  private static final List<String> ENDS =
      List.of(
          "",
          "",
          "",
          "__exact",
          "__in",
          "__range",
          "__isnull",
          "__gt",
          "__lte",
          "__contains",
          "__iregex",
          "__year",
          "__year__gt",
          "__week_day",
          "__date",
          "__nope",
          "__pk");
  private static final List<String> VALUES =
      List.of(
          "1",
          "-2.5",
          "\"x\"",
          "\"\"",
          "None",
          "True",
          "[1, None]",
          "[]",
          "(1, 2)",
          "[[1]]",
          "{\"a\": 1}",
          "b\"x\"",
          "date(2008, 2, 29)",
          "datetime(2008, 2, 29, 1, 2, 3, 4)",
          "timedelta(days=1)",
          "Decimal(\"1.5\")",
          "99999999999999999999",
          "F(\"rating\")",
          "F(\"blog__name\")",
          "OuterRef(\"pk\")",
          "Value(None)",
          "Entry.objects.values(\"rating\")",
          "Blog.objects.all()[:1]",
          "Entry.objects.none()");

  private static Arbitrary<String> paths() {
    return Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(3).map(n -> String.join("__", n));
  }

  private static Arbitrary<String> lookups() {
    return Combinators.combine(paths(), Arbitraries.of(ENDS), Arbitraries.of(VALUES))
        .as((path, end, value) -> path.isEmpty() ? "pk=1" : path + end + "=" + value);
  }

  private static Arbitrary<String> conditions() {
    return Combinators.combine(
            lookups(), lookups(), Arbitraries.of("%s", "~Q(%s)", "Q(%s) | Q(%s)", "Q(%s) ^ ~Q(%s)"))
        .as((one, other, form) -> form.formatted(one, other));
  }

  private static Arbitrary<String> expressions() {
    Arbitrary<String> forms =
        Arbitraries.of(
            "F(\"%s\")",
            "Count(\"%s\")",
            "Sum(\"%s\", filter=Q(%s))",
            "Avg(\"%s\", distinct=True, default=0)",
            "Coalesce(\"%s\", Value(1))",
            "F(\"%s\") * 2 + F(\"rating\")",
            "TruncMonth(\"%s\")",
            "ExtractYear(F(\"%s\"))",
            "Concat(\"%s\", Value(\"-\"), \"rating\")",
            "Case(When(Q(%2$s), then=F(\"%1$s\")), default=Value(None))",
            "Window(expression=Rank(), partition_by=[F(\"%s\")], order_by=\"-pk\")",
            "Window(expression=Lag(\"%s\"))",
            "Exists(Entry.objects.filter(%2$s))",
            "Subquery(Comment.objects.filter(entry=OuterRef(\"pk\")).values(\"%s\")[:1])",
            "Cast(\"%s\", IntegerField())",
            "Greatest(\"%s\", \"rating\")");
    return Combinators.combine(forms, paths(), lookups())
        .as((form, path, lookup) -> form.formatted(path.isEmpty() ? "pk" : path, lookup));
  }

  private static Arbitrary<String> steps() {
    Arbitrary<String> ofConditions =
        Combinators.combine(
                Arbitraries.of(".filter(%s)", ".exclude(%s)", ".get(%s)", ".complex_filter(Q(%s))"),
                conditions())
            .as(String::formatted);
    Arbitrary<String> ofExpressions =
        Combinators.combine(
                Arbitraries.of(
                    ".annotate(n=%s)",
                    ".annotate(%s)",
                    ".alias(x=%s)",
                    ".order_by(%s)",
                    ".values(n=%s)",
                    ".values_list(%s)",
                    ".aggregate(x=%s)"),
                expressions())
            .as(String::formatted);
    Arbitrary<String> ofPaths =
        Combinators.combine(
                Arbitraries.of(
                    ".order_by(\"%s\")",
                    ".order_by(\"-%s\")",
                    ".values(\"%s\")",
                    ".values_list(\"%s\", flat=True)",
                    ".select_related(\"%s\")",
                    ".prefetch_related(\"%s\")",
                    ".only(\"%s\")",
                    ".defer(\"%s\")",
                    ".distinct(\"%s\")",
                    ".dates(\"%s\", \"month\")",
                    ".datetimes(\"%s\", \"hour\")",
                    ".earliest(\"%s\")",
                    ".in_bulk(field_name=\"%s\")"),
                paths())
            .as(String::formatted);
    Arbitrary<String> plain =
        Arbitraries.of(
            ".all()",
            ".none()",
            ".distinct()",
            ".reverse()",
            ".count()",
            ".exists()",
            ".first()",
            ".last()",
            ".in_bulk([1, 2])",
            ".explain()",
            ".values()",
            ".select_related()",
            ".union(Entry.objects.filter(rating=1))",
            ".difference(Entry.objects.order_by(\"pk\")[:2])",
            ".intersection(Blog.objects.values(\"name\"))",
            "[1:5]",
            "[0]");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, ofConditions),
        net.jqwik.api.Tuple.of(3, ofExpressions),
        net.jqwik.api.Tuple.of(2, ofPaths),
        net.jqwik.api.Tuple.of(2, plain));
  }

  @Provide
  Arbitrary<String> chains() {
    return Combinators.combine(Arbitraries.of(MODELS), steps().list().ofMinSize(1).ofMaxSize(5))
        .as((model, steps) -> model + ".objects" + String.join("", steps));
  }

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void isPlannedAndWrittenOrRefusedInWords(@ForAll("chains") String text) {
    try {
      Chain chain = Parser.parse(text).chain();
      Plan plan = new Resolver(Blogs.MODELS).resolve(chain);
      assertThat(new SqlWriter(new SqliteDialect()).write(plan.statement()).text()).isNotBlank();
    } catch (OrmError e) {
      assertThat(e.sentence()).isNotBlank();
    }
  }
}
