package orrery.orm.resolve;

import java.util.List;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldTypes;

/// Blogs with their entries, authors and comments: the models by which Django's semantics are
/// usually told, and some rows with gaps at every place that may have one.
final class Blogs {

  static final Models MODELS =
      new Models(List.of(blog(), author(), entry(), entryAuthors(), comment()));

  private static final String TABLES =
      """
      CREATE TABLE "blog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" varchar(100) NOT NULL, "tagline" text NOT NULL);
      CREATE TABLE "author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" varchar(200) NOT NULL);
      CREATE TABLE "entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        "blog_id" integer NULL REFERENCES "blog" ("id"),
        "owner_id" integer NOT NULL REFERENCES "author" ("id"), "headline" varchar(255) NULL,
        "pub" datetime NOT NULL, "rating" integer NOT NULL, "price" decimal NOT NULL,
        "flag" bool NOT NULL);
      CREATE TABLE "entry_authors" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        "entry_id" integer NOT NULL REFERENCES "entry" ("id"),
        "author_id" integer NOT NULL REFERENCES "author" ("id"));
      CREATE TABLE "comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT,
        "entry_id" integer NOT NULL REFERENCES "entry" ("id"), "text" varchar(200) NOT NULL);
      """;

  private static final String ROWS =
      """
      INSERT INTO "blog" VALUES (1, 'Cheddar Talk', 'Thoughts on cheese.'),
        (2, 'Pop', ''), (3, 'Beatles Blog', 'All the latest.'), (4, 'Silence', 'Nothing here.');
      INSERT INTO "author" VALUES (1, 'John'), (2, 'Paul'), (3, 'George'), (4, 'Ringo'),
        (5, 'Pop');
      INSERT INTO "entry" VALUES
        (1, 1, 1, 'x', '2005-07-28 00:00:00', 3, '1.10', 1),
        (2, 1, 2, 'y', '2005-12-31 23:59:59.999999', 1, '2.50', 0),
        (3, 1, 1, 'x', '2006-01-01 00:00:00', 1, '0.99', 1),
        (4, 2, 3, NULL, '2008-12-31 12:30:45.000180', 5, '10', 1),
        (5, 2, 1, 'Best 100% Pop', '2008-02-29 06:00:00', 3, '7.25', 0),
        (6, 3, 2, 'a_b\\c', '2010-01-03 00:00:01', -2, '3.30', 1),
        (7, NULL, 4, 'X', '2010-01-04 00:00:00', 0, '0', 0),
        (8, NULL, 1, NULL, '1999-12-31 23:59:59', 3, '99.95', 1),
        (9, 3, 3, 'École', '2005-07-28 18:00:00', 4, '1.1', 0);
      INSERT INTO "entry_authors" VALUES (1, 1, 1), (2, 1, 2), (3, 2, 2), (4, 3, 1), (5, 4, 3),
        (6, 5, 1), (7, 5, 2), (8, 5, 3), (9, 6, 4), (10, 9, 2);
      INSERT INTO "comment" VALUES (1, 1, 'first'), (2, 1, 'second'), (3, 4, 'first'),
        (4, 5, 'x'), (5, 5, 'y'), (6, 5, 'y'), (7, 9, '');
      """;

  private Blogs() {}

  /// Opens a database in memory with all rows.
  static Database open() {
    Database database = Database.open(Settings.of(":memory:").writable());
    fill(database);
    return database;
  }

  /// Makes the tables and the rows in `database`.
  static void fill(Database database) {
    for (String statement : (TABLES + ROWS).split(";\n", -1)) {
      if (!statement.isBlank()) {
        database.update(Sql.of(statement), Reason.USER);
      }
    }
  }

  private static Model blog() {
    return Model.builder("Blog", "blog")
        .field(key("Blog"))
        .field(Field.builder("Blog", "name", FieldTypes.CHAR.withLength(100)).build())
        .field(Field.builder("Blog", "tagline", FieldTypes.TEXT).build())
        .ordering(List.of("name"))
        .build();
  }

  private static Model author() {
    return Model.builder("Author", "author")
        .field(key("Author"))
        .field(Field.builder("Author", "name", FieldTypes.CHAR.withLength(200)).build())
        .build();
  }

  private static Model entry() {
    return Model.builder("Entry", "entry")
        .field(key("Entry"))
        .field(foreign("Entry", "blog", "Blog", "entry_set", "entry").nullable(true).build())
        .field(foreign("Entry", "owner", "Author", "owned", "owned").build())
        .field(
            Field.builder("Entry", "headline", FieldTypes.CHAR.withLength(255))
                .nullable(true)
                .build())
        .field(Field.builder("Entry", "pub", FieldTypes.DATETIME).build())
        .field(Field.builder("Entry", "rating", FieldTypes.INTEGER).build())
        .field(Field.builder("Entry", "price", FieldTypes.DECIMAL.withDigits(10, 2)).build())
        .field(Field.builder("Entry", "flag", FieldTypes.BOOLEAN).build())
        .virtual(
            new ManyToMany(
                "Entry",
                "authors",
                "Author",
                "Entry_authors",
                "entry",
                "author",
                "entry_set",
                "entry",
                false,
                false,
                true))
        .build();
  }

  private static Model entryAuthors() {
    return Model.builder("Entry_authors", "entry_authors")
        .field(key("Entry_authors"))
        .field(hidden("entry", "Entry"))
        .field(hidden("author", "Author"))
        .autoCreated(true)
        .build();
  }

  private static Model comment() {
    return Model.builder("Comment", "comment")
        .field(key("Comment"))
        .field(foreign("Comment", "entry", "Entry", "comment_set", "comment").build())
        .field(Field.builder("Comment", "text", FieldTypes.CHAR.withLength(200)).build())
        .build();
  }

  private static Field key(String model) {
    return Field.builder(model, "id", FieldTypes.AUTO).primaryKey(true).build();
  }

  private static Field.Builder foreign(
      String model, String name, String target, String accessor, String queryName) {
    return Field.builder(model, name, FieldTypes.INTEGER)
        .column(name + "_id")
        .references(
            new Reference(
                target, "id", false, OnDelete.CASCADE, accessor, queryName, false, false, true));
  }

  private static Field hidden(String name, String target) {
    return Field.builder("Entry_authors", name, FieldTypes.INTEGER)
        .column(name + "_id")
        .references(
            new Reference(
                target,
                "id",
                false,
                OnDelete.CASCADE,
                "Entry_authors+",
                "Entry_authors+",
                true,
                false,
                true))
        .build();
  }
}
