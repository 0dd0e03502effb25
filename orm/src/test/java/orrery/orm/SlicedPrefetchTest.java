package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.db.Database;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.error.TypeError;
import orrery.orm.load.Instance;
import orrery.orm.load.Shelf;

/// A slice in the queryset of a prefetch counts the related objects of each parent, with a
/// `to_attr` and without.
class SlicedPrefetchTest {

  private Database database;
  private Orm orm;
  private QuerySet<Instance> books;
  private QuerySet<Instance> authors;
  private QueryLog.Capture log;

  @BeforeEach
  void open() {
    database = Shelf.open(Settings.of(":memory:"));
    orm = new Orm(Shelf.MODELS, Shelf.behaviours(), new Databases(database));
    books = orm.objects("Book").all();
    authors = orm.objects("Author").all();
    log = database.log().capture();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static List<String> texts(Instance of, String relation) {
    return RelatedManager.of(of, relation).all().stream().map(Instance::toString).toList();
  }

  @Test
  void ofAReverseForeignKey() {
    QuerySet<Instance> last = authors.orderBy("-pk").slice(0, 1);
    List<Instance> rows = books.prefetchRelated(Prefetches.of("first_time_authors", last)).list();
    assertThat(rows.stream().map(book -> texts(book, "first_time_authors")))
        .containsExactly(List.of("Anne"), List.of(), List.of("Emily"));
    assertThat(log.count()).isEqualTo(2);
    assertThat(log.entries().getLast().sql().text()).contains("ROW_NUMBER() OVER (PARTITION BY");
  }

  @Test
  void ofAManyToManyRelationWithAnOffset() {
    QuerySet<Instance> rest = authors.orderBy("name").slice(1, 3);
    List<Instance> rows = books.prefetchRelated(Prefetches.of("authors", rest, "rest")).list();
    assertThat(rows)
        .extracting(book -> String.valueOf(book.get("rest")))
        .containsExactly("[Charlotte, Emily]", "[]", "[]");
    List<Instance> unnamed = books.prefetchRelated(Prefetches.of("authors", rest)).list();
    assertThat(unnamed.stream().map(book -> texts(book, "authors")))
        .containsExactly(List.of("Charlotte", "Emily"), List.of(), List.of());
    assertThat(log.count()).isEqualTo(4);
  }

  @Test
  void withAStartAlone() {
    QuerySet<Instance> rest = authors.orderBy("name").from(1);
    List<Instance> rows = books.prefetchRelated(Prefetches.of("authors", rest)).list();
    assertThat(rows.stream().map(book -> texts(book, "authors")))
        .containsExactly(List.of("Charlotte", "Emily"), List.of(), List.of());
  }

  @Test
  void ofAGenericRelation() {
    database.update(Sql.of("INSERT INTO tag VALUES (8, 'second', 7, '1')"), Reason.USER);
    QuerySet<Instance> last = orm.objects("Tag").orderBy("-pk").slice(0, 1);
    List<Instance> rows = books.prefetchRelated(Prefetches.of("tags", last)).list();
    assertThat(rows.stream().map(book -> texts(book, "tags")))
        .containsExactly(List.of("second"), List.of("great"), List.of());
  }

  @Test
  void atTheEndOfAPath() {
    QuerySet<Instance> first = authors.orderBy("name").slice(0, 1);
    List<Instance> rows =
        authors.prefetchRelated(Prefetches.of("books__authors", first, "first")).list();
    Instance poems = RelatedManager.of(rows.getFirst(), "books").all().at(0);
    assertThat(poems.get("first")).hasToString("[Anne]");
    assertThat(log.count()).isEqualTo(3);
  }

  @Test
  void withAPrefetchOfItsOwn() {
    QuerySet<Instance> last = authors.orderBy("-pk").slice(0, 1).prefetchRelated("addresses");
    List<Instance> rows = books.prefetchRelated(Prefetches.of("authors", last)).list();
    Instance author = RelatedManager.of(rows.get(1), "authors").all().at(0);
    assertThat(author).hasToString("Charlotte");
    assertThat(texts(author, "addresses")).containsExactly("Haworth", "Brussels");
    assertThat(log.count()).isEqualTo(3);
  }

  @Test
  void staysASliceOfTheOneParentWhenItIsAskedAnew() {
    QuerySet<Instance> last = authors.orderBy("-pk").slice(0, 2);
    Instance poems = books.prefetchRelated(Prefetches.of("authors", last)).at(0);
    RelatedManager<Instance> related = RelatedManager.of(poems, "authors");
    assertThat(related.count()).isEqualTo(2);
    assertThat(log.count()).isEqualTo(2);
    assertThat(related.all().all().list()).isEqualTo(related.all().list());
    assertThat(log.entries().getLast().sql().text()).contains("LIMIT 2").doesNotContain("OVER");
    assertThatThrownBy(() -> related.filter("name", "Anne"))
        .isInstanceOf(TypeError.class)
        .hasMessage("Cannot filter a query once a slice has been taken.");
  }

  @Test
  void ofAToOneRelationLeavesEachItsOne() {
    List<Instance> rows =
        authors.prefetchRelated(Prefetches.of("first_book", books.slice(0, 1))).list();
    assertThat(rows)
        .extracting(author -> String.valueOf(author.get("first_book")))
        .containsExactly("Poems", "Poems", "Wuthering Heights");
  }

  @Test
  void inAChain() {
    Result.Objects result =
        (Result.Objects)
            orm.runner()
                .run(
                    Parser.parse(
                            "Book.objects.prefetch_related(Prefetch(\"authors\", queryset=Author.objects.order_by(\"-name\")[:1], to_attr=\"last\"))")
                        .chain());
    assertThat(result.rows())
        .extracting(book -> Objects.requireNonNull(book.get("last")).toString())
        .containsExactly("[Emily]", "[Charlotte]", "[Emily]");
  }
}
