package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OperationalError;
import orrery.orm.type.FieldTypes;

/// Statements that stay prepared between two uses.
class PreparedStatementsTest {

  private static final Sql ALL =
      new Sql(
          "SELECT id, name FROM t ORDER BY id",
          List.of(),
          List.of(FieldTypes.INTEGER, FieldTypes.TEXT));

  private Database database;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = Database.open(Settings.of(folder.resolve("t.sqlite").toString()).creating());
    database.update(
        Sql.of("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE)"), Reason.USER);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Sql insert(String name) {
    return new Sql(
        "INSERT INTO t (name) VALUES (?)", List.of(new Binding(name, FieldTypes.TEXT)), List.of());
  }

  private List<Object> names() {
    return database.all(ALL, Reason.USER).stream().map(row -> row[1]).toList();
  }

  @Test
  void aStatementIsUsedAgainWithOtherValues() {
    for (int i = 0; i < 200; i++) {
      database.update(insert("n" + i), Reason.USER);
      assertThat(names()).hasSize(i + 1);
    }
    assertThat(names()).startsWith("n0", "n1").endsWith("n199");
  }

  @Test
  void aStatementThatFailedIsNotUsedAgain() {
    database.update(insert("a"), Reason.USER);
    assertThatThrownBy(() -> database.update(insert("a"), Reason.USER))
        .isInstanceOf(IntegrityError.class);
    database.update(insert("b"), Reason.USER);
    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void twoCursorsOfOneStatementDoNotDisturbEachOther() {
    database.atomically(() -> {
      for (int i = 0; i < 3 * Rows.BLOCK; i++) {
        database.update(insert("n" + i), Reason.USER);
      }
    });
    int pairs = 0;
    try (Rows outer = database.query(ALL, Reason.USER)) {
      while (outer.next()) {
        if (Math.floorMod((Long) outer.get(0), 100L) == 0) {
          try (Rows inner = database.query(ALL, Reason.USER)) {
            assertThat(inner.next()).isTrue();
            assertThat(inner.get(0)).isEqualTo(1L);
          }
        }
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(3 * Rows.BLOCK);
  }

  @Test
  void tablesMayChangeMeanwhile() {
    database.update(insert("a"), Reason.USER);
    assertThat(names()).containsExactly("a");
    database.update(Sql.of("ALTER TABLE t ADD COLUMN age INTEGER"), Reason.USER);
    assertThat(names()).containsExactly("a");
    database.update(Sql.of("DROP TABLE t"), Reason.USER);
    assertThatThrownBy(this::names).isInstanceOf(OperationalError.class);
  }
}
