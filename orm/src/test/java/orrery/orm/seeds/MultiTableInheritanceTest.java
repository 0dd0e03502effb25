package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.QuerySet;
import orrery.orm.load.Instance;

class MultiTableInheritanceTest extends PrefetchCase {

  private Instance author1;
  private Instance author2;
  private Instance author3;
  private Instance authorAddress;

  @BeforeEach
  void setUpTestData() {
    Instance book1 = objects("BookWithYear").create("title", "Poems", "published_year", 2010);
    Instance book2 = objects("BookWithYear").create("title", "More poems", "published_year", 2011);
    author1 = objects("AuthorWithAge").create("name", "Jane", "first_book", book1, "age", 50);
    author2 = objects("AuthorWithAge").create("name", "Tom", "first_book", book1, "age", 49);
    author3 = objects("AuthorWithAge").create("name", "Robert", "first_book", book2, "age", 48);
    authorAddress = objects("AuthorAddress").create("author", author1, "address", "SomeStreet 1");
    related(book2, "aged_authors").add(author2, author3);
    objects("BookReview").create("book", book1, "notes", "review book1");
    objects("BookReview").create("book", book2, "notes", "review book2");
  }

  @Test
  void testForeignkey() {
    List<List<String>> addresses =
        seeds.assertNumQueries(
            2,
            () ->
                objects("AuthorWithAge").prefetchRelated("addresses").stream()
                    .map(author -> texts(author, "addresses"))
                    .toList());
    assertThat(addresses).containsExactly(List.of(authorAddress.toString()), List.of(), List.of());
  }

  @Test
  void testForeignkeyToInherited() {
    List<Object> titles =
        seeds.assertNumQueries(
            2,
            () -> {
              List<Object> all = new ArrayList<>();
              for (Instance review : objects("BookReview").prefetchRelated("book")) {
                all.add(String.valueOf(one(review, "book").get("title")));
              }
              return all;
            });
    assertThat(titles).containsExactly("Poems", "More poems");
  }

  @Test
  void testM2mToInheritingModel() {
    QuerySet<Instance> authors = objects("AuthorWithAge").prefetchRelated("books_with_year");
    assertThat(seeds.assertNumQueries(2, () -> texts(authors, "books_with_year")))
        .isEqualTo(texts(objects("AuthorWithAge").all(), "books_with_year"))
        .containsExactly(List.of(), List.of("More poems"), List.of("More poems"));

    QuerySet<Instance> books = objects("BookWithYear").prefetchRelated("aged_authors");
    assertThat(seeds.assertNumQueries(2, () -> texts(books, "aged_authors")))
        .isEqualTo(texts(objects("BookWithYear").all(), "aged_authors"))
        .containsExactly(List.of(), List.of("Tom", "Robert"));
  }

  private static List<List<String>> texts(QuerySet<Instance> rows, String relation) {
    return rows.stream().map(row -> texts(row, relation)).toList();
  }

  @Test
  void testParentLinkPrefetch() {
    List<Instance> parents =
        seeds.assertNumQueries(
            2,
            () ->
                objects("AuthorWithAge").prefetchRelated("author").stream()
                    .map(child -> one(child, "author"))
                    .toList());
    assertThat(parents).extracting(p -> p.model().name()).containsOnly("Author").hasSize(3);
    assertThat(parents).extracting(Instance::pk).containsExactly(keys());
  }

  private Object[] keys() {
    return new Object[] {author1.get("id"), author2.get("id"), author3.get("id")};
  }

  @Test
  void testChildLinkPrefetch() {
    List<Instance> children =
        seeds.assertNumQueries(
            2, () -> children(objects("Author").prefetchRelated("authorwithage")));
    String sql = seeds.lastSql(() -> objects("Author").prefetchRelated("authorwithage").list());
    assertThat(sql.toLowerCase(Locale.ROOT)).contains("authorwithage");
    assertThat(sql).contains(" IN ");
    assertThat(children)
        .isEqualTo(children(objects("Author").all()))
        .containsExactly(author1, author2, author3);
  }

  private static List<Instance> children(QuerySet<Instance> authors) {
    return authors.stream().map(author -> one(author, "authorwithage")).toList();
  }
}
