package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Prefetches;
import orrery.orm.QuerySet;
import orrery.orm.error.AttributeError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;

class PrefetchRelatedTests extends PrefetchCase {

  private Instance book1;
  private Instance book2;
  private Instance book3;
  private Instance book4;
  private Instance author1;
  private Instance author2;
  private Instance author3;
  private Instance author4;
  private Instance reader1;
  private Instance reader2;

  @BeforeEach
  void setUpTestData() {
    book1 = objects("Book").create("title", "Poems");
    book2 = objects("Book").create("title", "Jane Eyre");
    book3 = objects("Book").create("title", "Wuthering Heights");
    book4 = objects("Book").create("title", "Sense and Sensibility");

    author1 = objects("Author").create("name", "Charlotte", "first_book", book1);
    author2 = objects("Author").create("name", "Anne", "first_book", book1);
    author3 = objects("Author").create("name", "Emily", "first_book", book1);
    author4 = objects("Author").create("name", "Jane", "first_book", book4);

    related(book1, "authors").add(author1, author2, author3);
    related(book2, "authors").add(author1);
    related(book3, "authors").add(author3);
    related(book4, "authors").add(author4);

    reader1 = objects("Reader").create("name", "Amy");
    reader2 = objects("Reader").create("name", "Belinda");

    related(reader1, "books_read").add(book1, book4);
    related(reader2, "books_read").add(book2, book4);
  }

  @Test
  void testM2mForward() {
    List<List<Instance>> lists =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Book").prefetchRelated("authors").stream()
                    .map(book -> all(book, "authors"))
                    .toList());
    List<List<Instance>> normalLists =
        objects("Book").all().stream().map(book -> all(book, "authors")).toList();
    assertThat(lists)
        .isEqualTo(normalLists)
        .containsExactly(
            List.of(author1, author2, author3),
            List.of(author1),
            List.of(author3),
            List.of(author4));
  }

  @Test
  void testM2mReverse() {
    List<List<Instance>> lists =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Author").prefetchRelated("books").stream()
                    .map(author -> all(author, "books"))
                    .toList());
    List<List<Instance>> normalLists =
        objects("Author").all().stream().map(author -> all(author, "books")).toList();
    assertThat(lists)
        .isEqualTo(normalLists)
        .containsExactly(
            List.of(book1, book2), List.of(book1), List.of(book1, book3), List.of(book4));
  }

  @Test
  void testForeignkeyForward() {
    List<Instance> books =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Author").prefetchRelated("first_book").stream()
                    .map(author -> one(author, "first_book"))
                    .toList());
    List<Instance> normalBooks =
        objects("Author").all().stream().map(author -> one(author, "first_book")).toList();
    assertThat(books).isEqualTo(normalBooks).containsExactly(book1, book1, book1, book4);
  }

  @Test
  void testForeignkeyReverse() {
    List<List<Instance>> lists =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Book").prefetchRelated("first_time_authors").stream()
                    .map(book -> all(book, "first_time_authors"))
                    .toList());
    assertThat(lists)
        .containsExactly(
            List.of(author1, author2, author3), List.of(), List.of(), List.of(author4));
    assertThat(related(book2, "authors").all())
        .extracting(Instance::repr)
        .containsExactly("<Author: Charlotte>");
  }

  @Test
  void testOnetooneReverseNoMatch() {
    Instance book =
        seeds.assertNumQueries(
            2, () -> objects("Book").prefetchRelated("bookwithyear").all().at(0));
    seeds.assertNumQueries(
        0,
        () ->
            assertThatThrownBy(() -> book.get("bookwithyear"))
                .isInstanceOf(ObjectDoesNotExist.class)
                .hasMessage("Book has no bookwithyear.")
                .asInstanceOf(InstanceOfAssertFactories.type(ObjectDoesNotExist.class))
                .extracting(ObjectDoesNotExist::model)
                .asInstanceOf(InstanceOfAssertFactories.OPTIONAL)
                .contains("BookWithYear"));
  }

  @Test
  void testSurvivesClone() {
    List<List<Instance>> lists =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Book").prefetchRelated("first_time_authors").exclude("id", 1000).stream()
                    .map(book -> all(book, "first_time_authors"))
                    .toList());
    assertThat(lists).hasSize(4);
  }

  @Test
  void testLen() {
    seeds.assertNumQueries(
        2,
        () -> {
          QuerySet<Instance> books = objects("Book").prefetchRelated("first_time_authors");
          assertThat(books.size()).isEqualTo(4);
          books.forEach(book -> all(book, "first_time_authors"));
        });
  }

  @Test
  void testBool() {
    seeds.assertNumQueries(
        2,
        () -> {
          QuerySet<Instance> books = objects("Book").prefetchRelated("first_time_authors");
          assertThat(books.isEmpty()).isFalse();
          books.forEach(book -> all(book, "first_time_authors"));
        });
  }

  @Test
  void testCount() {
    seeds.assertNumQueries(
        2,
        () -> {
          QuerySet<Instance> books = objects("Book").prefetchRelated("first_time_authors");
          assertThat(books.stream().map(book -> related(book, "first_time_authors").count()))
              .containsExactly(3L, 0L, 0L, 1L);
        });
  }

  @Test
  void testExists() {
    seeds.assertNumQueries(
        2,
        () -> {
          QuerySet<Instance> books = objects("Book").prefetchRelated("first_time_authors");
          assertThat(books.stream().map(book -> related(book, "first_time_authors").exists()))
              .containsExactly(true, false, false, true);
        });
  }

  @Test
  void testInAndPrefetchRelated() {
    QuerySet<Instance> books = objects("Book").prefetchRelated("first_time_authors");
    seeds.assertNumQueries(
        4,
        () -> {
          Instance first = books.at(0);
          assertThat(books).contains(first);
        });
    seeds.assertNumQueries(0, () -> assertThat(books.contains(books.at(0))).isTrue());
  }

  @Test
  void testClear() {
    seeds.assertNumQueries(
        5,
        () -> {
          QuerySet<Instance> withPrefetch = objects("Author").prefetchRelated("books");
          QuerySet<Instance> withoutPrefetch = withPrefetch.prefetchRelated((Object) null);
          withoutPrefetch.forEach(author -> all(author, "books"));
        });
  }

  /// Of each author, of each book, who read it.
  private static List<List<List<String>>> readers(QuerySet<Instance> authors) {
    return authors.stream()
        .map(author -> all(author, "books").stream().map(book -> texts(book, "read_by")).toList())
        .toList();
  }

  private static void assertReaders(List<List<List<String>>> lists) {
    assertThat(lists)
        .containsExactly(
            List.of(List.of("Amy"), List.of("Belinda")), // Charlotte: Poems, Jane Eyre
            List.of(List.of("Amy")), // Anne: Poems
            List.of(List.of("Amy"), List.of()), // Emily: Poems, Wuthering Heights
            List.of(List.of("Amy", "Belinda"))); // Jane: Sense and Sensibility
  }

  @Test
  void testM2mThenM2m() {
    assertReaders(
        seeds.assertNumQueries(
            3, () -> readers(objects("Author").prefetchRelated("books__read_by"))));
  }

  @Test
  void testOverridingPrefetch() {
    assertReaders(
        seeds.assertNumQueries(
            3, () -> readers(objects("Author").prefetchRelated("books", "books__read_by"))));
    assertReaders(
        seeds.assertNumQueries(
            3, () -> readers(objects("Author").prefetchRelated("books__read_by", "books"))));
  }

  @Test
  void testGet() {
    List<List<String>> lists =
        seeds.assertNumQueries(
            3,
            () -> {
              Instance author =
                  objects("Author").prefetchRelated("books__read_by").get("name", "Charlotte");
              return all(author, "books").stream().map(book -> texts(book, "read_by")).toList();
            });
    assertThat(lists).containsExactly(List.of("Amy"), List.of("Belinda")); // Poems, Jane Eyre
  }

  @Test
  void testForeignKeyThenM2m() {
    List<List<String>> lists =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Author")
                    .selectRelated("first_book")
                    .prefetchRelated("first_book__read_by")
                    .stream()
                    .map(author -> texts(one(author, "first_book"), "read_by"))
                    .toList());
    assertThat(lists)
        .containsExactly(List.of("Amy"), List.of("Amy"), List.of("Amy"), List.of("Amy", "Belinda"));
  }

  @Test
  void testReverseOneToOneThenM2m() {
    QuerySet<Instance> authors =
        objects("Author").prefetchRelated("bio__books").selectRelated("bio");
    seeds.assertNumQueries(1, () -> authors.all().list());
    objects("Bio").create("author", author1);
    seeds.assertNumQueries(2, () -> authors.all().list());
  }

  @Test
  void testAttributeError() {
    QuerySet<Instance> readers = objects("Reader").all().prefetchRelated("books_read__xyz");
    assertThatThrownBy(readers::list)
        .isInstanceOf(AttributeError.class)
        .hasMessage(
            "Cannot find 'xyz' on Book object, 'books_read__xyz' is an invalid parameter to prefetch_related()");
  }

  @Test
  void testInvalidFinalLookup() {
    QuerySet<Instance> books = objects("Book").prefetchRelated("authors__name");
    assertThatThrownBy(books::list)
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "'authors__name' does not resolve to an item that supports prefetching - this is an invalid parameter to prefetch_related().");
  }

  @Test
  void testForwardM2mToAttrConflict() {
    QuerySet<Instance> authors = objects("Author").all();
    QuerySet<Instance> books =
        objects("Book").prefetchRelated(Prefetches.of("authors", authors, "authors"));
    assertThatThrownBy(books::list)
        .isInstanceOf(ValueError.class)
        .hasMessage("to_attr=authors conflicts with a field on the Book model.");
    // No author is lost to an assignment of the relation.
    assertThat(related(book1, "authors").count()).isEqualTo(3);
  }

  @Test
  void testReverseM2mToAttrConflict() {
    QuerySet<Instance> poems = objects("Book").filter("title", "Poems");
    QuerySet<Instance> authors =
        objects("Author").prefetchRelated(Prefetches.of("books", poems, "books"));
    assertThatThrownBy(authors::list)
        .isInstanceOf(ValueError.class)
        .hasMessage("to_attr=books conflicts with a field on the Author model.");
    // No book is lost to an assignment of the relation.
    assertThat(related(author1, "books").count()).isEqualTo(2);
  }

  @Test
  void testM2mThenReverseFkObjectIds() {
    String sql = seeds.lastSql(() -> objects("Book").prefetchRelated("authors__addresses").list());
    assertThat(sql).containsOnlyOnce(String.valueOf(author1.get("name")));
  }

  @Test
  void testM2mThenM2mObjectIds() {
    String sql =
        seeds.lastSql(() -> objects("Book").prefetchRelated("authors__favorite_authors").list());
    assertThat(sql).containsOnlyOnce(String.valueOf(author1.get("name")));
  }

  @Test
  void testM2mThenReverseOneToOneObjectIds() {
    String sql =
        seeds.lastSql(() -> objects("Book").prefetchRelated("authors__authorwithage").list());
    assertThat(sql).containsOnlyOnce(String.valueOf(author1.pk()));
  }
}
