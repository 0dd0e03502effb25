package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.orm.error.TypeError;
import orrery.orm.seeds.BasicModels.Article;

/// Django's `basic.ModelInstanceCreationTests`.
class ModelInstanceCreationTests extends BasicCase {

  @Test
  void testObjectIsNotWrittenToDatabaseUntilSaveWasCalled() {
    Article a =
        articles.make(
            "id", null, "headline", "Parrot programs in Python", "pub_date", day(2005, 7, 28));
    assertThat(a.id()).isNull();
    assertThat(articles.all().count()).isZero();
    a.save();
    assertThat(a.id()).isNotNull();
    assertThat(articles.all().count()).isEqualTo(1);
  }

  @Test
  void testCanInitializeModelInstanceUsingPositionalArguments() {
    Article a = articles.make(Arrays.asList(null, "Second article", day(2005, 7, 29)));
    a.save();
    assertThat(a.headline()).isEqualTo("Second article");
    assertThat(a.pubDate()).isEqualTo(LocalDateTime.of(2005, 7, 29, 0, 0));
  }

  @Test
  void testCanCreateInstanceUsingKwargs() {
    Article a =
        articles.make("id", null, "headline", "Third article", "pub_date", day(2005, 7, 30));
    a.save();
    assertThat(a.headline()).isEqualTo("Third article");
    assertThat(a.pubDate()).isEqualTo(LocalDateTime.of(2005, 7, 30, 0, 0));
  }

  @Test
  void testAutofieldsGenerateDifferentValuesForEachInstance() {
    Article a1 = articles.create("headline", "First", "pub_date", day(2005, 7, 30));
    Article a2 = articles.create("headline", "First", "pub_date", day(2005, 7, 30));
    Article a3 = articles.create("headline", "First", "pub_date", day(2005, 7, 30));
    assertThat(a3.id()).isNotEqualTo(a1.id());
    assertThat(a3.id()).isNotEqualTo(a2.id());
  }

  @Test
  void testCanMixAndMatchPositionAndKwargs() {
    Article a = articles.make(Arrays.asList(null, "Fourth article"), "pub_date", day(2005, 7, 31));
    a.save();
    assertThat(a.headline()).isEqualTo("Fourth article");
  }

  @Test
  void testCannotCreateInstanceWithInvalidKwargs() {
    assertThatThrownBy(() ->
            articles.make(
                "id",
                null,
                "headline",
                "Some headline",
                "pub_date",
                day(2005, 7, 31),
                "foo",
                "bar"))
        .isInstanceOf(TypeError.class)
        .hasMessage("Article() got an unexpected keyword argument 'foo'");
  }

  @Test
  void testCanLeaveOffValueForAutofieldAndItGetsValueOnSave() {
    Article a = articles.make("headline", "Article 5", "pub_date", day(2005, 7, 31));
    a.save();
    assertThat(a.headline()).isEqualTo("Article 5");
    assertThat(a.id()).isNotNull();
  }

  @Test
  void testLeavingOffAFieldWithDefaultSetTheDefaultWillBeSaved() {
    Article a = articles.make("pub_date", day(2005, 7, 31));
    a.save();
    assertThat(a.headline()).isEqualTo("Default headline");
  }

  @Test
  void testForDatetimefieldsSavesAsMuchPrecisionAsWasGiven() {
    Article a1 = saved("headline", "Article 7", "pub_date", LocalDateTime.of(2005, 7, 31, 12, 30));
    assertThat(articles.get("id__exact", a1.id()).pubDate())
        .isEqualTo(LocalDateTime.of(2005, 7, 31, 12, 30));
    Article a2 =
        saved("headline", "Article 8", "pub_date", LocalDateTime.of(2005, 7, 31, 12, 30, 45));
    assertThat(articles.get("id__exact", a2.id()).pubDate())
        .isEqualTo(LocalDateTime.of(2005, 7, 31, 12, 30, 45));
  }

  @Test
  void testSavingAnObjectAgainDoesNotCreateANewObject() {
    Article a = saved("headline", "original", "pub_date", day(2014, 5, 16));
    Long currentId = a.id();
    a.save();
    assertThat(a.id()).isEqualTo(currentId);
    a.set("headline", "Updated headline");
    a.save();
    assertThat(a.id()).isEqualTo(currentId);
    assertThat(articles.count()).isEqualTo(1);
  }

  @Test
  void testQuerysetsCheckingForMembership() {
    LocalDateTime somePubDate = LocalDateTime.of(2014, 5, 16, 12, 1);
    for (String headline :
        List.of("Parrot programs in Python", "Second article", "Third article")) {
      saved("headline", headline, "pub_date", somePubDate);
    }
    Article a = saved("headline", "Some headline", "pub_date", somePubDate);
    assertThat(articles.all()).contains(a);
    assertThat(articles.filter("id", a.id()).exists()).isTrue();
  }
}
