package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.Prefetches;
import orrery.orm.load.Instance;

class GenericRelationTests extends PrefetchCase {

  private Instance book1;
  private Instance book2;
  private Instance book3;
  private Instance reader1;
  private Instance reader2;
  private Instance reader3;

  @BeforeEach
  void setUpTestData() {
    book1 = objects("Book").create("title", "Winnie the Pooh");
    book2 = objects("Book").create("title", "Do you like green eggs and spam?");
    book3 = objects("Book").create("title", "Three Men In A Boat");

    reader1 = objects("Reader").create("name", "me");
    reader2 = objects("Reader").create("name", "you");
    reader3 = objects("Reader").create("name", "someone");

    related(book1, "read_by").add(reader1, reader2);
    related(book2, "read_by").add(reader2);
    related(book3, "read_by").add(reader3);
  }

  private Manager<Instance> taggedItems() {
    return objects("TaggedItem");
  }

  private Instance bookmark() {
    return objects("Bookmark").create("url", "http://www.djangoproject.com/");
  }

  @Test
  void testPrefetchGFK() {
    taggedItems().create("tag", "awesome", "content_object", book1);
    taggedItems().create("tag", "great", "content_object", reader1);
    taggedItems().create("tag", "outstanding", "content_object", book2);
    taggedItems().create("tag", "amazing", "content_object", reader3);

    // One for the tagged items, one for the books, one for the readers.
    List<Instance> items =
        seeds.assertNumQueries(3, () -> taggedItems().prefetchRelated("content_object").list());
    assertThat(items.stream().map(item -> one(item, "content_object")))
        .containsExactly(book1, reader1, book2, reader3);
  }

  @Test
  void testPrefetchGFKNonintPk() {
    objects("Comment").create("comment", "awesome", "content_object", book1);

    // One for the comments, one for the books.
    List<Instance> targets =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Comment").prefetchRelated("content_object").stream()
                    .map(comment -> one(comment, "content_object"))
                    .toList());
    assertThat(targets).containsExactly(book1);
  }

  @Test
  void testTraverseGFK() {
    taggedItems().create("tag", "awesome", "content_object", book1);
    taggedItems().create("tag", "awesome", "content_object", book2);
    taggedItems().create("tag", "awesome", "content_object", book3);
    taggedItems().create("tag", "awesome", "content_object", reader1);
    taggedItems().create("tag", "awesome", "content_object", reader2);

    Instance contentType = objects("ContentType").get("model", "book");

    // One for the tagged items, one for what they are on, since that is all in one table, and one
    // for who read it: whoever asks for books alone may go on from them as from books.
    Set<String> readersOfAwesomeBooks =
        seeds.assertNumQueries(
            3,
            () ->
                taggedItems()
                    .filter("content_type", contentType, "tag", "awesome")
                    .prefetchRelated("content_object__read_by")
                    .stream()
                    .flatMap(item -> all(one(item, "content_object"), "read_by").stream())
                    .map(reader -> String.valueOf(reader.get("name")))
                    .collect(Collectors.toSet()));
    assertThat(readersOfAwesomeBooks).containsExactlyInAnyOrder("me", "you", "someone");
  }

  @Test
  void testNullableGFK() {
    taggedItems().create("tag", "awesome", "content_object", book1, "created_by", reader1);
    taggedItems().create("tag", "great", "content_object", book2);
    taggedItems().create("tag", "rubbish", "content_object", book3);

    List<@Nullable Object> creators =
        seeds.assertNumQueries(
            2, () -> creators(taggedItems().prefetchRelated("created_by").list()));
    assertThat(creators)
        .isEqualTo(creators(taggedItems().all().list()))
        .containsExactly(reader1, null, null);
  }

  private static List<@Nullable Object> creators(List<Instance> items) {
    List<@Nullable Object> creators = new ArrayList<>();
    items.forEach(item -> creators.add(item.get("created_by")));
    return creators;
  }

  @Test
  void testGenericRelation() {
    Instance bookmark = bookmark();
    taggedItems().create("content_object", bookmark, "tag", "django");
    taggedItems().create("content_object", bookmark, "tag", "python");

    List<String> tags =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Bookmark").prefetchRelated("tags").stream()
                    .flatMap(each -> texts(each, "tags").stream())
                    .toList());
    assertThat(tags).containsExactlyInAnyOrder("django", "python");
  }

  @Test
  void testCharfieldGFK() {
    Instance created = bookmark();
    taggedItems().create("content_object", created, "tag", "django");
    taggedItems().create("content_object", created, "favorite", created, "tag", "python");

    seeds.assertNumQueries(
        3,
        () -> {
          Instance bookmark =
              objects("Bookmark")
                  .filter("pk", created.pk())
                  .prefetchRelated("tags", "favorite_tags")
                  .at(0);
          assertThat(texts(bookmark, "tags")).containsExactlyInAnyOrder("django", "python");
          assertThat(texts(bookmark, "favorite_tags")).containsExactly("python");
        });
  }

  @Test
  void testCustomQueryset() {
    Instance created = bookmark();
    Instance djangoTag = taggedItems().create("content_object", created, "tag", "django");
    taggedItems().create("content_object", created, "tag", "python");

    Instance bookmark =
        seeds.assertNumQueries(
            2,
            () ->
                objects("Bookmark")
                    .prefetchRelated(Prefetches.of("tags", taggedItems().filter("tag", "django")))
                    .get());
    seeds.assertNumQueries(
        0, () -> assertThat(related(bookmark, "tags").all()).containsExactly(djangoTag));

    // What a custom queryset leaves out stays out of the querysets that the manager gives.
    assertThat(related(bookmark, "tags").all().all().list())
        .isEqualTo(related(bookmark, "tags").all().list());
  }
}
