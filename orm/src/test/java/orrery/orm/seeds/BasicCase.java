package orrery.orm.seeds;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Manager;
import orrery.orm.Orm;
import orrery.orm.load.Instance;
import orrery.orm.seeds.BasicModels.Article;
import orrery.orm.seeds.BasicModels.SelfRef;

/// What the test classes of `basic` share: databases with its tables, and its managers.
class BasicCase {

  Seeds seeds;
  Orm orm;
  Manager<Article> articles;
  Manager<SelfRef> selfRefs;
  Manager<Instance> featured;

  @BeforeEach
  void open(@TempDir Path folder) {
    seeds = Seeds.open(BasicModels.ALL, folder);
    orm = seeds.orm();
    articles = orm.objects(Article.class);
    selfRefs = orm.objects(SelfRef.class);
    featured = orm.objects("FeaturedArticle");
  }

  @AfterEach
  void close() {
    seeds.close();
  }

  /// Makes an article, and saves it.
  Article saved(@Nullable Object... values) {
    Article article = articles.make(values);
    article.save();
    return article;
  }

  static LocalDateTime day(int year, int month, int day) {
    return LocalDateTime.of(year, month, day, 0, 0);
  }

  /// Now, to the microsecond, which is what databases keep.
  static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  /// Returns Django's `repr` of every object.
  static List<String> reprs(Iterable<? extends Instance> rows) {
    List<String> reprs = new ArrayList<>();
    rows.forEach(row -> reprs.add(row.repr()));
    return reprs;
  }
}
