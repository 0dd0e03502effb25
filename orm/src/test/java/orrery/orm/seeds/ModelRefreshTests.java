package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.seeds.BasicModels.Article;
import orrery.orm.seeds.BasicModels.SelfRef;

/// Django's `basic.ModelRefreshTests`.
class ModelRefreshTests extends BasicCase {

  @Test
  void testRefresh() {
    Article a = articles.create("pub_date", now());
    articles.create("pub_date", now());
    articles.filter("pk", a.pk()).update("headline", "new headline");
    seeds.assertNumQueries(
        1,
        () -> {
          a.refreshFromDb();
          assertThat(a.headline()).isEqualTo("new headline");
        });
    LocalDateTime origPubDate = Objects.requireNonNull(a.pubDate());
    LocalDateTime newPubDate = origPubDate.plusDays(10);
    articles.update("headline", "new headline 2", "pub_date", newPubDate);
    seeds.assertNumQueries(
        1,
        () -> {
          a.refreshFromDb(List.of("headline"));
          assertThat(a.headline()).isEqualTo("new headline 2");
          assertThat(a.pubDate()).isEqualTo(origPubDate);
        });
    seeds.assertNumQueries(
        1,
        () -> {
          a.refreshFromDb();
          assertThat(a.pubDate()).isEqualTo(newPubDate);
        });
  }

  @Test
  void testUnknownKwarg() {
    SelfRef s = selfRefs.create();
    assertThatThrownBy(() -> s.refreshFromDb(Map.of("unknown_kwarg", 10)))
        .isInstanceOf(TypeError.class)
        .hasMessage("refresh_from_db() got an unexpected keyword argument 'unknown_kwarg'");
  }

  @Test
  void testLookupInFields() {
    SelfRef s = selfRefs.create();
    assertThatThrownBy(() -> s.refreshFromDb(List.of("foo__bar")))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "Found \"__\" in fields argument. Relations and transforms are not allowed in fields.");
  }

  @Test
  void testRefreshFk() {
    SelfRef s1 = selfRefs.create();
    SelfRef s2 = selfRefs.create();
    SelfRef s3 = selfRefs.create("selfref", s1);
    SelfRef s3Copy = selfRefs.get("pk", s3.pk());
    related(s3Copy).attr("touched", true);
    s3.set("selfref", s2);
    s3.save();
    seeds.assertNumQueries(1, () -> s3Copy.refreshFromDb());
    seeds.assertNumQueries(
        1,
        () -> {
          assertThat(related(s3Copy).has("touched")).isFalse();
          assertThat(related(s3Copy)).isEqualTo(s2);
        });
  }

  private static Instance related(SelfRef of) {
    return (Instance) Objects.requireNonNull(of.get("selfref"));
  }

  @Test
  void testRefreshNullFk() {
    SelfRef s1 = selfRefs.create();
    SelfRef s2 = selfRefs.create("selfref", s1);
    s2.set("selfref", null);
    s2.refreshFromDb();
    assertThat(s2.get("selfref")).isEqualTo(s1);
  }

  @Test
  void testRefreshUnsaved() {
    LocalDateTime pubDate = now();
    Article a = articles.create("pub_date", pubDate);
    Article a2 = articles.make("id", a.pk());
    seeds.assertNumQueries(1, () -> a2.refreshFromDb());
    assertThat(a2.pubDate()).isEqualTo(pubDate);
    assertThat(a2.state().database()).isEqualTo("default");
  }

  @Test
  void testRefreshFkOnDeleteSetNull() {
    Article a =
        articles.create("headline", "Parrot programs in Python", "pub_date", day(2005, 7, 28));
    SelfRef s1 = selfRefs.create("article", a);
    a.delete();
    s1.refreshFromDb();
    assertThat(s1.get("article_id")).isNull();
    assertThat(s1.get("article")).isNull();
  }

  @Test
  void testRefreshNoFields() {
    Article a = articles.create("pub_date", now());
    seeds.assertNumQueries(0, () -> a.refreshFromDb(List.of()));
  }

  @Test
  void testRefreshClearsReverseRelated() {
    Article article =
        articles.create("headline", "Parrot programs in Python", "pub_date", day(2005, 7, 28));
    assertThat(article.has("featured")).isFalse();
    featured.create("article_id", article.pk());
    article.refreshFromDb();
    assertThat(article.has("featured")).isTrue();
  }

  @Test
  void testRefreshClearsOneToOneField() {
    Article article =
        articles.create("headline", "Parrot programs in Python", "pub_date", day(2005, 7, 28));
    Instance feature = featured.create("article_id", article.pk());
    assertThat(headline(feature)).isEqualTo("Parrot programs in Python");
    article.set("headline", "Parrot programs in Python 2.0");
    article.save();
    feature.refreshFromDb();
    assertThat(headline(feature)).isEqualTo("Parrot programs in Python 2.0");
  }

  private static Object headline(Instance feature) {
    Article article = (Article) Objects.requireNonNull(feature.get("article"));
    return Objects.requireNonNull(article.headline());
  }

  @Test
  void testPrefetchedCacheCleared() {
    Article a = articles.create("pub_date", day(2005, 7, 28));
    SelfRef s = selfRefs.create("article", a);
    Article a1Prefetched = Objects.requireNonNull(articles.prefetchRelated("selfref_set").first());
    assertThat(selfrefs(a1Prefetched)).containsExactlyInAnyOrder(s);
    s.set("article", null);
    s.save();
    // Relation is cleared and prefetch cache is stale.
    assertThat(selfrefs(a1Prefetched)).containsExactlyInAnyOrder(s);
    a1Prefetched.refreshFromDb();
    // Cache was cleared and new results are available.
    assertThat(selfrefs(a1Prefetched)).isEmpty();
    Article a2Prefetched = Objects.requireNonNull(articles.prefetchRelated("selfref_set").first());
    assertThat(selfrefs(a2Prefetched)).isEmpty();
    s.set("article", a);
    s.save();
    // Relation is added and prefetch cache is stale.
    assertThat(selfrefs(a2Prefetched)).isEmpty();
    a2Prefetched.refreshFromDb(List.of("selfref_set"));
    // Cache was cleared and new results are available.
    assertThat(selfrefs(a2Prefetched)).containsExactlyInAnyOrder(s);
  }

  private static List<Object> selfrefs(Article of) {
    Manager<?> manager = (Manager<?>) Objects.requireNonNull(of.get("selfref_set"));
    return List.copyOf(manager.all().list());
  }
}
