package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import orrery.orm.Prefetches;
import orrery.orm.QuerySet;
import orrery.orm.load.Instance;
import orrery.orm.query.Prefetch;

class MultiDbTests extends PrefetchCase {

  private QuerySet<Instance> other(String model) {
    return objects(model).using("other");
  }

  @Test
  void testUsingIsHonoredM2m() {
    QuerySet<Instance> books = other("Book");
    QuerySet<Instance> authors = other("Author");
    Instance book1 = books.create("title", "Poems");
    Instance book2 = books.create("title", "Jane Eyre");
    Instance book3 = books.create("title", "Wuthering Heights");
    Instance book4 = books.create("title", "Sense and Sensibility");

    Instance author1 = authors.create("name", "Charlotte", "first_book", book1);
    Instance author2 = authors.create("name", "Anne", "first_book", book1);
    Instance author3 = authors.create("name", "Emily", "first_book", book1);
    Instance author4 = authors.create("name", "Jane", "first_book", book4);

    related(book1, "authors").add(author1, author2, author3);
    related(book2, "authors").add(author1);
    related(book3, "authors").add(author3);
    related(book4, "authors").add(author4);

    // Forward
    QuerySet<Instance> withAuthors = books.prefetchRelated("authors");
    assertThat(
            seeds.assertNumQueries(
                2, "other", () -> lines(withAuthors, "%s (%s)\n", "title", "authors", "name")))
        .isEqualTo(
            """
            Poems (Charlotte, Anne, Emily)
            Jane Eyre (Charlotte)
            Wuthering Heights (Emily)
            Sense and Sensibility (Jane)
            """);

    // Reverse
    QuerySet<Instance> withBooks = authors.prefetchRelated("books");
    assertThat(
            seeds.assertNumQueries(
                2, "other", () -> lines(withBooks, "%s: %s\n", "name", "books", "title")))
        .isEqualTo(
            """
            Charlotte: Poems, Jane Eyre
            Anne: Poems
            Emily: Poems, Wuthering Heights
            Jane: Sense and Sensibility
            """);
  }

  @Test
  void testUsingIsHonoredFkey() {
    createBrontesAndAusten();

    // Forward
    String titles =
        seeds.assertNumQueries(
            2,
            "other",
            () ->
                other("Author").prefetchRelated("first_book").stream()
                    .map(author -> String.valueOf(one(author, "first_book").get("title")))
                    .collect(Collectors.joining(", ")));
    assertThat(titles).isEqualTo("Poems, Sense and Sensibility");

    // Reverse
    assertThat(
            seeds.assertNumQueries(
                2,
                "other",
                () -> firstTimeAuthors(other("Book").prefetchRelated("first_time_authors"))))
        .isEqualTo(
            """
            Poems (Charlotte Bronte)
            Sense and Sensibility (Jane Austen)
            """);
  }

  @Test
  void testUsingIsHonoredInheritance() {
    QuerySet<Instance> books = other("BookWithYear");
    QuerySet<Instance> authors = other("AuthorWithAge");
    Instance book1 = books.create("title", "Poems", "published_year", 2010);
    books.create("title", "More poems", "published_year", 2011);
    authors.create("name", "Jane", "first_book", book1, "age", 50);
    authors.create("name", "Tom", "first_book", book1, "age", 49);

    // The link to the parent
    String names =
        seeds.assertNumQueries(
            2,
            "other",
            () ->
                authors.prefetchRelated("author").stream()
                    .map(author -> String.valueOf(one(author, "author").get("name")))
                    .collect(Collectors.joining(", ")));
    assertThat(names).isEqualTo("Jane, Tom");

    // The link to the child
    String ages =
        seeds.assertNumQueries(
            2,
            "other",
            () ->
                authors.prefetchRelated("authorwithage").stream()
                    .map(author -> String.valueOf(one(author, "authorwithage").get("age")))
                    .collect(Collectors.joining(", ")));
    assertThat(ages).isEqualTo("50, 49");
  }

  @Test
  void testUsingIsHonoredCustomQs() {
    createBrontesAndAusten();
    String expected =
        """
        Poems (Charlotte Bronte)
        Sense and Sensibility (Jane Austen)
        """;

    // The database of the books is asked where the authors' queryset names none.
    Prefetch hinted = Prefetches.of("first_time_authors", objects("Author").all());
    assertThat(
            seeds.assertNumQueries(
                2, "other", () -> firstTimeAuthors(other("Book").prefetchRelated(hinted))))
        .isEqualTo(expected);

    // The same database is named.
    Prefetch same = Prefetches.of("first_time_authors", other("Author"));
    assertThat(
            seeds.assertNumQueries(
                2, "other", () -> firstTimeAuthors(other("Book").prefetchRelated(same))))
        .isEqualTo(expected);

    // A different database is named.
    Prefetch different = Prefetches.of("first_time_authors", objects("Author").using("default"));
    assertThat(
            seeds.assertNumQueries(
                1,
                "default",
                () ->
                    seeds.assertNumQueries(
                        1,
                        "other",
                        () -> firstTimeAuthors(other("Book").prefetchRelated(different)))))
        .isEqualTo(
            """
            Poems ()
            Sense and Sensibility ()
            """);
  }

  private void createBrontesAndAusten() {
    Instance book1 = other("Book").create("title", "Poems");
    Instance book2 = other("Book").create("title", "Sense and Sensibility");
    other("Author").create("name", "Charlotte Bronte", "first_book", book1);
    other("Author").create("name", "Jane Austen", "first_book", book2);
  }

  private static String firstTimeAuthors(QuerySet<Instance> books) {
    return lines(books, "%s (%s)\n", "title", "first_time_authors", "name");
  }

  /// Returns a line for each object: a field of it, and a field of each of its related objects.
  private static String lines(
      QuerySet<Instance> rows, String format, String field, String relation, String theirField) {
    return rows.stream()
        .map(row -> {
          String related =
              all(row, relation).stream()
                  .map(each -> String.valueOf(each.get(theirField)))
                  .collect(Collectors.joining(", "));
          return String.format(format, row.get(field), related);
        })
        .collect(Collectors.joining());
  }
}
