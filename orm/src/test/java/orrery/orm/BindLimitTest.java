package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.orm.define.Fields.charField;
import static orrery.orm.define.Fields.dateField;
import static orrery.orm.define.Fields.decimalField;
import static orrery.orm.define.Fields.foreignKey;
import static orrery.orm.define.Fields.genericForeignKey;
import static orrery.orm.define.Fields.genericRelation;
import static orrery.orm.define.Fields.integerField;
import static orrery.orm.define.Fields.manyToManyField;
import static orrery.orm.define.Fields.uuidField;
import static orrery.orm.define.ModelDefinition.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.define.Definitions;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.meta.OnDelete;

/// Nothing fails because a statement can have no more than so many placeholders. What can be
/// divided is sent in parts, which the log shows as parts of one step; what cannot be takes fewer.
///
/// The database itself is told to refuse more than 20.
class BindLimitTest {

  private static final int MOST = 20;
  private static final int AUTHORS = 50;

  private static final Definitions LIBRARY =
      Definitions.of(
          "library",
          model("Author").field("name", charField(50)).ordering("id").str("name"),
          model("Tag").field("name", charField(50)).ordering("id").str("name"),
          model("Book")
              .field("title", charField(50))
              .field("author", foreignKey("Author").relatedName("books"))
              .field(
                  "editor",
                  foreignKey("Author").onDelete(OnDelete.SET_NULL).nullable().relatedName("edited"))
              .field("tags", manyToManyField("Tag").relatedName("books"))
              .field("price", decimalField(6, 2))
              .field("published", dateField())
              .field("code", uuidField())
              .field("notes", genericRelation("Note"))
              .ordering("id")
              .str("title"),
          model("Note")
              .field("text", charField(50))
              .field("content_type", foreignKey("ContentType"))
              .field("object_id", integerField())
              .field("target", genericForeignKey("content_type", "object_id"))
              .ordering("id")
              .str("text"));

  private Database database;
  private Orm orm;
  private Manager<Instance> authors;
  private Manager<Instance> books;
  private QueryLog.Capture log;

  /// Makes 50 authors with two books each; the next author edits the first of them.
  @BeforeEach
  void open() {
    open(Settings.of(":memory:"));
  }

  private void open(Settings settings) {
    database = Database.open(settings.writable().withMaxBindings(MOST));
    orm = Orm.of(LIBRARY, database);
    orm.createTables();
    authors = orm.objects("Author");
    books = orm.objects("Book");
    List<Instance> people = range(AUTHORS, i -> authors.make("name", "Author " + i));
    authors.bulkCreate(people);
    books.bulkCreate(
        range(
            2 * AUTHORS,
            i ->
                books.make(
                    "title",
                    "Book " + i,
                    "author",
                    people.get(i / 2),
                    "editor",
                    i % 2 == 0 ? people.get((i / 2 + 1) % AUTHORS) : null,
                    "price",
                    BigDecimal.valueOf(i, 1),
                    "published",
                    LocalDate.of(2000, 1, 1).plusDays(i),
                    "code",
                    code(i))));
    log = database.log().capture();
  }

  @AfterEach
  void close() {
    try {
      assertThat(log.entries())
          .allSatisfy(e -> assertThat(e.sql().bindings()).hasSizeLessThanOrEqualTo(MOST));
    } finally {
      database.close();
    }
  }

  private static UUID code(int i) {
    return new UUID(7, i);
  }

  private static <T> List<T> range(int size, Function<Integer, T> each) {
    return IntStream.range(0, size).boxed().map(each).toList();
  }

  private static List<Long> keys(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private List<String> reasons() {
    return log.entries().stream().map(entry -> entry.reason().text()).toList();
  }

  private static List<String> parts(String reason, int parts) {
    return range(parts, i -> reason + ", part " + (i + 1) + " of " + parts);
  }

  private static List<String> of(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private static List<Instance> all(Instance of, String relation) {
    return RelatedManager.of(of, relation).all().list();
  }

  @Test
  void aPrefetchIsDividedByItsParents() {
    List<Instance> rows = authors.prefetchRelated("books").list();
    assertThat(reasons()).isEqualTo(of("asked", parts("prefetch of books", 3)));
    for (int i = 0; i < AUTHORS; i++) {
      assertThat(all(rows.get(i), "books"))
          .extracting(Instance::toString)
          .containsExactly("Book " + 2 * i, "Book " + (2 * i + 1));
    }
    assertThat(log.count()).isEqualTo(4);
  }

  @Test
  void aPrefetchIsDividedWhicheverWayItGoes() {
    List<Instance> rows = books.prefetchRelated("author", "editor", "author__edited").list();
    assertThat(rows).allSatisfy(row -> assertThat(row.get("author", Instance.class)).isNotNull());
    List<String> expected = of("asked", parts("prefetch of author", 3));
    expected.addAll(parts("prefetch of editor", 3));
    expected.addAll(parts("prefetch of author__edited", 3));
    assertThat(reasons()).isEqualTo(expected);
  }

  @Test
  void aManyToManyRelationIsFilledReadAndEmptiedInParts() {
    Manager<Instance> tags = orm.objects("Tag");
    List<Instance> many = range(45, i -> tags.create("name", "Tag " + i));
    Instance book = books.get("pk", 1);
    RelatedManager<Instance> related = RelatedManager.of(book, "tags");
    int before = log.count();

    related.add(many.toArray());
    assertThat(reasons().subList(before, log.count())).isEqualTo(parts("save of Book_tags", 5));
    assertThat(related.count()).isEqualTo(45);

    List<Instance> prefetched = tags.prefetchRelated("books").list();
    assertThat(prefetched).allSatisfy(tag -> assertThat(all(tag, "books")).containsExactly(book));
    assertThat(reasons().subList(log.count() - 3, log.count()))
        .isEqualTo(parts("prefetch of books", 3));

    before = log.count();
    related.remove(many.subList(0, 40).toArray());
    assertThat(reasons().subList(before, log.count())).isEqualTo(parts("save of Book_tags", 5));
    assertThat(related.all().list()).isEqualTo(many.subList(40, 45));
  }

  @Test
  void genericRelationsAreDividedBothWays() {
    Manager<Instance> notes = orm.objects("Note");
    List<Instance> rows = books.all().list();
    notes.bulkCreate(range(30, i -> notes.make("text", "Note " + i, "target", rows.get(i))));
    int before = log.count();
    List<Instance> found = notes.prefetchRelated("target").list();
    assertThat(found).extracting(n -> n.get("target")).isEqualTo(rows.subList(0, 30));
    assertThat(reasons().subList(before, log.count()))
        .isEqualTo(of("asked", parts("prefetch of target", 2)));

    before = log.count();
    List<Instance> noted = books.filter("pk__lte", 30).prefetchRelated("notes").list();
    assertThat(noted).allSatisfy(book -> assertThat(all(book, "notes")).hasSize(1));
    assertThat(reasons().subList(before, log.count()))
        .isEqualTo(of("asked", parts("prefetch of notes", 2)));
  }

  @Test
  void aPrefetchWithAQuerysetLeavesRoomForItsConditions() {
    QuerySet<Instance> some =
        books.filter("title__startswith", "Book", "price__gte", BigDecimal.ONE).exclude("pk", 30);
    List<Instance> rows = authors.prefetchRelated(Prefetches.of("books", some)).list();
    assertThat(reasons()).isEqualTo(of("asked", parts("prefetch of books", 3)));
    assertThat(rows.stream().mapToInt(row -> all(row, "books").size()).sum()).isEqualTo(89);
  }

  @Test
  void aSlicedPrefetchIsDividedAndStillSlicedForEachParent() {
    QuerySet<Instance> last = books.orderBy("-pk").slice(0, 1);
    List<Instance> rows = authors.prefetchRelated(Prefetches.of("books", last, "last_book")).list();
    assertThat(reasons()).isEqualTo(of("asked", parts("prefetch of last_book", 3)));
    assertThat(rows)
        .allSatisfy(row ->
            assertThat(row.get("last_book"))
                .isEqualTo(books.filter("author", row).orderBy("-pk").slice(0, 1).list()));
  }

  @Test
  void aPrefetchWhoseQuerysetAloneHasTooManyValuesStaysWhole() {
    QuerySet<Instance> some = books.filter("pk__in", keys(1, 40));
    List<Instance> rows = authors.prefetchRelated(Prefetches.of("books", some)).list();
    assertThat(reasons()).containsExactly("asked", "prefetch of books");
    assertThat(rows.stream().mapToInt(row -> all(row, "books").size()).sum()).isEqualTo(40);
  }

  @Test
  void inBulkIsDividedAndPrefetchesForAllAtOnce() {
    Map<Object, Instance> found = books.prefetchRelated("author").inBulk(keys(1, 50));
    assertThat(found).hasSize(50).containsKeys(1L, 50L);
    List<String> expected = new ArrayList<>(parts("asked", 3));
    expected.addAll(parts("prefetch of author", 2));
    assertThat(reasons()).isEqualTo(expected);
  }

  @Test
  void inBulkLeavesRoomForTheConditionsBeforeIt() {
    QuerySet<Instance> some = books.filter("title__contains", "1", "price__lt", BigDecimal.TEN);
    assertThat(some.inBulk(keys(1, 100))).hasSize(19);
    assertThat(reasons()).isEqualTo(parts("asked", 6));
    assertThat(books.inBulk(List.of())).isEmpty();
    assertThat(log.count()).isEqualTo(6);
  }

  @Test
  void inBulkOfAChainIsDividedToo() {
    List<Long> keys = keys(1, 30);
    Result result = orm.runner().run(Parser.parse("Book.objects.in_bulk(" + keys + ")").chain());
    assertThat(((Result.Objects) result).rows()).extracting(Instance::pk).isEqualTo(keys);
    assertThat(reasons()).isEqualTo(parts("asked", 2));
  }

  @Test
  void aFilterByAListOfAnyLengthIsOneStatement() {
    QuerySet<Instance> some = books.filter("pk__in", keys(31, 90));
    assertThat(some.count()).isEqualTo(60);
    assertThat(some.exists()).isTrue();
    assertThat(some.orderBy("-pk").slice(0, 2).list())
        .extracting(Instance::pk)
        .containsExactly(90L, 89L);
    assertThat(some.aggregate("n", Aggregates.max("pk"))).containsEntry("n", 90L);
    assertThat(books.exclude("pk__in", keys(31, 90)).count()).isEqualTo(40);
    assertThat(authors.filter("books__in", some).distinct().count()).isEqualTo(30);
    assertThat(some.filter("author__in", keys(20, 60), "title__startswith", "Book").count())
        .isEqualTo(52);
    assertThat(log.count()).isEqualTo(7);
    assertThat(log.entries().getFirst().sql().text())
        .endsWith("WHERE \"library_book\".\"id\" IN (SELECT value FROM JSON_EACH(?))");
    assertThat(log.entries().getFirst().interpolated()).contains("JSON_EACH('[31, 32, 33, ");
  }

  @Test
  void aFilterByALongListFindsValuesOfEveryKind() {
    findValuesOfEveryKind();
  }

  @Test
  void aFilterByALongListFindsValuesOfEveryKindOnPostgres() {
    close();
    open(Settings.of(PostgresServer.newDatabase()));
    findValuesOfEveryKind();
    assertThat(log.entries().getFirst().sql().bindings()).isEmpty();
    assertThat(authors.prefetchRelated("books").filter("pk__in", keys(1, 30)).list())
        .hasSize(30)
        .allSatisfy(author -> assertThat(all(author, "books")).hasSize(2));
    assertThat(reasons().subList(log.count() - 3, log.count()))
        .isEqualTo(of("asked", parts("prefetch of books", 2)));
  }

  private void findValuesOfEveryKind() {
    for (Map.Entry<String, Function<Integer, Object>> each :
        Map.<String, Function<Integer, Object>>of(
                "title", i -> "Book " + i,
                "price", i -> BigDecimal.valueOf(i, 1),
                "published", i -> LocalDate.of(2000, 1, 1).plusDays(i),
                "code", BindLimitTest::code)
            .entrySet()) {
      List<Object> values = range(30, each.getValue());
      assertThat(books.filter(each.getKey() + "__in", values).valuesFlat("pk").list())
          .as(each.getKey())
          .isEqualTo(keys(1, 30));
    }
    List<Object> odd = new ArrayList<>(range(30, i -> "it's \"№\" \\ \u0001 " + i));
    odd.add("Book 7");
    assertThat(books.filter("title__in", odd).count()).isEqualTo(1);
    authors.filter("pk", 1).update("name", odd.getFirst());
    assertThat(authors.filter("name__in", odd).count()).isEqualTo(1);
  }

  @Test
  void rowsOfALongListAreChangedAndDeletedInOneStatement() {
    assertThat(books.filter("pk__in", keys(1, 60)).update("title", "X")).isEqualTo(60);
    assertThat(books.filter("title", "X").count()).isEqualTo(60);
    Manager<Instance> tags = orm.objects("Tag");
    tags.bulkCreate(range(40, i -> tags.make("name", "Tag " + i)));
    int before = log.count();
    assertThat(tags.filter("name__in", range(30, i -> "Tag " + i)).delete().total()).isEqualTo(30);
    assertThat(tags.count()).isEqualTo(10);
    assertThat(log.count() - before).isPositive();
  }

  @Test
  void aDeletionIsDividedWithAllThatDependsOnIt() {
    Deletion deletion = authors.filter("pk__lte", 45).delete();
    assertThat(deletion.byModel())
        .containsEntry("library.Author", 45L)
        .containsEntry("library.Book", 90L);
    assertThat(books.count()).isEqualTo(10);
    assertThat(books.filter("editor__isnull", false).count()).isEqualTo(4);
    assertThat(reasons())
        .containsSubsequence(parts("delete of Book", 5))
        .containsSubsequence(parts("delete of Author", 3));
  }

  @Test
  void bulkWritesAreDivided() {
    List<Instance> many = range(50, i -> authors.make("name", "New " + i));
    authors.bulkCreate(many);
    assertThat(reasons()).isEqualTo(parts("save of Author", 3));
    many.forEach(author -> author.set("name", author.get("name") + "!"));
    assertThat(authors.bulkUpdate(many, List.of("name"))).isEqualTo(50);
    List<String> expected = new ArrayList<>(parts("save of Author", 3));
    expected.addAll(parts("save of Author", 9));
    assertThat(reasons()).isEqualTo(expected);
    assertThat(authors.filter("name__endswith", "!").count()).isEqualTo(50);
  }

  @Test
  void whatFitsIsSentAsItAlwaysIs() {
    assertThat(books.filter("pk__in", keys(1, MOST)).count()).isEqualTo(MOST);
    assertThat(books.inBulk(keys(1, MOST))).hasSize(MOST);
    String text = log.entries().getFirst().sql().text();
    assertThat(text).contains("IN (?, ?, ").doesNotContain("JSON_EACH");
    assertThat(reasons()).containsExactly("count", "asked");
  }
}
