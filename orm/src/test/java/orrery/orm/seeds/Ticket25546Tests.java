package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Prefetches;
import orrery.orm.QuerySet;
import orrery.orm.load.Instance;

/// A nested `prefetch_related()` does not send the same lookup twice.
///
/// The lookups are addresses, first_time_authors, and first_time_authors__addresses, of which the
/// last is the first again.
class Ticket25546Tests extends PrefetchCase {

  private Instance author11;
  private Instance author12;
  private Instance author21;
  private Instance author1Address1;
  private Instance author2Address1;

  @BeforeEach
  void setUpTestData() {
    Instance book1 = objects("Book").create("title", "book1");
    Instance book2 = objects("Book").create("title", "book2");

    author11 = objects("Author").create("first_book", book1, "name", "Author11");
    author12 = objects("Author").create("first_book", book1, "name", "Author12");
    author21 = objects("Author").create("first_book", book2, "name", "Author21");

    author1Address1 = address(author11, "Happy place");
    address(author12, "Haunted house");
    author2Address1 = address(author21, "Happy place");
  }

  private Instance address(Instance author, String address) {
    return objects("AuthorAddress").create("author", author, "address", address);
  }

  private QuerySet<Instance> happyPlaces() {
    return objects("AuthorAddress").filter("address", "Happy place");
  }

  @Test
  void testPrefetch() {
    QuerySet<Instance> authors =
        objects("Author").prefetchRelated(Prefetches.of("addresses", happyPlaces()));
    List<Instance> books =
        seeds.assertNumQueries(
            3,
            () ->
                objects("Book")
                    .filter("title__in", List.of("book1", "book2"))
                    .prefetchRelated(Prefetches.of("first_time_authors", authors))
                    .list());
    Instance book1 = books.get(0);
    Instance book2 = books.get(1);

    seeds.assertNumQueries(
        0,
        () -> {
          assertThat(related(book1, "first_time_authors").all())
              .containsExactly(author11, author12);
          assertThat(related(book2, "first_time_authors").all()).containsExactly(author21);

          assertThat(related(firstTimeAuthor(book1, 0), "addresses").all())
              .containsExactly(author1Address1);
          assertThat(related(firstTimeAuthor(book1, 1), "addresses").all()).isEmpty();
          assertThat(related(firstTimeAuthor(book2, 0), "addresses").all())
              .containsExactly(author2Address1);
        });

    assertAllOfAllIsTheSame(book1, "first_time_authors");
    assertAllOfAllIsTheSame(book2, "first_time_authors");
    assertAllOfAllIsTheSame(firstTimeAuthor(book1, 0), "addresses");
    assertAllOfAllIsTheSame(firstTimeAuthor(book1, 1), "addresses");
    assertAllOfAllIsTheSame(firstTimeAuthor(book2, 0), "addresses");
  }

  private static Instance firstTimeAuthor(Instance book, int index) {
    return related(book, "first_time_authors").all().at(index);
  }

  /// What the manager gives at hand is what its queryset gives when it is asked anew.
  private static void assertAllOfAllIsTheSame(Instance of, String relation) {
    assertThat(related(of, relation).all().all().list())
        .isEqualTo(related(of, relation).all().list());
  }

  @Test
  void testPrefetchWithToAttr() {
    QuerySet<Instance> authors =
        objects("Author").prefetchRelated(Prefetches.of("addresses", happyPlaces(), "happy_place"));
    List<Instance> books =
        seeds.assertNumQueries(
            3,
            () ->
                objects("Book")
                    .filter("title__in", List.of("book1", "book2"))
                    .prefetchRelated(Prefetches.of("first_time_authors", authors, "first_authors"))
                    .list());
    Instance book1 = books.get(0);
    Instance book2 = books.get(1);

    seeds.assertNumQueries(
        0,
        () -> {
          assertThat(list(book1, "first_authors")).containsExactly(author11, author12);
          assertThat(list(book2, "first_authors")).containsExactly(author21);

          assertThat(list(list(book1, "first_authors").get(0), "happy_place"))
              .containsExactly(author1Address1);
          assertThat(list(list(book1, "first_authors").get(1), "happy_place")).isEmpty();
          assertThat(list(list(book2, "first_authors").get(0), "happy_place"))
              .containsExactly(author2Address1);
        });
  }
}
