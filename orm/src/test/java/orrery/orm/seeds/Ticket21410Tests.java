package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

class Ticket21410Tests extends PrefetchCase {

  private Instance book1;
  private Instance book2;
  private Instance book3;
  private Instance book4;

  @BeforeEach
  void setUp() {
    book1 = objects("Book").create("title", "Poems");
    book2 = objects("Book").create("title", "Jane Eyre");
    book3 = objects("Book").create("title", "Wuthering Heights");
    book4 = objects("Book").create("title", "Sense and Sensibility");

    Instance author1 = objects("Author2").create("name", "Charlotte", "first_book", book1);
    Instance author2 = objects("Author2").create("name", "Anne", "first_book", book1);
    Instance author3 = objects("Author2").create("name", "Emily", "first_book", book1);
    Instance author4 = objects("Author2").create("name", "Jane", "first_book", book4);

    related(author1, "favorite_books").add(book1, book2, book3);
    related(author2, "favorite_books").add(book1);
    related(author3, "favorite_books").add(book2);
    related(author4, "favorite_books").add(book3);
  }

  @Test
  void testBug() {
    List<Instance> authors =
        seeds.assertNumQueries(
            3, () -> objects("Author2").prefetchRelated("first_book", "favorite_books").list());
    assertThat(authors.stream().map(author -> one(author, "first_book")))
        .containsExactly(book1, book1, book1, book4);
    assertThat(authors.stream().map(author -> all(author, "favorite_books")))
        .containsExactly(
            List.of(book1, book2, book3), List.of(book1), List.of(book2), List.of(book3));
  }
}
