package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orrery.orm.EmptyQuerySet;
import orrery.orm.Manager;
import orrery.orm.QuerySet;
import orrery.orm.Source;
import orrery.orm.error.AttributeError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.seeds.BasicModels.Article;
import orrery.orm.seeds.BasicModels.NoHash;
import orrery.orm.seeds.BasicModels.ParentHash;
import orrery.orm.seeds.BasicModels.SelfRef;

/// Django's `basic.ModelTest`.
class ModelTest extends BasicCase {

  private static final LocalDateTime SECONDS = LocalDateTime.of(2005, 7, 31, 12, 30, 45);
  private static final LocalDateTime END_OF_2008 =
      LocalDateTime.of(2008, 12, 31, 23, 59, 59, 999_999_000);

  /// A text that is known only when it is asked for, like a translation.
  private record LazyText(Supplier<String> text) implements CharSequence {
    @Override
    public int length() {
      return text.get().length();
    }

    @Override
    public char charAt(int index) {
      return text.get().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.get().subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.get();
    }
  }

  private static final class CustomQuerySet extends QuerySet<Article> {
    CustomQuerySet(Source<Article> source) {
      super(source);
    }

    String doSomething() {
      return "did something";
    }
  }

  @Test
  void testObjectsAttributeIsOnlyAvailableOnTheClassItself() {
    Article article = articles.make();
    assertThatThrownBy(() -> article.get("objects"))
        .isInstanceOf(AttributeError.class)
        .hasMessage("Manager isn't accessible via Article instances");
    assertThat(articles.make().has("objects")).isFalse();
    assertThat(orm.objects(Article.class)).isInstanceOf(Manager.class);
  }

  @Test
  void testQuerysetDeleteRemovesAllItemsInThatQueryset() {
    LocalDateTime somePubDate = LocalDateTime.of(2014, 5, 16, 12, 1);
    for (String headline :
        List.of("An article", "Article One", "Amazing article", "Boring article")) {
      saved("headline", headline, "pub_date", somePubDate);
    }
    assertThat(reprs(articles.all().orderBy("headline")))
        .containsExactly(
            "<Article: Amazing article>",
            "<Article: An article>",
            "<Article: Article One>",
            "<Article: Boring article>");
    articles.filter("headline__startswith", "A").delete();
    assertThat(reprs(articles.all().orderBy("headline")))
        .containsExactly("<Article: Boring article>");
  }

  @Test
  void testNotEqualAndEqualOperatorsBehaveAsExpectedOnInstances() {
    LocalDateTime somePubDate = LocalDateTime.of(2014, 5, 16, 12, 1);
    Article a1 = articles.create("headline", "First", "pub_date", somePubDate);
    Article a2 = articles.create("headline", "Second", "pub_date", somePubDate);
    assertThat(a1).isNotEqualTo(a2);
    assertThat(a1).isEqualTo(articles.get("id__exact", a1.id()));
    assertThat(articles.get("id__exact", a1.id())).isNotEqualTo(articles.get("id__exact", a2.id()));
  }

  @Test
  void testMicrosecondPrecision() {
    LocalDateTime precise = SECONDS.plusNanos(180_000);
    Article a9 = saved("headline", "Article 9", "pub_date", precise);
    assertThat(articles.get("pk", a9.pk()).pubDate()).isEqualTo(precise);
  }

  @Test
  void testManuallySpecifyPrimaryKey() {
    saved("id", 101, "headline", "Article 101", "pub_date", SECONDS);
    assertThat(articles.get("pk", 101).headline()).isEqualTo("Article 101");
  }

  @Test
  void testCreateMethod() {
    Article a10 = articles.create("headline", "Article 10", "pub_date", SECONDS);
    assertThat(articles.get("headline", "Article 10")).isEqualTo(a10);
  }

  @Test
  void testYearLookupEdgeCase() {
    articles.create("headline", "Article 11", "pub_date", day(2008, 1, 1));
    articles.create("headline", "Article 12", "pub_date", END_OF_2008);
    assertThat(reprs(articles.filter("pub_date__year", 2008)))
        .containsExactly("<Article: Article 11>", "<Article: Article 12>");
  }

  @Test
  void testUnicodeData() {
    Article a = saved("headline", "\u6797\u539f \u3081\u3050\u307f", "pub_date", day(2005, 7, 28));
    assertThat(articles.get("pk", a.id()).headline()).isEqualTo("\u6797\u539f \u3081\u3050\u307f");
  }

  @Test
  void testHashFunction() {
    Article a10 = articles.create("headline", "Article 10", "pub_date", SECONDS);
    Article a11 = articles.create("headline", "Article 11", "pub_date", day(2008, 1, 1));
    Article a12 = articles.create("headline", "Article 12", "pub_date", END_OF_2008);
    Set<Article> s = new HashSet<>(List.of(a10, a11, a12));
    assertThat(s.contains(articles.get("headline", "Article 11"))).isTrue();
  }

  private void bulkCreateThree() {
    articles.bulkCreate(
        List.of(
            articles.make("headline", "Article 10", "pub_date", SECONDS),
            articles.make("headline", "Article 11", "pub_date", day(2008, 1, 1)),
            articles.make("headline", "Article 12", "pub_date", END_OF_2008)));
  }

  @Test
  void testExtraMethodSelectArgumentWithDashesAndValues() {
    bulkCreateThree();
    QuerySet<Map<String, @Nullable Object>> dicts =
        articles
            .filter("pub_date__year", 2008)
            .extra("select", Map.of("dashed-value", "1"))
            .values("headline", "dashed-value");
    assertThat(dicts.list())
        .containsExactly(
            Map.of("dashed-value", 1L, "headline", "Article 11"),
            Map.of("dashed-value", 1L, "headline", "Article 12"));
  }

  @Test
  void testExtraMethodSelectArgumentWithDashes() {
    bulkCreateThree();
    QuerySet<Article> found =
        articles
            .filter("pub_date__year", 2008)
            .extra("select", Map.of("dashed-value", "1", "undashedvalue", "2"));
    assertThat(found.at(0).get("undashedvalue")).isEqualTo(2L);
  }

  @Test
  void testCreateRelationWithGettextLazy() {
    String notlazy = "test";
    LazyText lazy = new LazyText(() -> notlazy);
    articles.create("headline", lazy, "pub_date", now());
    Article article = articles.get();
    assertThat(article.headline()).isEqualTo(notlazy);
    article.set("headline", lazy);
    article.save();
    assertThat(article.headline()).isEqualTo(notlazy);
    articles.update("headline", lazy);
    article = articles.get();
    assertThat(article.headline()).isEqualTo(notlazy);
    articles.all().delete();
    articles.bulkCreate(List.of(articles.make("headline", lazy, "pub_date", now())));
    article = articles.get();
    assertThat(article.headline()).isEqualTo(notlazy);
  }

  @Test
  void testEmptyqs() {
    assertThatThrownBy(EmptyQuerySet::new)
        .isInstanceOf(TypeError.class)
        .hasMessage("EmptyQuerySet can't be instantiated");
    assertThat(EmptyQuerySet.isInstance(articles.none())).isTrue();
    assertThat(EmptyQuerySet.isInstance("")).isFalse();
  }

  @Test
  void testEmptyqsValues() {
    articles.create("headline", "foo", "pub_date", now());
    seeds.assertNumQueries(
        0,
        () -> {
          QuerySet<List<@Nullable Object>> qs = articles.none().valuesList("pk");
          assertThat(EmptyQuerySet.isInstance(qs)).isTrue();
          assertThat(qs.size()).isZero();
        });
  }

  @Test
  void testEmptyqsCustomqs() {
    articles.create("headline", "foo", "pub_date", now());
    QuerySet<Article> qs = articles.all().as(CustomQuerySet::new).none();
    seeds.assertNumQueries(0, () -> assertThat(qs.size()).isZero());
    assertThat(EmptyQuerySet.isInstance(qs)).isTrue();
    assertThat(((CustomQuerySet) qs).doSomething()).isEqualTo("did something");
  }

  @Test
  void testEmptyqsValuesOrder() {
    articles.create("headline", "foo", "pub_date", now());
    seeds.assertNumQueries(
        0, () -> assertThat(articles.none().valuesList("id").orderBy("id").size()).isZero());
    seeds.assertNumQueries(
        0,
        () ->
            assertThat(articles.none().filter("id__in", articles.valuesFlat("id")).size())
                .isZero());
  }

  @Test
  void testEmptyqsDistinct() {
    articles.create("headline", "foo", "pub_date", now());
    seeds.assertNumQueries(
        0, () -> assertThat(articles.none().distinct("headline", "pub_date").size()).isZero());
  }

  @Test
  void testTicket20278() {
    SelfRef sr = selfRefs.create();
    assertThatThrownBy(() -> selfRefs.get("selfref", sr)).isInstanceOf(ObjectDoesNotExist.class);
  }

  @Test
  @SuppressWarnings("EqualsIncompatibleType")
  void testEq() {
    assertThat(articles.make("id", 1)).isEqualTo(articles.make("id", 1));
    assertThat(articles.make("id", 1)).isNotEqualTo(new Object());
    assertThat(new Object()).isNotEqualTo(articles.make("id", 1));
    Article a = articles.make();
    assertThat(a.equals(a)).isTrue();
    assertThat(articles.make().equals(a)).isFalse();
  }

  @Test
  void testHash() {
    assertThat(articles.make("id", 1).hashCode()).isEqualTo(Long.hashCode(1));
    Article unsaved = articles.make();
    assertThatThrownBy(unsaved::hashCode)
        .isInstanceOf(TypeError.class)
        .hasMessage("Model instances without primary key value are unhashable");
  }

  @Test
  void testMissingHashNotInherited() {
    NoHash noHash = orm.objects(NoHash.class).make("id", 1);
    assertThatThrownBy(noHash::hashCode)
        .isInstanceOf(TypeError.class)
        .hasMessage("unhashable type: 'NoHash'");
  }

  @Test
  void testSpecifiedParentHashInherited() {
    assertThat(orm.objects(ParentHash.class).make("id", 1).hashCode()).isEqualTo(1);
  }

  @Test
  void testDeleteAndAccessField() {
    LocalDateTime pubDate = now();
    Article article = articles.create("headline", "foo", "pub_date", pubDate);
    LocalDateTime newPubDate = Objects.requireNonNull(article.pubDate()).plusDays(10);
    article.set("headline", "bar");
    article.set("pub_date", newPubDate);
    article.unset("headline");
    seeds.assertNumQueries(1, () -> assertThat(article.headline()).isEqualTo("foo"));
    assertThat(article.pubDate()).isEqualTo(newPubDate);
  }
}
