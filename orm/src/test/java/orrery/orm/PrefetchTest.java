package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.load.Shelf;

/// Every kind of relation, prefetched and lazily read; the statements are counted.
class PrefetchTest {

  private Database database;
  private Orm orm;
  private QueryLog.Capture log;

  @BeforeEach
  void open() {
    database = Shelf.open(Settings.of(":memory:"));
    orm = new Orm(Shelf.MODELS, Shelf.behaviours(), new Databases(database));
    log = database.log().capture();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aManyToManyRelationBothWays() {
    assertThat(lists("Book", "authors", "authors"))
        .containsExactly(
            List.of("Charlotte", "Anne", "Emily"), List.of("Charlotte"), List.of("Emily"));
    assertThat(lists("Author", "books", "books"))
        .containsExactly(
            List.of("Poems", "Jane Eyre"), List.of("Poems"), List.of("Poems", "Wuthering Heights"));
    assertThat(log.count()).isEqualTo(4);
    assertThat(lazily("Book", "authors")).isEqualTo(lists("Book", "authors", "authors"));
  }

  @Test
  void aRelationThatGoesByAnotherFieldThanTheKey() {
    assertThat(lists("Author", "addresses", "addresses"))
        .containsExactly(List.of("Haworth", "Brussels"), List.of(), List.of());
    assertThat(lists("Author", "favorite_authors", "favorite_authors"))
        .containsExactly(List.of("Anne", "Emily"), List.of("Emily"), List.of());
    assertThat(lists("Author", "favors_me", "favors_me"))
        .containsExactly(List.of(), List.of("Charlotte"), List.of("Charlotte", "Anne"));
    assertThat(log.count()).isEqualTo(6);
    for (String name : List.of("addresses", "favorite_authors", "favors_me")) {
      assertThat(lazily("Author", name)).isEqualTo(lists("Author", name, name));
    }
  }

  @Test
  void aForeignKeyForwardsAndBackwards() {
    List<Instance> authors = rows("Author", "first_book");
    assertThat(authors)
        .extracting(a -> String.valueOf(a.get("first_book")))
        .containsExactly("Poems", "Poems", "Wuthering Heights");
    assertThat(log.count()).isEqualTo(2);
    assertThat(log.entries().getLast().interpolated()).endsWith("IN (1, 3)");
    assertThat(lists("Book", "first_time_authors", "first_time_authors"))
        .containsExactly(List.of("Charlotte", "Anne"), List.of(), List.of("Emily"));
  }

  @Test
  void aOneToOneRelationBothWaysAndItsAbsence() {
    List<Instance> authors = rows("Author", "bio");
    assertThat(log.count()).isEqualTo(2);
    Instance bio = (Instance) Objects.requireNonNull(authors.getFirst().get("bio"));
    assertThat(bio.get("author")).isSameAs(authors.getFirst());
    assertThatThrownBy(() -> authors.get(1).get("bio"))
        .isInstanceOf(ObjectDoesNotExist.class)
        .hasMessage("Author has no bio.");
    assertThat(authors.get(2).has("bio")).isFalse();
    assertThat(log.count()).isEqualTo(2);
    Instance alone = orm.objects("Author").get("pk", 2);
    assertThat(alone.has("bio")).isFalse();
    assertThat(alone.has("bio")).isFalse();
    assertThat(log.count()).isEqualTo(4);
  }

  @Test
  void aParentAndAChildOfOneAnother() {
    List<Instance> children = rows("AuthorWithAge", "author", "addresses", "books");
    Instance child = children.getFirst();
    assertThat(child.get("name")).isEqualTo("Charlotte");
    assertThat(child.get("age")).isEqualTo(38L);
    assertThat(((Instance) Objects.requireNonNull(child.get("author"))).get("authorwithage"))
        .isSameAs(child);
    assertThat(many(child, "addresses")).containsExactly("Haworth", "Brussels");
    assertThat(many(child, "books")).containsExactly("Poems", "Jane Eyre");
    assertThat(log.count()).isEqualTo(4);

    List<Instance> authors = rows("Author", "authorwithage");
    assertThat(
            ((Instance) Objects.requireNonNull(authors.getFirst().get("authorwithage"))).get("age"))
        .isEqualTo(38L);
    assertThat(authors.get(1).has("authorwithage")).isFalse();
    assertThat(log.count()).isEqualTo(6);
  }

  @Test
  void aChildGivesItsParentWithoutAsking() {
    Instance child = orm.objects("AuthorWithAge").get("pk", 1);
    Instance parent = (Instance) Objects.requireNonNull(child.get("author"));
    assertThat(parent.get("name")).isEqualTo("Charlotte");
    assertThat(parent.model().name()).isEqualTo("Author");
    assertThat(log.count()).isEqualTo(1);
  }

  @Test
  void aGenericForeignKeyAsksOnceForEachModel() {
    List<Instance> tags = rows("Tag", "target");
    assertThat(tags)
        .extracting(t -> String.valueOf(t.get("target")))
        .containsExactly("Poems", "Belinda", "null", "null", "null", "Jane Eyre", "null");
    assertThat(kinds())
        .containsExactly(
            "asked",
            "content type",
            "prefetch of target",
            "content type",
            "prefetch of target",
            "content type");
    List<Instance> again = rows("Tag", "target__read_by");
    assertThat(log.count()).isEqualTo(6 + 1 + 2 + 1 + 1);
    assertThat(many((Instance) Objects.requireNonNull(again.getFirst().get("target")), "read_by"))
        .containsExactly("Amy", "Belinda");
  }

  @Test
  void aGenericForeignKeyIsReadAndSet() {
    Instance tag = orm.objects("Tag").get("pk", 2);
    assertThat(String.valueOf(tag.get("target"))).isEqualTo("Belinda");
    assertThat(tag.get("target")).isSameAs(tag.get("target"));
    Instance book = orm.objects("Book").get("pk", 3);
    tag.set("target", book);
    assertThat(tag.get("type_id")).isEqualTo(7L);
    assertThat(tag.get("object_id")).isEqualTo("3");
    assertThat(tag.get("target")).isSameAs(book);
    assertThat(orm.objects("Tag").get("pk", 3).get("target")).isNull();
  }

  @Test
  void aGenericRelation() {
    assertThat(lists("Book", "tags", "tags"))
        .containsExactly(List.of("great"), List.of("great"), List.of());
    assertThat(kinds()).containsExactly("asked", "content type", "prefetch of tags");
    assertThat(lazily("Book", "tags")).isEqualTo(lists("Book", "tags", "tags"));
  }

  @Test
  void aHiddenReverseRelationIsNoHindrance() {
    assertThat(lists("Fan", "books", "books"))
        .containsExactly(List.of("Jane Eyre", "Wuthering Heights"));
    assertThat(log.count()).isEqualTo(2);
    assertThat(lazily("Fan", "books")).isEqualTo(lists("Fan", "books", "books"));
  }

  @Test
  void aDefaultManagerHandsOnWhatItPrefetches() {
    List<Instance> books = rows("Book", "read_by");
    assertThat(kinds())
        .containsExactly("asked", "prefetch of read_by", "prefetch of read_by__books_read");
    Instance amy =
        ((Prefetched) Objects.requireNonNull(books.getFirst().related("read_by")))
            .objects()
            .getFirst();
    assertThat(many(amy, "books_read")).containsExactly("Poems");
  }

  @Test
  void aPathLeadsThroughProperties() {
    List<Instance> people =
        orm.objects("Person").prefetchRelated("houses", "first_house__occupants").list();
    assertThat(kinds())
        .containsExactly("asked", "prefetch of houses", "prefetch of first_house__occupants");
    Instance house = (Instance) Objects.requireNonNull(people.getFirst().get("first_house"));
    assertThat(many(house, "occupants")).containsExactly("Joe");
  }

  @Test
  void aCachedPropertyIsGivenByToAttrWithoutBeingComputed() {
    List<Instance> people =
        orm.objects("Person")
            .prefetchRelated(Prefetches.of("houses", orm.objects("House").all(), "cached_houses"))
            .list();
    assertThat((List<?>) people.getFirst().get("cached_houses")).hasSize(2);
    assertThat(people.getFirst().isCached("houses")).isFalse();
    assertThat(log.count()).isEqualTo(2);
  }

  @Test
  void whatSelectRelatedBroughtIsWalkedThroughNullsAside() {
    orm.objects("House").selectRelated("owner").prefetchRelated("owner__houses").list();
    assertThat(kinds()).containsExactly("asked", "prefetch of owner__houses");
    orm.objects("Author")
        .selectRelated("bio")
        .filter("pk__gt", 1)
        .prefetchRelated("bio__author")
        .list();
    assertThat(log.count()).isEqualTo(3);
  }

  @Test
  void aFilteredPrefetchLeavesTheRestOutAndKeepsItsConditions() {
    QuerySet<Instance> some = orm.objects("House").filter("name", "House 1");
    Instance joe =
        orm.objects("Person").prefetchRelated(Prefetches.of("houses", some)).get("pk", 1);
    Manager<?> houses = (Manager<?>) Objects.requireNonNull(joe.get("houses"));
    assertThat(houses.all().size()).isEqualTo(1);
    assertThat(log.count()).isEqualTo(2);
    assertThat(houses.all().all().size()).isEqualTo(1);
    assertThat(log.count()).isEqualTo(3);

    Instance house =
        orm.objects("House")
            .prefetchRelated(
                Prefetches.of("owner", orm.objects("Person").filter("name", "X"), "who"))
            .get("pk", 1);
    assertThat(house.get("who")).isNull();
    assertThat(house.hasAttr("who")).isTrue();
  }

  @Test
  void nestedQuerysetsAreReusedUnchanged() {
    QuerySet<Instance> houses = orm.objects("House").prefetchRelated("owner");
    QuerySet<Instance> people =
        orm.objects("Person").prefetchRelated(Prefetches.of("houses", houses));
    QuerySet<Instance> outer =
        orm.objects("House").prefetchRelated(Prefetches.of("occupants", people));
    outer.list();
    long before = log.count();
    Instance first = outer.all().at(0);
    Instance joe =
        ((Prefetched) Objects.requireNonNull(first.related("occupants"))).objects().getFirst();
    Instance own =
        ((Prefetched) Objects.requireNonNull(joe.related("houses"))).objects().getFirst();
    assertThat(own.get("owner")).hasToString("Joe");
    assertThat(log.count() - before).isEqualTo(4);
  }

  @Test
  void theDatabaseOfTheParentsIsAskedUnlessAnotherIsNamed() {
    try (Database other = Shelf.open(Settings.of(":memory:").withAlias("other"))) {
      Orm both = new Orm(Shelf.MODELS, Shelf.behaviours(), new Databases(database, other));
      try (var there = other.log().capture();
          var here = database.log().capture()) {
        both.objects("Book").using("other").prefetchRelated("authors").list();
        both.objects("Book")
            .using("other")
            .prefetchRelated(Prefetches.of("authors", both.objects("Author").using("default")))
            .list();
        Instance book = both.objects("Book").using("other").get("pk", 1);
        assertThat(((Manager<?>) Objects.requireNonNull(book.get("authors"))).count()).isEqualTo(3);
        assertThat(there.count()).isEqualTo(5);
        assertThat(here.count()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatALooseDatabaseHoldsInSpiteOfItsTypeIsNoHindrance() {
    database.update(Sql.of("INSERT INTO house VALUES ('x', 'House X', 'somebody')"), Reason.USER);
    List<Instance> houses = orm.objects("House").prefetchRelated("owner", "occupants").list();
    assertThat(houses).hasSize(4);
    assertThat(houses.getLast().get("owner_id")).isEqualTo("somebody");
    assertThat(houses.getLast().get("owner")).isNull();
  }

  @Test
  void aPrefetchIsMadeFromAPreviewToo() {
    Preview preview =
        orm.runner()
            .preview("Book.objects.prefetch_related(\"tags\", \"read_by\", \"authors__bio\")");
    assertThat(preview.error()).isEmpty();
    assertThat(preview.statements())
        .extracting(s -> s.reason().text())
        .containsExactly(
            "asked",
            "prefetch of tags",
            "prefetch of read_by",
            "prefetch of read_by__books_read",
            "prefetch of authors",
            "prefetch of authors__bio");
    assertThat(log.count()).isZero();
  }

  private List<Instance> rows(String model, String... paths) {
    return orm.objects(model).prefetchRelated((Object[]) paths).orderBy("pk").list();
  }

  private List<List<String>> lists(String model, String path, String relation) {
    return rows(model, path).stream().map(each -> many(each, relation)).toList();
  }

  private List<List<String>> lazily(String model, String relation) {
    return orm.objects(model).orderBy("pk").list().stream()
        .map(each ->
            labels(((Manager<?>) Objects.requireNonNull(each.get(relation))).all().list().stream()))
        .toList();
  }

  private static List<String> many(Instance of, String relation) {
    return labels(((Prefetched) Objects.requireNonNull(of.related(relation))).objects().stream());
  }

  private static List<String> labels(Stream<? extends @Nullable Instance> objects) {
    return objects.map(String::valueOf).toList();
  }

  private List<String> kinds() {
    return log.entries().stream().map(e -> e.reason()).map(Reason::text).toList();
  }
}
