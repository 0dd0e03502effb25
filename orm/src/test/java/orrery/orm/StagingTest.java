package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Interpolator;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.save.Cascade;
import orrery.orm.staged.Conflict;
import orrery.orm.staged.Original;
import orrery.orm.staged.Originals;
import orrery.orm.staged.Outcome;
import orrery.orm.staged.Problem;
import orrery.orm.staged.RowRef;
import orrery.orm.staged.Staged;
import orrery.orm.staged.Typed;
import orrery.orm.staged.Values;

/// Changes that were gathered, saved in one transaction or not at all, on each kind of database.
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"SQLite", "PostgreSQL"})
class StagingTest {

  private static final String SCRIPT =
      """
      CREATE TABLE author (id integer NOT NULL PRIMARY KEY, name varchar(20) NOT NULL UNIQUE);
      CREATE TABLE book (
        id integer NOT NULL PRIMARY KEY,
        title varchar(40) NOT NULL,
        author_id integer NULL REFERENCES author (id),
        price decimal(6, 2) NULL,
        pages smallint NULL,
        sequel_of_id integer NULL REFERENCES book (id) ON DELETE SET NULL);
      CREATE TABLE chapter (
        id integer NOT NULL PRIMARY KEY,
        book_id integer NOT NULL REFERENCES book (id) ON DELETE CASCADE,
        heading varchar(40) NOT NULL);
      CREATE TABLE note (
        id integer NOT NULL PRIMARY KEY,
        chapter_id integer NOT NULL REFERENCES chapter (id) ON DELETE CASCADE,
        words varchar(40) NOT NULL);
      CREATE TABLE shelf (
        room varchar(10) NOT NULL, place integer NOT NULL, words varchar(20) NULL,
        PRIMARY KEY (room, place));
      INSERT INTO author VALUES (1, 'Herbert'), (2, 'Le Guin'), (3, 'Nobody');
      INSERT INTO book VALUES
        (1, 'Dune', 1, 9.50, 412, NULL), (2, 'Dune Messiah', 1, 8.00, 256, 1),
        (3, 'The Dispossessed', 2, NULL, 341, NULL);
      INSERT INTO chapter VALUES (1, 1, 'One'), (2, 1, 'Two'), (3, 3, 'One');
      INSERT INTO note VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 2, 'c'), (4, 3, 'd');
      INSERT INTO shelf VALUES ('hall', 1, 'x'), ('hall', 2, NULL);
      """;

  @TempDir Path folder;
  @Parameter String kind;

  private OpenDatabase open;
  private Staging staging;

  @BeforeEach
  void open() throws SQLException, IOException {
    String location;
    if (kind.equals("SQLite")) {
      location = folder.resolve("books.sqlite").toString();
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + location);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(SCRIPT);
      }
    } else {
      location = PostgresServer.newDatabase(SCRIPT);
    }
    open = OpenDatabase.open(Settings.of(location).writable());
    staging = new Staging(open.orm());
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Instance get(String model, Object key) {
    return open.orm().objects(model).get("pk", key);
  }

  private Original row(String model, Object key) {
    return Originals.of(get(model, key));
  }

  private Field field(String model, String name) {
    return open.models().get(model).localFields().stream()
        .filter(f -> f.attname().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Values values(Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return Values.of(values);
  }

  private List<String> sent(QueryLog.Capture log) {
    return log.all().stream().map(e -> e.interpolated()).toList();
  }

  private List<String> previewed(Staged staged) {
    return staging.preview(staged).stream()
        .map(sql -> Interpolator.interpolate(sql, open.database().dialect()))
        .toList();
  }

  private Staged several() {
    return Staged.of("Book")
        .set(row("Book", 1L), field("Book", "title"), "Dune!")
        .set(row("Book", 1L), field("Book", "price"), Typed.read(field("Book", "price"), "10.25"))
        .set(row("Book", 2L), field("Book", "author_id"), 2L)
        .add(values("id", 10L, "title", "Lavinia", "author_id", 2L))
        .remove(row("Book", 3L));
  }

  @Test
  void allIsWrittenInOneTransactionThatTheLogShows() {
    Staged staged = several();
    QueryLog.Capture log = open.log().capture();
    assertThat(staging.save(staged)).isEqualTo(new Outcome.Saved(Map.of(1L, 10L)));
    List<String> sent = sent(log);
    assertThat(sent.getFirst()).startsWith("BEGIN");
    assertThat(sent.getLast()).startsWith("COMMIT");
    assertThat(sent).filteredOn(s -> s.startsWith("BEGIN")).hasSize(1);
    assertThat(get("Book", 1L).get("title")).isEqualTo("Dune!");
    assertThat(get("Book", 2L).get("author_id")).isEqualTo(2L);
    assertThat(get("Book", 10L).get("title")).isEqualTo("Lavinia");
    assertThat(open.orm().objects("Book").filter("pk", 3L).exists()).isFalse();
    assertThat(open.orm().objects("Chapter").filter("book_id", 3L).exists()).isFalse();
  }

  @Test
  void thePreviewTellsTheVeryStatementsThatAreSent() {
    Staged staged = several();
    List<String> told = previewed(staged);
    QueryLog.Capture log = open.log().capture();
    staging.save(staged);
    List<String> written =
        sent(log).stream().filter(s -> s.matches("(?s)(UPDATE|INSERT|DELETE).*")).toList();
    assertThat(told).isEqualTo(written);
    assertThat(told.getFirst()).contains("\"author_id\" = 2").contains("\"id\" = 2");
    assertThat(told)
        .anySatisfy(sql ->
            assertThat(sql).contains("SET \"title\" = 'Dune!', \"price\" =").contains("10.25"));
  }

  @Test
  void nothingIsWrittenWhereTheDatabaseRefusesOneRow() {
    Staged staged =
        Staged.of("Author")
            .set(row("Author", 1L), field("Author", "name"), "Frank")
            .set(row("Author", 3L), field("Author", "name"), "Le Guin");
    assertThat(staging.save(staged))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.problem().row()).isEqualTo(new RowRef.Stored(3L));
              assertThat(refused.error().type()).isEqualTo("IntegrityError");
            });
    assertThat(get("Author", 1L).get("name")).isEqualTo("Herbert");
  }

  @Test
  void whatSomebodyElseChangedIsNotOverwrittenSilently() {
    Original read = row("Book", 1L);
    Staged staged =
        Staged.of("Book")
            .set(read, field("Book", "title"), "Mine")
            .set(row("Book", 2L), field("Book", "title"), "Also mine");
    open.orm().objects("Book").filter("pk", 1L).update("title", "Theirs");
    Outcome outcome = staging.save(staged);
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Conflicts(
                List.of(
                    new Conflict(
                        1L,
                        "Theirs",
                        Optional.of(row("Book", 1L)),
                        List.of(new Conflict.Cell("title", "Dune", "Theirs", "Mine")),
                        false))));
    assertThat(get("Book", 2L).get("title")).isEqualTo("Dune Messiah");
    // Ours: the change starts from what is there now.
    assertThat(staging.save(staged.startFrom(row("Book", 1L)))).isInstanceOf(Outcome.Saved.class);
    assertThat(get("Book", 1L).get("title")).isEqualTo("Mine");
  }

  @Test
  void anotherCellThatSomebodyElseChangedStaysTheirs() {
    Staged staged = Staged.of("Book").set(row("Book", 1L), field("Book", "title"), "Mine");
    open.orm().objects("Book").filter("pk", 1L).update("pages", 500);
    assertThat(staging.save(staged)).isInstanceOf(Outcome.Saved.class);
    assertThat(get("Book", 1L).get("pages")).isEqualTo(500L);
    assertThat(get("Book", 1L).get("title")).isEqualTo("Mine");
  }

  @Test
  void aRowThatIsGoneIsAConflictAndCanBeAddedAgain() {
    Staged staged = Staged.of("Author").set(row("Author", 3L), field("Author", "name"), "Anon");
    open.orm().objects("Author").filter("pk", 3L).delete();
    Outcome outcome = staging.save(staged);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Conflicts.class,
            found -> assertThat(found.conflicts().getFirst().isGone()).isTrue());
    assertThat(staging.save(staged.revive(3L))).isInstanceOf(Outcome.Saved.class);
    assertThat(get("Author", 3L).get("name")).isEqualTo("Anon");
  }

  @Test
  void aRemovedRowThatSomebodyElseChangedIsAConflict() {
    Staged staged = Staged.of("Book").remove(row("Book", 2L));
    open.orm().objects("Book").filter("pk", 2L).update("pages", 1);
    assertThat(staging.save(staged))
        .isInstanceOfSatisfying(
            Outcome.Conflicts.class,
            found -> {
              Conflict conflict = found.conflicts().getFirst();
              assertThat(conflict.removing()).isTrue();
              assertThat(conflict.cells())
                  .containsExactly(new Conflict.Cell("pages", 256L, 1L, 256L));
            });
    assertThat(staging.save(staged.startFrom(row("Book", 2L)))).isInstanceOf(Outcome.Saved.class);
    assertThat(open.orm().objects("Book").filter("pk", 2L).exists()).isFalse();
  }

  @Test
  void valuesThatCannotStandAreToldBeforeTheDatabaseSeesThem() {
    Field pages = field("Book", "pages");
    Staged staged =
        Staged.of("Book")
            .set(row("Book", 1L), field("Book", "title"), null)
            .set(row("Book", 2L), field("Book", "title"), "x".repeat(41))
            .set(
                row("Book", 2L),
                field("Book", "price"),
                Typed.read(field("Book", "price"), "1.005"))
            .set(
                row("Book", 3L),
                field("Book", "price"),
                Typed.read(field("Book", "price"), "12345"))
            .set(row("Book", 3L), pages, 40_000L)
            .add(values("id", 10L));
    QueryLog.Capture log = open.log().capture();
    assertThat(staging.save(staged)).isInstanceOf(Outcome.Invalid.class);
    assertThat(log.entries()).isEmpty();
    List<String> said = staging.problems(staged).stream().map(Problem::sentence).toList();
    assertThat(said)
        .contains(
            "title cannot be null.",
            "title takes at most 40 characters; this has 41.",
            "price takes at most 2 decimal places; this has 3.",
            "price takes at most 4 digits before the decimal point; this has 5.",
            "title needs a value: it cannot be null and has no default.");
    String range = "pages can be at most 32767.";
    assertThat(said.contains(range)).isEqualTo(kind.equals("PostgreSQL"));
  }

  @Test
  void twoOfTheChangedRowsCannotHaveOneUniqueValue() {
    Staged staged =
        Staged.of("Author")
            .set(row("Author", 1L), field("Author", "name"), "Same")
            .add(values("id", 9L, "name", "Same"));
    assertThat(staging.problems(staged))
        .containsExactly(
            new Problem(
                new RowRef.Added(1),
                Optional.of("name"),
                "Another of the changed rows has the same name: “Same”."));
  }

  @Test
  void aForeignKeyMustLeadSomewhere() {
    Staged staged = Staged.of("Book").set(row("Book", 1L), field("Book", "author_id"), 99L);
    assertThat(staging.save(staged))
        .isInstanceOfSatisfying(
            Outcome.Invalid.class,
            invalid ->
                assertThat(invalid.problems().getFirst().sentence())
                    .isEqualTo("There is no Author whose id is 99."));
  }

  @Test
  void aUniqueValueIsFreeOnceItsRowIsRemoved() {
    Staged staged =
        Staged.of("Author")
            .set(row("Author", 1L), field("Author", "name"), "Nobody")
            .remove(row("Author", 3L));
    assertThat(staging.save(staged)).isInstanceOf(Outcome.Saved.class);
    assertThat(get("Author", 1L).get("name")).isEqualTo("Nobody");
  }

  @Test
  void rowsWithAKeyOfSeveralFieldsAreSavedToo() {
    List<Object> key = List.of("hall", 1L);
    Instance first = open.orm().objects("Shelf").get("room", "hall", "place", 1L);
    Instance second = open.orm().objects("Shelf").get("room", "hall", "place", 2L);
    Staged staged =
        Staged.of("Shelf")
            .set(Originals.of(first), field("Shelf", "words"), "y")
            .remove(Originals.of(second));
    assertThat(first.pk()).isEqualTo(key);
    assertThat(staging.save(staged)).isInstanceOf(Outcome.Saved.class);
    assertThat(open.orm().objects("Shelf").all().list())
        .singleElement()
        .satisfies(left -> assertThat(left.get("words")).isEqualTo("y"));
  }

  @Test
  void whatGoesWithARowIsCountedBeforeItIsRemoved() {
    Model book = open.models().get("Book");
    Cascade cascade = staging.cascade(book, List.of(1L));
    assertThat(cascade.isRefused()).isFalse();
    assertThat(cascade.deleted()).isEqualTo(5);
    assertThat(cascade.parts())
        .extracting(Cascade.Part::relation, Cascade.Part::effect, Cascade.Part::rows)
        .containsExactlyInAnyOrder(
            tuple("Book.sequel_of", Cascade.Effect.SET_NULL, 1L),
            tuple("Chapter.book", Cascade.Effect.DELETED, 2L),
            tuple("Note.chapter", Cascade.Effect.DELETED, 3L));
    long before = open.orm().objects("Note").count();
    staging.save(Staged.of("Book").remove(row("Book", 1L)));
    assertThat(open.orm().objects("Note").count()).isEqualTo(before - 3);
    assertThat(get("Book", 2L).get("sequel_of_id")).isNull();
  }

  @Test
  void rowsInTheWayAreTold() {
    Cascade cascade = staging.cascade(open.models().get("Author"), List.of(1L, 3L));
    assertThat(cascade.isRefused()).isTrue();
    assertThat(cascade.parts())
        .containsExactly(
            new Cascade.Part(
                "Book",
                "Book.author",
                Cascade.Effect.REFUSED,
                true,
                2,
                List.of("Dune", "Dune Messiah")));
    assertThat(staging.save(Staged.of("Author").remove(row("Author", 1L))))
        .isInstanceOf(Outcome.Refused.class);
  }
}
