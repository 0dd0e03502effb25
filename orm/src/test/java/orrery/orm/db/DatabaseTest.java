package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ProgrammingError;
import orrery.orm.type.FieldTypes;

class DatabaseTest {

  private static final Sql NUMBERS =
      Sql.of(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
              + " SELECT i FROM n");

  private static final Sql ENDLESS =
      Sql.of(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n");

  @TempDir Path directory;
  private Database database;

  @BeforeEach
  void open() {
    database =
        Database.open(
            Settings.of(directory.resolve("t.sqlite").toString()).creating().withConnections(2));
    update("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
    update(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent REFERENCES parent (id),"
            + " age INTEGER CHECK (age >= 0), born DATE)");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private int update(String sql) {
    return database.update(Sql.of(sql), Reason.USER);
  }

  @Test
  void valuesAreSentAndReadByTheirTypes() {
    update("INSERT INTO parent VALUES (1, 'Ada')");
    LocalDate born = LocalDate.of(1843, 9, 5);
    Sql insert =
        new Sql(
            "INSERT INTO child (parent, born) VALUES (?, ?) RETURNING id, born",
            List.of(new Binding(1L, FieldTypes.INTEGER), new Binding(born, FieldTypes.DATE)),
            List.of(FieldTypes.INTEGER, FieldTypes.DATE));
    try (Rows rows = database.query(insert, Reason.USER)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.row()).containsExactly(1L, born);
      assertThat(rows.next()).isFalse();
      assertThat(rows.next()).isFalse();
    }
    Sql byHand = Sql.of("SELECT born, age FROM child");
    assertThat(database.all(byHand, Reason.USER))
        .containsExactly(new Object[] {"1843-09-05", null});
    try (Rows rows = database.query(byHand, Reason.USER)) {
      assertThat(rows.names()).containsExactly("born", "age");
    }
  }

  @Test
  void rowsComeInBlocksAndAllOfThem() {
    try (Rows rows = database.query(NUMBERS, Reason.USER)) {
      for (long i = 1; i <= 1000; i++) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.get(0)).isEqualTo(i);
      }
      assertThat(rows.next()).isFalse();
    }
    assertThat(database.log().entries().getLast().rows()).isEqualTo(1000);
  }

  @Test
  void aNumberOfRowsThatFillsItsBlocksIsNoSpecialCase() {
    for (int rows : new int[] {0, 1, Rows.BLOCK - 1, Rows.BLOCK, Rows.BLOCK + 1, 2 * Rows.BLOCK}) {
      Sql sql = Sql.of(NUMBERS.text() + " LIMIT " + rows);
      assertThat(database.all(sql, Reason.USER)).hasSize(rows);
      assertThat(database.log().entries().getLast().rows()).isEqualTo(rows);
    }
  }

  @Test
  void aThreadThatReadsACursorMayWriteMeanwhile() {
    update("INSERT INTO parent SELECT value, 'p' || value FROM json_each('[1, 2, 3]')");
    Sql all = Sql.of("SELECT p.id FROM parent p, (" + NUMBERS.text() + ")");
    try (Rows rows = database.query(all, Reason.USER)) {
      assertThat(rows.next()).isTrue();
      assertThat(update("DELETE FROM parent WHERE id = 3")).isEqualTo(1);
    }
    assertThat(update("DELETE FROM parent")).isEqualTo(2);
  }

  @Test
  void connectionsComeBackFromCursorsThatAreClosedEarlyOrByAnotherThread() throws Exception {
    for (int i = 0; i < 10; i++) {
      Rows rows = database.query(NUMBERS, Reason.USER);
      assertThat(rows.next()).isTrue();
      Thread thread = Thread.startVirtualThread(rows::close);
      thread.join();
      rows.close();
      assertThat(rows.next()).isFalse();
    }
    assertThat(database.log().entries().getLast().rows()).isEqualTo(Rows.BLOCK);
  }

  @Test
  void errorsHaveDjangosNamesAndSqlitesWords() {
    update("INSERT INTO parent VALUES (1, 'Ada')");
    assertError(
        "INSERT INTO parent VALUES (2, 'Ada')",
        IntegrityError.class,
        "UNIQUE constraint failed: parent.name");
    assertError(
        "INSERT INTO parent VALUES (2, NULL)",
        IntegrityError.class,
        "NOT NULL constraint failed: parent.name");
    assertError(
        "INSERT INTO child (parent) VALUES (7)",
        IntegrityError.class,
        "FOREIGN KEY constraint failed");
    assertError(
        "INSERT INTO child (age) VALUES (-1)",
        IntegrityError.class,
        "CHECK constraint failed: age >= 0");
    assertError("SELECT * FROM nobody", OperationalError.class, "no such table: nobody");
    assertError("SELECT nobody FROM child", OperationalError.class, "no such column: nobody");
    assertError("SELEC 1", OperationalError.class, "near \"SELEC\": syntax error");
    assertError("SELECT abs(-9223372036854775808)", OperationalError.class, "integer overflow");
    assertThat(database.log().entries().getLast().error())
        .isInstanceOf(OperationalError.class)
        .hasMessage("integer overflow");
    assertThat(update("DELETE FROM parent")).isEqualTo(1);
  }

  private void assertError(String sql, Class<? extends OrmError> type, String words) {
    assertThatThrownBy(() -> database.all(Sql.of(sql), Reason.USER))
        .isExactlyInstanceOf(type)
        .hasMessage(words);
  }

  @Test
  void columnsThatAreNotThoseDescribedAreRefused() {
    Sql sql = new Sql("SELECT 1, 2", List.of(), List.of(FieldTypes.INTEGER));
    assertThatThrownBy(() -> database.query(sql, Reason.USER))
        .isInstanceOf(ProgrammingError.class)
        .hasMessage("The statement gives 2 columns where 1 were described.");
    assertThat(update("DELETE FROM parent")).isZero();
  }

  @Test
  void anActionStopsTheStatementThatRunsForIt() throws Exception {
    Action action = new Action("Run");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    Thread worker =
        Thread.ofPlatform()
            .start(() -> {
              try {
                action.run(() -> {
                  started.countDown();
                  database.all(ENDLESS, Reason.USER);
                });
              } catch (OrmError e) {
                thrown.set(e);
              }
            });
    started.await();
    action.stop();
    worker.join();
    assertThat(thrown.get()).isExactlyInstanceOf(OperationalError.class).hasMessage("interrupted");
    assertThat(action.isStopped()).isTrue();
    assertThatThrownBy(() -> action.run(() -> update("DELETE FROM parent")))
        .hasMessage("interrupted");
    assertThat(update("DELETE FROM parent")).isZero();
  }

  @Test
  void anActionStopsACursorBetweenItsRows() {
    Action action = new Action("Scroll");
    Rows rows = action.call(() -> database.query(NUMBERS, Reason.PAGE));
    action.stop();
    assertThatThrownBy(
            () -> {
              while (rows.next()) {}
            })
        .isExactlyInstanceOf(OperationalError.class)
        .hasMessage("interrupted");
    assertThat(update("DELETE FROM parent")).isZero();
  }

  @Test
  void aDatabaseSaysWhatItIs() {
    assertThat(database.alias()).isEqualTo("default");
    assertThat(database.warnings()).isEmpty();
    assertThat(database.dialect().name()).isEqualTo("sqlite");
    assertThat(database).hasToString("default (" + directory.resolve("t.sqlite") + ")");
  }
}
