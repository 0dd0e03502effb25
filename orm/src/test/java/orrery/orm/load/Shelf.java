package orrery.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.query.Name;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Step;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Models with every kind of relation that can be prefetched, and a database in memory that has
/// them: books and their authors, children of both in multi-table inheritance, favourites by name,
/// tags on anything, houses and rooms.
public final class Shelf {

  /// The models.
  public static final Models MODELS = new Models(models());

  private Shelf() {}

  /// What code adds: properties of persons, and a default manager that prefetches.
  public static Map<String, Behaviour> behaviours() {
    return Map.of(
        "Person",
        Behaviour.PLAIN.withProperties(
            Map.of(
                "first_house",
                new Property(Shelf::firstHouse, false),
                "cached_houses",
                new Property(of -> List.of(), true))),
        "Reader",
        Behaviour.PLAIN.withDefaultManager(
            List.of(
                new Step.PrefetchRelated(List.of(new Prefetch("books_read")), false),
                new Step.OrderBy(List.of(new Name("id"))))));
  }

  private static Object firstHouse(Instance of) {
    List<Instance> houses =
        ((Prefetched) java.util.Objects.requireNonNull(of.related("houses"))).objects();
    return houses.getFirst();
  }

  /// Opens a database with the tables and some rows.
  public static Database open(Settings settings) {
    Database database = Database.open(settings.writable());
    for (String statement : SCRIPT.split(";\n", -1)) {
      if (!statement.isBlank()) {
        database.update(Sql.of(statement), Reason.USER);
      }
    }
    return database;
  }

  private static final String SCRIPT =
      """
      CREATE TABLE contenttype (id INTEGER PRIMARY KEY, app_label TEXT, model TEXT);
      CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT UNIQUE, first_book_id INTEGER);
      CREATE TABLE authorwithage (author_id INTEGER PRIMARY KEY, age INTEGER);
      CREATE TABLE favorite (id INTEGER PRIMARY KEY, author_id TEXT, likes_author_id TEXT);
      CREATE TABLE address (id INTEGER PRIMARY KEY, author_id TEXT, address TEXT);
      CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT);
      CREATE TABLE book_authors (id INTEGER PRIMARY KEY, book_id INTEGER, author_id INTEGER,
        UNIQUE (book_id, author_id));
      CREATE TABLE bio (id INTEGER PRIMARY KEY, author_id INTEGER UNIQUE);
      CREATE TABLE reader (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE reader_books_read (id INTEGER PRIMARY KEY, reader_id INTEGER, book_id INTEGER);
      CREATE TABLE fan (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE fan_books (id INTEGER PRIMARY KEY, fan_id INTEGER, book_id INTEGER);
      CREATE TABLE tag (id INTEGER PRIMARY KEY, tag TEXT, type_id INTEGER, object_id TEXT);
      CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE house (id INT PRIMARY KEY, name TEXT, owner_id INTEGER);
      CREATE TABLE person_houses (id INTEGER PRIMARY KEY, person_id INTEGER, house_id INTEGER);
      INSERT INTO contenttype VALUES (7, 'app', 'book'), (8, 'app', 'reader'), (9, 'gone', 'gone');
      INSERT INTO book VALUES (1, 'Poems'), (2, 'Jane Eyre'), (3, 'Wuthering Heights');
      INSERT INTO author VALUES (1, 'Charlotte', 1), (2, 'Anne', 1), (3, 'Emily', 3);
      INSERT INTO authorwithage VALUES (1, 38);
      INSERT INTO favorite VALUES (1, 'Charlotte', 'Anne'), (2, 'Anne', 'Emily'), (3, 'Charlotte', 'Emily');
      INSERT INTO address VALUES (1, 'Charlotte', 'Haworth'), (2, 'Charlotte', 'Brussels');
      INSERT INTO book_authors VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3), (4, 2, 1), (5, 3, 3);
      INSERT INTO bio VALUES (1, 1);
      INSERT INTO reader VALUES (1, 'Amy'), (2, 'Belinda');
      INSERT INTO reader_books_read VALUES (1, 1, 1), (2, 2, 2), (3, 2, 1);
      INSERT INTO fan VALUES (1, 'Fred');
      INSERT INTO fan_books VALUES (1, 1, 3), (2, 1, 2);
      INSERT INTO tag VALUES (1, 'great', 7, '1'), (2, 'odd', 8, '2'), (3, 'none', NULL, NULL),
        (4, 'lost', 7, '99'), (5, 'gone', 9, '1'), (6, 'great', 7, '2'), (7, 'bad', 7, 'x');
      INSERT INTO person VALUES (1, 'Joe'), (2, 'Mary');
      INSERT INTO house VALUES (1, 'House 1', 1), (2, 'House 2', NULL), (3, 'House 3', 2);
      INSERT INTO person_houses VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3);
      """;

  private static List<Model> models() {
    List<Model> all = new ArrayList<>();
    all.add(
        plain("ContentType", "contenttype")
            .field(text("ContentType", "app_label"))
            .field(text("ContentType", "model"))
            .build());
    all.add(
        plain("Author", "author")
            .field(Field.builder("Author", "name", FieldTypes.CHAR).unique(true).build())
            .field(foreign("Author", "first_book", "Book", "id", "first_time_authors"))
            .virtual(
                manyToMany(
                    "Author",
                    "favorite_authors",
                    "Author",
                    "Favorite",
                    "author",
                    "likes_author",
                    "favors_me",
                    false))
            .ordering(List.of("id"))
            .labelField("name")
            .build());
    all.add(
        Model.builder("AuthorWithAge", "authorwithage")
            .field(
                Field.builder("AuthorWithAge", "author", FieldTypes.INTEGER)
                    .references(
                        new Reference(
                            "Author",
                            "id",
                            true,
                            OnDelete.CASCADE,
                            "authorwithage",
                            "authorwithage",
                            false,
                            true,
                            true))
                    .column("author_id")
                    .primaryKey(true)
                    .build())
            .field(Field.builder("AuthorWithAge", "age", FieldTypes.INTEGER).build())
            .ordering(List.of("id"))
            .labelField("name")
            .build());
    all.add(
        plain("Favorite", "favorite")
            .field(foreign("Favorite", "author", "Author", "name", "i_like"))
            .field(foreign("Favorite", "likes_author", "Author", "name", "likes_me"))
            .build());
    all.add(
        plain("Address", "address")
            .field(foreign("Address", "author", "Author", "name", "addresses"))
            .field(text("Address", "address"))
            .ordering(List.of("id"))
            .labelField("address")
            .build());
    all.add(
        plain("Book", "book")
            .field(text("Book", "title"))
            .virtual(
                manyToMany(
                    "Book", "authors", "Author", "BookAuthors", "book", "author", "books", false))
            .virtual(
                new GenericRelation(
                    "Book", "tags", "Tag", "type", "object_id", Optional.of("books")))
            .ordering(List.of("id"))
            .labelField("title")
            .build());
    all.add(join("BookAuthors", "book_authors", "Book", "Author"));
    all.add(
        plain("Bio", "bio")
            .field(
                Field.builder("Bio", "author", FieldTypes.INTEGER)
                    .references(
                        new Reference(
                            "Author",
                            "id",
                            true,
                            OnDelete.CASCADE,
                            "bio",
                            "bio",
                            false,
                            false,
                            true))
                    .column("author_id")
                    .build())
            .build());
    all.add(
        plain("Reader", "reader")
            .field(text("Reader", "name"))
            .virtual(
                manyToMany(
                    "Reader",
                    "books_read",
                    "Book",
                    "ReaderBooks",
                    "reader",
                    "book",
                    "read_by",
                    false))
            .labelField("name")
            .build());
    all.add(join("ReaderBooks", "reader_books_read", "Reader", "Book"));
    all.add(
        plain("Fan", "fan")
            .field(text("Fan", "name"))
            .virtual(manyToMany("Fan", "books", "Book", "FanBooks", "fan", "book", "+", true))
            .build());
    all.add(join("FanBooks", "fan_books", "Fan", "Book"));
    all.add(
        plain("Tag", "tag")
            .field(text("Tag", "tag"))
            .field(
                Field.builder("Tag", "type", FieldTypes.INTEGER)
                    .references(
                        new Reference(
                            "ContentType",
                            "id",
                            false,
                            OnDelete.CASCADE,
                            "tag_set",
                            "tag",
                            false,
                            false,
                            true))
                    .column("type_id")
                    .nullable(true)
                    .build())
            .field(text("Tag", "object_id"))
            .virtual(new GenericForeignKey("Tag", "target", "type", "object_id"))
            .ordering(List.of("id"))
            .labelField("tag")
            .build());
    all.add(
        plain("Person", "person")
            .field(text("Person", "name"))
            .virtual(
                manyToMany(
                    "Person",
                    "houses",
                    "House",
                    "PersonHouses",
                    "person",
                    "house",
                    "occupants",
                    false))
            .ordering(List.of("id"))
            .labelField("name")
            .build());
    all.add(
        plain("House", "house")
            .field(text("House", "name"))
            .field(foreign("House", "owner", "Person", "id", "house_set"))
            .ordering(List.of("id"))
            .labelField("name")
            .build());
    all.add(join("PersonHouses", "person_houses", "Person", "House"));
    return all;
  }

  private static Model.Builder plain(String name, String table) {
    return Model.builder(name, table)
        .field(Field.builder(name, "id", FieldTypes.AUTO).primaryKey(true).build());
  }

  private static Model join(String name, String table, String source, String target) {
    String from = source.toLowerCase(Locale.ROOT);
    String to = target.toLowerCase(Locale.ROOT);
    return plain(name, table)
        .field(foreign(name, from, source, "id", from + "_rows+"))
        .field(foreign(name, to, target, "id", to + "_rows+"))
        .autoCreated(true)
        .build();
  }

  private static Field text(String model, String name) {
    return Field.builder(model, name, FieldTypes.CHAR).nullable(true).build();
  }

  private static Field foreign(
      String model, String name, String target, String toField, String reverse) {
    FieldType type = toField.equals("id") ? FieldTypes.INTEGER : FieldTypes.CHAR;
    return Field.builder(model, name, type)
        .references(
            new Reference(
                target,
                toField,
                false,
                OnDelete.CASCADE,
                reverse,
                reverse,
                reverse.endsWith("+"),
                false,
                true))
        .column(name + "_id")
        .nullable(true)
        .build();
  }

  private static ManyToMany manyToMany(
      String model,
      String name,
      String target,
      String through,
      String source,
      String to,
      String reverse,
      boolean hidden) {
    return new ManyToMany(
        model, name, target, through, source, to, reverse, reverse, hidden, false, true);
  }
}
