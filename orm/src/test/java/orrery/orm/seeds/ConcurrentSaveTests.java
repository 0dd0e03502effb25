package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import orrery.orm.seeds.BasicModels.Article;

/// Django's `basic.ConcurrentSaveTests`, on a file with a second thread and its own connection.
class ConcurrentSaveTests extends BasicCase {

  @Test
  void testConcurrentDeleteWithSave() throws InterruptedException {
    Article a = articles.create("headline", "foo", "pub_date", now());
    List<RuntimeException> exceptions = new CopyOnWriteArrayList<>();
    Thread other =
        Thread.ofPlatform()
            .start(() -> {
              try {
                // Not the object itself, whose state that would alter.
                articles.filter("pk", a.pk()).delete();
              } catch (RuntimeException e) {
                exceptions.add(e);
              }
            });
    other.join();
    assertThat(exceptions).isEmpty();
    assertThat(articles.filter("pk", a.pk()).exists()).isFalse();
    a.save();
    assertThat(articles.get("pk", a.pk()).headline()).isEqualTo("foo");
  }
}
