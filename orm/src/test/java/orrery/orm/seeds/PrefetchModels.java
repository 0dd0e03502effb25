package orrery.orm.seeds;

import static orrery.orm.define.Fields.charField;
import static orrery.orm.define.Fields.foreignKey;
import static orrery.orm.define.Fields.genericForeignKey;
import static orrery.orm.define.Fields.genericRelation;
import static orrery.orm.define.Fields.integerField;
import static orrery.orm.define.Fields.manyToManyField;
import static orrery.orm.define.Fields.oneToOneField;
import static orrery.orm.define.Fields.positiveIntegerField;
import static orrery.orm.define.Fields.slugField;
import static orrery.orm.define.Fields.textField;
import static orrery.orm.define.Fields.urlField;
import static orrery.orm.define.Fields.uuidField;
import static orrery.orm.define.ModelDefinition.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.Manager;
import orrery.orm.define.Definitions;
import orrery.orm.load.Instance;
import orrery.orm.load.Row;
import orrery.orm.meta.OnDelete;

/// The models that the tests of `prefetch_related` run on.
final class PrefetchModels {

  static final Definitions ALL =
      Definitions.of(
          "prefetch_related",
          model("Author")
              .field("name", charField(50).unique())
              .field("first_book", foreignKey("Book").relatedName("first_time_authors"))
              .field(
                  "favorite_authors",
                  manyToManyField("self")
                      .through("FavoriteAuthors")
                      .symmetrical(false)
                      .relatedName("favors_me"))
              .ordering("id")
              .str("name"),
          model("AuthorWithAge")
              .extend("Author")
              .field("author", oneToOneField("Author").parentLink())
              .field("age", integerField()),
          model("FavoriteAuthors")
              .field("author", foreignKey("Author").toField("name").relatedName("i_like"))
              .field("likes_author", foreignKey("Author").toField("name").relatedName("likes_me"))
              .ordering("id"),
          model("AuthorAddress")
              .field("author", foreignKey("Author").toField("name").relatedName("addresses"))
              .field("address", textField())
              .ordering("id")
              .str("address"),
          model("Book")
              .field("title", charField(255))
              .field("authors", manyToManyField("Author").relatedName("books"))
              .ordering("id")
              .str("title"),
          model("BookWithYear")
              .extend("Book")
              .field("book", oneToOneField("Book").parentLink())
              .field("published_year", integerField())
              .field(
                  "aged_authors", manyToManyField("AuthorWithAge").relatedName("books_with_year")),
          model("Bio")
              .field("author", oneToOneField("Author"))
              .field("books", manyToManyField("Book")),
          model("Reader")
              .field("name", charField(50))
              .field("books_read", manyToManyField("Book").relatedName("read_by"))
              .ordering("id")
              .str("name"),
          model("BookReview")
              .field("book", foreignKey("BookWithYear"))
              .field("notes", textField().nullable().blank()),
          model("Qualification").field("name", charField(10)).ordering("id"),
          model(Teacher.class, Teacher::new)
              .field("name", charField(50))
              .field("qualifications", manyToManyField("Qualification"))
              .ordering("id")
              .defaultManager("Teacher.objects.prefetch_related('qualifications')"),
          model("Department")
              .field("name", charField(50))
              .field("teachers", manyToManyField("Teacher"))
              .ordering("id"),
          model("TaggedItem")
              .field("tag", slugField())
              .field("content_type", foreignKey("ContentType").relatedName("taggeditem_set2"))
              .field("object_id", positiveIntegerField())
              .field("content_object", genericForeignKey("content_type", "object_id"))
              .field(
                  "created_by_ct",
                  foreignKey("ContentType")
                      .onDelete(OnDelete.SET_NULL)
                      .nullable()
                      .relatedName("taggeditem_set3"))
              .field("created_by_fkey", positiveIntegerField().nullable())
              .field("created_by", genericForeignKey("created_by_ct", "created_by_fkey"))
              .field(
                  "favorite_ct",
                  foreignKey("ContentType")
                      .onDelete(OnDelete.SET_NULL)
                      .nullable()
                      .relatedName("taggeditem_set4"))
              .field("favorite_fkey", charField(64).nullable())
              .field("favorite", genericForeignKey("favorite_ct", "favorite_fkey"))
              .ordering("id")
              .str("tag"),
          model("Bookmark")
              .field("url", urlField())
              .field("tags", genericRelation("TaggedItem").relatedQueryName("bookmarks"))
              .field(
                  "favorite_tags",
                  genericRelation("TaggedItem")
                      .contentTypeField("favorite_ct")
                      .objectIdField("favorite_fkey")
                      .relatedQueryName("favorite_bookmarks"))
              .ordering("id"),
          model("Comment")
              .field("comment", textField())
              .field("content_type", foreignKey("ContentType"))
              .field("object_pk", textField())
              .field("content_object", genericForeignKey("content_type", "object_pk"))
              .ordering("id"),
          model("House")
              .field("name", charField(50))
              .field("address", charField(255))
              .field("owner", foreignKey("Person").onDelete(OnDelete.SET_NULL).nullable())
              .field(
                  "main_room",
                  oneToOneField("Room")
                      .onDelete(OnDelete.SET_NULL)
                      .nullable()
                      .relatedName("main_room_of"))
              .ordering("id"),
          model("Room")
              .field("name", charField(50))
              .field("house", foreignKey("House").relatedName("rooms"))
              .ordering("id"),
          model("Person")
              .field("name", charField(50))
              .field("houses", manyToManyField("House").relatedName("occupants"))
              .property("primary_house", PrefetchModels::primaryHouse)
              .property("all_houses", PrefetchModels::allHouses)
              .cachedProperty("cached_all_houses", PrefetchModels::allHouses)
              .ordering("id"),
          model("Employee")
              .field("name", charField(50))
              .field(
                  "boss",
                  foreignKey("self").onDelete(OnDelete.SET_NULL).nullable().relatedName("serfs"))
              .ordering("id")
              .str("name"),
          model("LessonEntry").field("name1", charField(200)).field("name2", charField(200)),
          model("WordEntry")
              .field("lesson_entry", foreignKey("LessonEntry"))
              .field("name", charField(200)),
          model("Author2")
              .field("name", charField(50).unique())
              .field("first_book", foreignKey("Book").relatedName("first_time_authors+"))
              .field("favorite_books", manyToManyField("Book").relatedName("+"))
              .ordering("id")
              .str("name"),
          model("Pet")
              .field("id", uuidField().primaryKey().defaultFrom(UUID::randomUUID))
              .field("name", charField(20))
              .field("people", manyToManyField("Person").relatedName("pets")),
          model("Flea")
              .field("id", uuidField().primaryKey().defaultFrom(UUID::randomUUID))
              .field(
                  "current_room",
                  foreignKey("Room").onDelete(OnDelete.SET_NULL).nullable().relatedName("fleas"))
              .field("pets_visited", manyToManyField("Pet").relatedName("fleas_hosted"))
              .field("people_visited", manyToManyField("Person").relatedName("fleas_hosted")));

  private PrefetchModels() {}

  /// The house with most rooms.
  private static @Nullable Object primaryHouse(Instance person) {
    return houses(person).stream()
        .max(Comparator.comparingLong(house -> manager(house, "rooms").count()))
        .orElseThrow();
  }

  private static Object allHouses(Instance person) {
    return new ArrayList<>(houses(person));
  }

  private static List<? extends Instance> houses(Instance person) {
    return manager(person, "houses").all().list();
  }

  static Manager<?> manager(Instance of, String name) {
    return (Manager<?>) Objects.requireNonNull(of.get(name));
  }

  /// Known by its name and its qualifications.
  static final class Teacher extends Instance {
    Teacher(Row row) {
      super(row);
    }

    @Override
    public String toString() {
      return get("name")
          + manager(this, "qualifications").all().stream()
              .map(q -> String.valueOf(q.get("name")))
              .collect(Collectors.joining(", ", " (", ")"));
    }
  }
}
