package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

class ForeignKeyToFieldTest extends PrefetchCase {

  private Instance author1;
  private Instance author2;
  private Instance author3;
  private Instance authorAddress;

  @BeforeEach
  void setUpTestData() {
    Instance book = objects("Book").create("title", "Poems");
    author1 = objects("Author").create("name", "Jane", "first_book", book);
    author2 = objects("Author").create("name", "Tom", "first_book", book);
    author3 = objects("Author").create("name", "Robert", "first_book", book);
    authorAddress = objects("AuthorAddress").create("author", author1, "address", "SomeStreet 1");
    objects("FavoriteAuthors").create("author", author1, "likes_author", author2);
    objects("FavoriteAuthors").create("author", author2, "likes_author", author3);
    objects("FavoriteAuthors").create("author", author3, "likes_author", author1);
  }

  @Test
  void testForeignkey() {
    List<List<String>> addresses =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Author").prefetchRelated("addresses").stream()
                    .map(author -> texts(author, "addresses"))
                    .toList());
    assertThat(addresses).containsExactly(List.of(authorAddress.toString()), List.of(), List.of());
  }

  /// Of one author, whom they like, and who likes them.
  private record Favorites(List<String> iLike, List<String> likesMe) {}

  @Test
  void testM2m() {
    List<Favorites> favorites =
        seeds.assertNumQueries(
            3,
            () ->
                objects("Author").all().prefetchRelated("favorite_authors", "favors_me").stream()
                    .map(author ->
                        new Favorites(
                            texts(author, "favorite_authors"), texts(author, "favors_me")))
                    .toList());
    assertThat(favorites)
        .containsExactly(
            new Favorites(List.of(author2.toString()), List.of(author3.toString())),
            new Favorites(List.of(author3.toString()), List.of(author1.toString())),
            new Favorites(List.of(author1.toString()), List.of(author2.toString())));
  }
}
