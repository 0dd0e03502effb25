package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.error.MultipleObjectsReturned;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.seeds.BasicModels.Article;

/// Django's `basic.ModelLookupTest`.
class ModelLookupTest extends BasicCase {

  private static final String SWALLOW = "<Article: Swallow programs in Python>";

  private Article a;

  @BeforeEach
  void setUpTestData() {
    a = saved("id", null, "headline", "Swallow programs in Python", "pub_date", day(2005, 7, 28));
  }

  @Test
  void testAllLookup() {
    a.set("headline", "Parrot programs in Python");
    a.save();
    assertThat(reprs(articles.all())).containsExactly("<Article: Parrot programs in Python>");
  }

  @Test
  void testRichLookup() {
    assertThat(articles.get("id__exact", a.id())).isEqualTo(a);
    assertThat(articles.get("headline__startswith", "Swallow")).isEqualTo(a);
    assertThat(articles.get("pub_date__year", 2005)).isEqualTo(a);
    assertThat(articles.get("pub_date__year", 2005, "pub_date__month", 7)).isEqualTo(a);
    assertThat(articles.get("pub_date__year", 2005, "pub_date__month", 7, "pub_date__day", 28))
        .isEqualTo(a);
    assertThat(articles.get("pub_date__week_day", 5)).isEqualTo(a);
  }

  @Test
  void testEqualLookup() {
    assertThat(articles.get("id", a.id())).isEqualTo(a);
    assertThat(articles.get("headline", "Swallow programs in Python")).isEqualTo(a);
    assertThat(reprs(articles.filter("pub_date__year", 2005))).containsExactly(SWALLOW);
    assertThat(reprs(articles.filter("pub_date__year", 2004))).isEmpty();
    assertThat(reprs(articles.filter("pub_date__year", 2005, "pub_date__month", 7)))
        .containsExactly(SWALLOW);
    assertThat(reprs(articles.filter("pub_date__week_day", 5))).containsExactly(SWALLOW);
    assertThat(reprs(articles.filter("pub_date__week_day", 6))).isEmpty();
  }

  @Test
  void testDoesNotExist() {
    assertThatThrownBy(() -> articles.get("id__exact", 2000))
        .isInstanceOf(ObjectDoesNotExist.class)
        .hasMessage("Article matching query does not exist.");
    assertThatThrownBy(() -> articles.get("pub_date__year", 2005, "pub_date__month", 8))
        .isInstanceOf(ObjectDoesNotExist.class);
    assertThatThrownBy(() -> articles.get("pub_date__week_day", 6))
        .isInstanceOf(ObjectDoesNotExist.class)
        .hasMessage("Article matching query does not exist.");
  }

  @Test
  void testLookupByPrimaryKey() {
    assertThat(articles.get("pk", a.id())).isEqualTo(a);
    assertThat(reprs(articles.filter("pk__in", List.of(a.pk())))).containsExactly(SWALLOW);
    Article b = articles.get("pk", a.id());
    Article c = articles.get("pk", a.id());
    assertThat(b).isEqualTo(c).isNotSameAs(c);
  }

  @Test
  void testTooMany() {
    saved("id", null, "headline", "Swallow bites Python", "pub_date", day(2005, 7, 28));
    assertThat(articles.count()).isEqualTo(2);
    String message = "get() returned more than one Article -- it returned 2!";
    assertThatThrownBy(() -> articles.get("headline__startswith", "Swallow"))
        .isInstanceOf(MultipleObjectsReturned.class)
        .hasMessage(message);
    assertThatThrownBy(() -> articles.get("pub_date__year", 2005))
        .isInstanceOf(MultipleObjectsReturned.class)
        .hasMessage(message);
    assertThatThrownBy(() -> articles.get("pub_date__year", 2005, "pub_date__month", 7))
        .isInstanceOf(MultipleObjectsReturned.class)
        .hasMessage(message);
  }
}
