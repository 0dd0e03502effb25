package orrery.orm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.schema.Inspected;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.Json;

/// One library in two databases, SQLite and PostgreSQL: the same models, the same rows, every type
/// of value, nullable and self relations, a one-to-one, a many-to-many and a composite key.
public final class Library implements AutoCloseable {

  private static final String TABLES =
      """
      CREATE TABLE genre (
        id serial PRIMARY KEY,
        name varchar(40) NOT NULL UNIQUE,
        parent_id integer REFERENCES genre);
      CREATE TABLE person (
        id serial PRIMARY KEY,
        name varchar(60) NOT NULL,
        email varchar(80) UNIQUE,
        born date,
        score double precision,
        active boolean NOT NULL,
        boss_id integer REFERENCES person,
        code uuid NOT NULL,
        balance numeric(12, 2),
        prefs jsonb,
        wakes time,
        seen timestamp,
        streak interval,
        photo bytea,
        visits bigint NOT NULL);
      CREATE TABLE profile (
        id serial PRIMARY KEY,
        person_id integer NOT NULL UNIQUE REFERENCES person,
        motto text NOT NULL);
      CREATE TABLE book (
        id serial PRIMARY KEY,
        title varchar(100) NOT NULL,
        author_id integer NOT NULL REFERENCES person,
        editor_id integer REFERENCES person,
        genre_id integer REFERENCES genre,
        published date,
        price numeric(8, 2),
        pages integer,
        rating smallint,
        in_print boolean,
        added timestamp NOT NULL,
        data jsonb,
        weight double precision);
      CREATE TABLE tag (
        id serial PRIMARY KEY,
        word varchar(30) NOT NULL);
      CREATE TABLE book_tag (
        id serial PRIMARY KEY,
        book_id integer NOT NULL REFERENCES book,
        tag_id integer NOT NULL REFERENCES tag,
        UNIQUE (book_id, tag_id));
      CREATE TABLE loan (
        id serial PRIMARY KEY,
        book_id integer NOT NULL REFERENCES book,
        reader_id integer NOT NULL REFERENCES person,
        taken timestamp NOT NULL,
        back timestamp,
        fee numeric(6, 2),
        length interval);
      CREATE TABLE shelf (
        room integer NOT NULL,
        number integer NOT NULL,
        label varchar(20) NOT NULL,
        PRIMARY KEY (room, number))\
      """;

  private static final LocalDateTime START = LocalDateTime.of(2020, 1, 31, 8, 5, 9, 180_000);

  private final Database sqlite;
  private final Database postgres;
  private final Models models;
  private final Orm onSqlite;
  private final Orm onPostgres;

  private Library(Database sqlite, Database postgres) {
    this.sqlite = sqlite;
    this.postgres = postgres;
    this.models = Inspected.of(postgres).models();
    this.onSqlite = new Orm(models, Map.of(), new Databases(sqlite));
    this.onPostgres = new Orm(models, Map.of(), new Databases(postgres));
  }

  /// Opens both databases, with all their rows.
  public static Library open() {
    Library library =
        new Library(
            Database.open(Settings.of(":memory:").creating()),
            Database.open(Settings.of(PostgresServer.newDatabase(TABLES)).writable()));
    library.models.all().forEach(library::createOnSqlite);
    library.sqlite.atomically(() -> library.fill(library.sqlite));
    library.postgres.atomically(() -> library.fill(library.postgres));
    return library;
  }

  /// Returns the models of both.
  public Models models() {
    return models;
  }

  /// Returns the SQLite database.
  public Database sqlite() {
    return sqlite;
  }

  /// Returns the PostgreSQL database.
  public Database postgres() {
    return postgres;
  }

  /// Returns what asks SQLite.
  public Orm onSqlite() {
    return onSqlite;
  }

  /// Returns what asks PostgreSQL.
  public Orm onPostgres() {
    return onPostgres;
  }

  @Override
  public void close() {
    sqlite.close();
    postgres.close();
  }

  private void createOnSqlite(Model model) {
    List<String> parts = new ArrayList<>();
    for (Field field : model.localFields()) {
      String column = sqlite.dialect().quote(field.column());
      boolean alone = field.isPrimaryKey() && model.primaryKey().size() == 1;
      parts.add(
          column
              + (alone ? " integer PRIMARY KEY" : " " + sqlite.dialect().columnType(field.type()))
              + (field.isNullable() ? "" : " NOT NULL")
              + (field.isUnique() ? " UNIQUE" : "")
              + field
                  .reference()
                  .map(to -> " REFERENCES " + models.get(to.target()).table())
                  .orElse("")
              + sqlite
                  .dialect()
                  .columnCheck(field.column(), field.type())
                  .map(check -> " CHECK (" + check + ")")
                  .orElse(""));
    }
    if (model.primaryKey().size() > 1) {
      parts.add(
          model.localFields().stream()
              .filter(Field::isPrimaryKey)
              .map(Field::column)
              .collect(Collectors.joining(", ", "PRIMARY KEY (", ")")));
    }
    sqlite.update(
        Sql.of("CREATE TABLE " + model.table() + " (" + String.join(", ", parts) + ")"),
        Reason.SCHEMA);
  }

  private void fill(Database database) {
    genres(database);
    people(database);
    books(database);
    loans(database);
    for (int room = 1; room <= 3; room++) {
      for (int number = 1; number <= 3; number++) {
        insert(database, "Shelf", (long) room, (long) number, room + "/" + number);
      }
    }
    if (database == postgres) {
      for (Model model : models.all()) {
        if (model.primaryKey().size() == 1) {
          String next =
              "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) FROM %1$s"
                  .formatted(model.table());
          database.all(Sql.of(next), Reason.SCHEMA);
        }
      }
    }
  }

  private void genres(Database database) {
    String[] names = {"Fiction", "Fantasy", "Crime", "Science", "Physics", "Poetry"};
    Long[] parents = {null, 1L, 1L, null, 4L, null};
    for (int i = 0; i < names.length; i++) {
      insert(database, "Genre", i + 1L, names[i], parents[i]);
    }
  }

  private void people(Database database) {
    String[] names = {
      "Ann Archer",
      "Bob Ball",
      "Çelik Dağ",
      "émile zola",
      "Émile Zola",
      "李白",
      "O'Neil \"Oz\"",
      "per_cent 100%",
      "back\\slash",
      "STRASSE",
      "straße",
      "  spaced  "
    };
    for (int i = 0; i < names.length; i++) {
      insert(
          database,
          "Person",
          i + 1L,
          names[i],
          i % 3 == 2 ? null : "p" + i + "@example.org",
          i % 4 == 3 ? null : LocalDate.of(1950 + 5 * i, 1 + i, 28),
          i % 5 == 4 ? null : 1.25 * i - 2,
          i % 2 == 0,
          i == 0 ? null : (long) (i + 1) / 2,
          new UUID(0x1234_5678_0000_4000L + i, 0x8000_0000_0000_0000L + 7L * i),
          i % 4 == 1 ? null : new BigDecimal(i * i * 100 + 10 * i + 1).movePointLeft(2),
          prefs(i),
          i % 3 == 0 ? null : LocalTime.of(5 + i, 7 * i % 60, 30, i * 1_000),
          i % 4 == 2 ? null : START.plusHours(1001L * i).plusNanos(1_000_000L * i),
          i % 3 == 1 ? null : Duration.ofDays(i).plusSeconds(3601L * i).plusNanos(250_000_000L),
          i % 4 == 0 ? null : Bytes.of(new byte[] {(byte) i, 0, (byte) 0xff}),
          1_000_000_000_000L * i);
      if (i % 3 == 0) {
        insert(database, "Profile", i / 3 + 1L, i + 1L, "Motto " + names[i]);
      }
    }
  }

  private static @Nullable Json prefs(int i) {
    return switch (i % 6) {
      case 0 -> new Json("{\"lang\": \"en\", \"size\": " + i + ", \"tags\": [\"a\", \"b\"]}");
      case 1 -> new Json("{\"lang\": \"de\", \"nested\": {\"deep\": {\"x\": 1.5}}}");
      case 2 -> new Json("[1, 2, {\"k\": null}]");
      case 3 -> null;
      case 4 -> new Json("{\"lang\": null, \"on\": true, \"off\": false}");
      default -> new Json("\"text\"");
    };
  }

  private void books(Database database) {
    String[] words = {
      "Sea", "sky", "Étoile", "étude", "River", "100% proof", "under_score", "Moon"
    };
    String[] tags = {"new", "Old", "rare", "Été", "lent", "x_y", "100%", "unused"};
    for (int i = 0; i < tags.length; i++) {
      insert(database, "Tag", i + 1L, tags[i]);
    }
    long join = 0;
    for (int i = 0; i < 30; i++) {
      insert(
          database,
          "Book",
          i + 1L,
          words[i % words.length] + " " + (i / words.length + 1),
          1L + i % 7,
          i % 3 == 0 ? null : 1L + i % 5,
          i % 4 == 3 ? null : 1L + i % 6,
          i % 6 == 5 ? null : LocalDate.of(1990 + i, 1 + i % 12, 1 + i % 28),
          i % 5 == 4 ? null : new BigDecimal(499 + 250 * i).movePointLeft(2),
          i % 7 == 6 ? null : 90L + 37L * i,
          i % 4 == 0 ? null : 1L + i % 5,
          i % 3 == 0 ? null : i % 3 == 1,
          START.plusDays(13L * i).plusMinutes(47L * i),
          i % 3 == 2 ? null : new Json("{\"n\": " + i + ", \"s\": \"v" + i % 4 + "\"}"),
          i % 8 == 7 ? null : 0.125 * i);
      for (int tag = 0; tag < i % 4; tag++) {
        insert(database, "BookTag", ++join, i + 1L, 1L + (i + 2L * tag) % 7);
      }
    }
  }

  private void loans(Database database) {
    for (int i = 0; i < 40; i++) {
      LocalDateTime taken = START.plusDays(9L * i).plusHours(5L * i).plusSeconds(i);
      Duration length = Duration.ofDays(i % 9).plusMinutes(11L * i);
      boolean out = i % 5 == 0;
      insert(
          database,
          "Loan",
          i + 1L,
          1L + 7 * i % 20,
          1L + i % 10,
          taken,
          out ? null : taken.plus(length),
          i % 3 == 0 ? null : new BigDecimal(25 * i).movePointLeft(2),
          out ? null : length);
    }
  }

  private void insert(Database database, String name, @Nullable Object... values) {
    Model model = models.get(name);
    List<Binding> bindings = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> places = new ArrayList<>();
    List<@Nullable Object> all = Arrays.asList(values);
    for (int i = 0; i < all.size(); i++) {
      FieldType type = model.localFields().get(i).type();
      bindings.add(new Binding(all.get(i), type));
      columns.add(model.localFields().get(i).column());
      places.add(database.dialect().placeholder(type));
    }
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(model.table(), String.join(", ", columns), String.join(", ", places));
    database.update(new Sql(sql, bindings, List.of()), Reason.SCHEMA);
  }
}
