package orrery.orm.load;

import java.util.List;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// A small music shop in memory, with its models written by hand: artists, albums, and a biography
/// that is one artist's.
final class Shop {

  static final Models MODELS = new Models(List.of(artist(), album(), biography()));

  private Shop() {}

  static Database open() {
    Database database = Database.open(Settings.of(":memory:").writable());
    for (String statement :
        """
        CREATE TABLE artist (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE album (id INTEGER PRIMARY KEY, title TEXT, artist_id INTEGER REFERENCES artist);
        CREATE TABLE biography (artist_id INTEGER PRIMARY KEY REFERENCES artist, words TEXT);
        INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept'), (3, 'Nobody');
        INSERT INTO album VALUES (1, 'For Those About To Rock', 1), (2, 'Balls to the Wall', 2),
          (3, 'Let There Be Rock', 1), (4, 'Anonymous', NULL);
        INSERT INTO biography VALUES (1, 'Formed in Sydney')
        """
            .split(";\n", -1)) {
      database.update(Sql.of(statement), Reason.USER);
    }
    return database;
  }

  private static Model artist() {
    return Model.builder("Artist", "artist")
        .field(key("Artist"))
        .field(Field.builder("Artist", "name", FieldTypes.CHAR).nullable(true).build())
        .labelField("name")
        .build();
  }

  private static Model album() {
    return Model.builder("Album", "album")
        .field(key("Album"))
        .field(Field.builder("Album", "title", FieldTypes.CHAR).build())
        .field(
            foreign("Album", "artist", "Artist", false).column("artist_id").nullable(true).build())
        .labelField("title")
        .build();
  }

  private static Model biography() {
    return Model.builder("Biography", "biography")
        .field(
            foreign("Biography", "artist", "Artist", true)
                .column("artist_id")
                .primaryKey(true)
                .build())
        .field(Field.builder("Biography", "words", FieldTypes.TEXT).build())
        .build();
  }

  private static Field key(String model) {
    return Field.builder(model, "id", FieldTypes.AUTO).primaryKey(true).build();
  }

  private static Field.Builder foreign(String model, String name, String target, boolean one) {
    FieldType type = FieldTypes.INTEGER;
    String lower = model.toLowerCase(java.util.Locale.ROOT);
    return Field.builder(model, name, type)
        .references(
            new Reference(
                target,
                "id",
                one,
                OnDelete.CASCADE,
                one ? lower : lower + "_set",
                lower,
                false,
                false,
                true));
  }

  static Field field(String model, String name) {
    return (Field) MODELS.members(MODELS.get(model)).lookup(name).orElseThrow();
  }
}
