package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.orm.schema.Inspecting.describe;
import static orrery.orm.schema.Inspecting.inspect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;

class ViewsTest {

  @Test
  void aViewIsOnlyReadAndItsFirstColumnIsItsKey() {
    Inspected inspected =
        inspect(
            "CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80), price NUMERIC(6, 2))",
            "CREATE VIEW [dear books] AS SELECT title, price, id FROM book WHERE price > 100");
    Model view = inspected.models().get("DearBooks");
    assertThat(view.isReadOnly()).isTrue();
    assertThat(view.primaryKey()).containsExactly("title");
    assertThat(view.table()).isEqualTo("dear books");
    assertThat(describe(inspected.models(), "DearBooks"))
        .containsExactly(
            "CharField title(80) key", "DecimalField price(6, 2) null", "IntegerField id null");
    assertThat(inspected.models().get("Book").isReadOnly()).isFalse();
  }

  @Test
  void aViewThatCannotBeReadIsLeftOutWithAWarning() {
    Inspected inspected =
        inspect(
            "CREATE TABLE a (id INTEGER PRIMARY KEY)",
            "CREATE TABLE b (id INTEGER PRIMARY KEY)",
            "CREATE VIEW good AS SELECT id FROM a",
            "CREATE VIEW bad AS SELECT id FROM b",
            "CREATE VIRTUAL TABLE words USING fts5(word)",
            "DROP TABLE b");
    assertThat(inspected.models().all())
        .extracting(Model::name)
        .containsExactly("A", "Good", "Words");
    assertThat(inspected.warnings())
        .containsExactly("'bad' cannot be read and is left out: no such table: main.b.");
  }

  @Test
  void aVirtualTableIsOnlyReadAndItsShadowsAreLeftOut() {
    Inspected inspected =
        inspect(
            "CREATE VIRTUAL TABLE note USING fts5(title, body)",
            "INSERT INTO note VALUES ('a', 'b')",
            "CREATE VIRTUAL TABLE area USING rtree(id, x0, x1)");
    assertThat(inspected.models().all()).extracting(Model::name).containsExactly("Area", "Note");
    assertThat(inspected.models().all()).allMatch(Model::isReadOnly);
    assertThat(inspected.models().get("Note").localFields())
        .extracting(Field::name)
        .containsExactly("title", "body");
  }

  @Test
  void sqlitesOwnTablesAreLeftOut() {
    Inspected inspected =
        inspect(
            "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)",
            "CREATE TABLE sqliteish (id INTEGER PRIMARY KEY)",
            "INSERT INTO a DEFAULT VALUES",
            "ANALYZE");
    assertThat(inspected.models().all()).extracting(Model::name).containsExactly("A", "Sqliteish");
  }

  @Test
  void anEmptyFileHasNoModelsAndSaysSo(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("empty.db"));
    try (Database database = Database.open(Settings.of(file.toString()))) {
      Inspected inspected = Inspected.of(database);
      assertThat(inspected.models().all()).isEmpty();
      assertThat(inspected.warnings())
          .containsExactly(file + " is empty: a database without tables.");
    }
  }

  @Test
  void manyTablesTakeAsManyStatementsAsFew(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("many.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 300; i++) {
        statement.execute(
            "CREATE TABLE t%d (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t%d, x UNIQUE)"
                .formatted(i, Math.max(0, i - 1)));
      }
      connection.commit();
    }
    try (Database database = Database.open(Settings.of(file.toString()))) {
      Inspected inspected = Inspected.of(database);
      assertThat(inspected.models().all()).hasSize(300);
      assertThat(database.log().count()).isEqualTo(5);
    }
  }

  @Test
  void theSameTablesGiveTheSameModels() {
    String[] statements = {
      "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id REFERENCES a)",
      "CREATE TABLE a (id INTEGER PRIMARY KEY, b_id REFERENCES b, c_id REFERENCES b)",
      "CREATE TABLE c (a_id REFERENCES a, b_id REFERENCES b, PRIMARY KEY (b_id, a_id))",
    };
    Inspected first = inspect(statements);
    Inspected second = inspect(statements[2], statements[1], statements[0]);
    for (Model model : first.models().all()) {
      assertThat(describe(second.models(), model.name()))
          .isEqualTo(describe(first.models(), model.name()));
    }
    assertThat(second.schema()).isEqualTo(first.schema());
    assertThat(first.schema().find("a")).isPresent();
  }
}
