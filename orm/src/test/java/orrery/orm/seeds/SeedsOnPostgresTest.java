package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.Orm;
import orrery.orm.PostgresServer;
import orrery.orm.QuerySet;
import orrery.orm.RelatedManager;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.define.Definitions;
import orrery.orm.load.Instance;
import orrery.orm.seeds.BasicModels.Article;

/// The models of the specification on a real PostgreSQL: their tables, and what only it can do.
class SeedsOnPostgresTest {

  private Settings settings;

  @BeforeEach
  void make() {
    settings = Settings.of(PostgresServer.newDatabase()).writable();
  }

  private Database database;

  private Orm open(Definitions definitions) {
    database = Database.open(settings);
    Orm orm = Orm.of(definitions, database);
    orm.createTables();
    return orm;
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// The test that the original skips where a database cannot be distinct on fields.
  @Test
  void testEmptyqsDistinct() {
    Manager<Article> articles = open(BasicModels.ALL).objects(Article.class);
    LocalDateTime day = LocalDateTime.of(2005, 7, 28, 12, 30, 45, 180_000);
    articles.create("headline", "foo", "pub_date", day);
    articles.create("headline", "foo", "pub_date", day.plusDays(1));
    try (QueryLog.Capture log = database.log().capture()) {
      assertThat(articles.none().distinct("headline", "pub_date").size()).isZero();
      assertThat(log.count()).isZero();
    }
    QuerySet<Article> first = articles.orderBy("headline", "-pub_date").distinct("headline");
    assertThat(first.list()).hasSize(1);
  }

  @Test
  void tablesThatReferToEachOtherAreMadeAndUsed() {
    Orm orm = open(PrefetchModels.ALL);
    Instance person = orm.objects("Person").create("name", "Joe");
    Manager<Instance> houses = orm.objects("House");
    Manager<Instance> rooms = orm.objects("Room");
    Instance house = houses.create("name", "House 1", "address", "1 High St", "owner", person);
    Instance room = rooms.create("name", "Dining room", "house", house);
    house.set("main_room", room);
    house.save();
    RelatedManager.of(person, "houses").add(house);
    Instance found = orm.objects("Person").prefetchRelated("houses__rooms").get("pk", person.pk());
    assertThat(RelatedManager.of(found, "houses").all().list()).containsExactly(house);
    Instance pet = orm.objects("Pet").create("name", "Fifi");
    assertThat(pet.pk()).isInstanceOf(UUID.class);
    assertThat(orm.objects("Pet").get("pk", pet.pk())).isEqualTo(pet);
    Instance tag = orm.objects("TaggedItem").create("tag", "nice", "content_object", house);
    assertThat(
            orm.objects("TaggedItem")
                .prefetchRelated("content_object")
                .get("pk", tag.pk())
                .get("content_object"))
        .isEqualTo(house);
    Map<String, Long> gone = house.delete().byModel();
    assertThat(gone).containsEntry("prefetch_related.Room", 1L);
    assertThat(rooms.exists()).isFalse();
  }

  @Test
  void manyRowsAreSavedAndChangedAtOnce() {
    Manager<Article> articles = open(BasicModels.ALL).objects(Article.class);
    LocalDateTime day = LocalDateTime.of(2005, 7, 28, 0, 0);
    List<Article> made =
        articles.bulkCreate(
            List.of(
                articles.make("headline", "a", "pub_date", day),
                articles.make("headline", "b", "pub_date", day)));
    assertThat(made).extracting(Article::id).doesNotContainNull().doesNotHaveDuplicates();
    made.forEach(article -> article.set("headline", article.headline() + "!"));
    assertThat(articles.bulkUpdate(made, List.of("headline"))).isEqualTo(2);
    assertThat(articles.valuesFlat("headline").list()).containsExactly("a!", "b!");
    assertThat(articles.getOrCreate(Map.of("pub_date", day), "headline", "a!").created()).isFalse();
    assertThat(
            articles.updateOrCreate(Map.of("pub_date", day.plusDays(1)), "headline", "c").created())
        .isTrue();
    assertThat(articles.all().delete().total()).isEqualTo(3);
  }
}
