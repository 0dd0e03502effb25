package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.error.DatabaseError;
import orrery.orm.load.SaveOptions;
import orrery.orm.seeds.BasicModels.Article;
import orrery.orm.seeds.BasicModels.ArticleSelectOnSave;

/// Django's `basic.SelectOnSaveTests`.
class SelectOnSaveTests extends BasicCase {

  private static final String FORCED = "Forced update did not affect any rows.";

  @AfterEach
  void tellTheTruth() {
    BasicModels.LYING.set(false);
    BasicModels.CALLED.set(false);
  }

  private Manager<ArticleSelectOnSave> selecting() {
    return orm.objects(ArticleSelectOnSave.class);
  }

  @Test
  void testSelectOnSave() {
    Article a1 = articles.create("pub_date", now());
    seeds.assertNumQueries(1, () -> a1.save());
    ArticleSelectOnSave asos = selecting().create("pub_date", now());
    seeds.assertNumQueries(2, () -> asos.save());
    seeds.assertNumQueries(1, () -> asos.save(SaveOptions.UPDATE));
    articles.all().delete();
    seeds.assertNumQueries(
        1,
        () ->
            assertThatThrownBy(() -> asos.save(SaveOptions.UPDATE))
                .isInstanceOf(DatabaseError.class)
                .hasMessage(FORCED));
  }

  @Test
  void testSelectOnSaveLyingUpdate() {
    // The seed runs inside a transaction of its own, which the refused update breaks.
    seeds
        .database()
        .atomically(() -> {
          BasicModels.LYING.set(true);
          ArticleSelectOnSave asos = selecting().create("pub_date", now());
          seeds.assertNumQueries(3, () -> asos.save());
          assertThat(BasicModels.CALLED).isTrue();
          assertThatThrownBy(() -> asos.save(SaveOptions.UPDATE))
              .isInstanceOf(DatabaseError.class)
              .hasMessage(FORCED);
          assertThatThrownBy(() -> asos.save(SaveOptions.fields(List.of("pub_date"))))
              .isInstanceOf(DatabaseError.class)
              .hasMessage(
                  "An error occurred in the current transaction. You can't execute queries until the end of the 'atomic' block.");
        });
  }
}
