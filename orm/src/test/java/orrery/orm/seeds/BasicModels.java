package orrery.orm.seeds;

import static orrery.orm.define.Fields.charField;
import static orrery.orm.define.Fields.dateTimeField;
import static orrery.orm.define.Fields.foreignKey;
import static orrery.orm.define.Fields.oneToOneField;
import static orrery.orm.define.ModelDefinition.model;

import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.define.Definitions;
import orrery.orm.load.Instance;
import orrery.orm.load.Row;
import orrery.orm.meta.OnDelete;

/// The models that the tests of `basic` run on.
final class BasicModels {

  /// Set while the base manager is to say that no row was changed, whatever was.
  static final AtomicBoolean LYING = new AtomicBoolean();

  /// Set once the base manager has lied.
  static final AtomicBoolean CALLED = new AtomicBoolean();

  static final Definitions ALL =
      Definitions.of(
          "basic",
          model(Article.class, Article::new)
              .field("headline", charField(100).defaultValue("Default headline"))
              .field("pub_date", dateTimeField())
              .ordering("pub_date", "headline")
              .baseManager(BasicModels::update),
          model(FeaturedArticle.class, FeaturedArticle::new)
              .field("article", oneToOneField("Article").relatedName("featured")),
          model(ArticleSelectOnSave.class, ArticleSelectOnSave::new)
              .proxyOf("Article")
              .selectOnSave(),
          model(SelfRef.class, SelfRef::new)
              .field(
                  "selfref",
                  foreignKey("self").nullable().onDelete(OnDelete.SET_NULL).relatedName("+"))
              .field("article", foreignKey("Article").nullable().onDelete(OnDelete.SET_NULL)),
          model(NoHash.class, NoHash::new),
          model(ParentHash.class, ParentHash::new));

  private BasicModels() {}

  private static int update(IntSupplier send) {
    int changed = send.getAsInt();
    if (LYING.get()) {
      CALLED.set(true);
      return 0;
    }
    return changed;
  }

  static class Article extends Instance {
    Article(Row row) {
      super(row);
    }

    @Nullable Long id() {
      return (Long) get("id");
    }

    @Nullable String headline() {
      return (String) get("headline");
    }

    @Nullable LocalDateTime pubDate() {
      return (LocalDateTime) get("pub_date");
    }

    @Override
    public String toString() {
      return String.valueOf(headline());
    }
  }

  static final class ArticleSelectOnSave extends Article {
    ArticleSelectOnSave(Row row) {
      super(row);
    }
  }

  static final class FeaturedArticle extends Instance {
    FeaturedArticle(Row row) {
      super(row);
    }
  }

  static final class SelfRef extends Instance {
    SelfRef(Row row) {
      super(row);
    }

    /// Asks the database, and fails where this object is not in it.
    @Override
    public String toString() {
      refreshFromDb();
      return "SelfRef " + pk();
    }
  }

  static final class NoHash extends Instance {
    NoHash(Row row) {
      super(row);
    }

    @Override
    @SuppressWarnings("EqualsHashCode") // That this is wrong is what is tested.
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }
  }

  static final class ParentHash extends Instance {
    ParentHash(Row row) {
      super(row);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
