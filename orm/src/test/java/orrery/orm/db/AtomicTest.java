package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.dialect.Sql;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TransactionManagementError;

class AtomicTest {

  private static final String BROKEN =
      "An error occurred in the current transaction. You can't execute queries until the end of the"
          + " 'atomic' block.";

  private static final class Oops extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path directory;
  private Database database;

  // The pool opens further connections behind the tests' back, and one that does may hold the file
  // for a moment.
  @BeforeEach
  void open() {
    Settings settings =
        Settings.of(directory.resolve("t.sqlite").toString())
            .creating()
            .withBusyTimeout(Duration.ofSeconds(1));
    database = Database.open(settings);
    database.update(Sql.of("CREATE TABLE t (a UNIQUE)"), Reason.USER);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void insert(int number) {
    database.update(Sql.of("INSERT INTO t VALUES (" + number + ")"), Reason.USER);
  }

  private List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    database.all(Sql.of("SELECT a FROM t ORDER BY a"), Reason.USER).forEach(r -> rows.add(r[0]));
    return rows;
  }

  private void fail(int number) throws Oops {
    insert(number);
    throw new Oops();
  }

  private void assertFails(Atomic.Task<Oops> work) {
    assertThatThrownBy(work::run).isInstanceOf(Oops.class);
  }

  @Test
  void aBlockThatEndsWellIsKept() {
    long result =
        database.atomic(() -> {
          insert(1);
          assertThat(database.inAtomicBlock()).isTrue();
          return 7L;
        });
    assertThat(result).isEqualTo(7);
    assertThat(database.inAtomicBlock()).isFalse();
    assertThat(rows()).containsExactly(1L);
  }

  @Test
  void aBlockThatThrowsIsUndone() {
    assertFails(() -> database.atomically(() -> fail(1)));
    assertThat(rows()).isEmpty();
    assertThat(database.inAtomicBlock()).isFalse();
  }

  @Test
  void anInnerBlockIsUndoneAlone() throws Exception {
    database.atomically(() -> {
      insert(1);
      assertFails(() -> database.atomically(() -> fail(2)));
      database.atomically(() -> insert(3));
      assertThat(rows()).containsExactly(1L, 3L);
    });
    assertThat(rows()).containsExactly(1L, 3L);
  }

  @Test
  void anErrorOfTheDatabaseInAnInnerBlockCanBeCaughtOutside() {
    database.atomically(() -> {
      insert(1);
      assertThatThrownBy(() -> database.atomically(() -> insert(1)))
          .isInstanceOf(IntegrityError.class);
      insert(2);
    });
    assertThat(rows()).containsExactly(1L, 2L);
  }

  @Test
  void anInnerBlockWithoutSavepointBreaksTheOuterOne() {
    assertFails(() ->
        database.atomically(() -> {
          insert(1);
          assertFails(() ->
              database.<Void, Oops>atomic(
                  Atomic.WITHOUT_SAVEPOINT,
                  () -> {
                    throw new Oops();
                  }));
          assertThat(database.getRollback()).isTrue();
          assertThatThrownBy(() -> insert(2))
              .isInstanceOf(TransactionManagementError.class)
              .hasMessage(BROKEN)
              .hasCauseInstanceOf(Oops.class);
          throw new Oops();
        }));
    assertThat(rows()).isEmpty();
  }

  @Test
  void aBrokenBlockIsUndoneEvenIfItEndsWell() {
    database.atomically(() -> {
      insert(1);
      database.setRollback(true);
    });
    assertThat(rows()).isEmpty();
    database.atomically(() -> {
      insert(1);
      database.atomically(() -> {
        insert(2);
        database.setRollback(true);
      });
      assertThat(database.getRollback()).isFalse();
      insert(3);
    });
    assertThat(rows()).containsExactly(1L, 3L);
  }

  @Test
  void workThatIsMarkedBreaksTheBlockItFailsIn() {
    database.atomically(() -> {
      assertThatThrownBy(() ->
              database.markForRollbackOnError(() -> {
                insert(1);
                insert(1);
                return 0;
              }))
          .isInstanceOf(IntegrityError.class);
      assertThatThrownBy(() -> rows()).hasMessage(BROKEN);
    });
    assertThat(rows()).isEmpty();
    assertThatThrownBy(() ->
            database.markForRollbackOnError(() -> {
              insert(1);
              insert(1);
              return 0;
            }))
        .isInstanceOf(IntegrityError.class);
    assertThat(rows()).containsExactly(1L);
  }

  @Test
  void theFlagIsForBlocksOnly() {
    assertThatThrownBy(() -> database.setRollback(true))
        .isInstanceOf(TransactionManagementError.class)
        .hasMessage("The rollback flag doesn't work outside of an 'atomic' block.");
    assertThatThrownBy(() -> database.getRollback()).isInstanceOf(TransactionManagementError.class);
  }

  @Test
  void aDurableBlockMustBeTheOutermost() {
    database.<Integer, RuntimeException>atomic(
        Atomic.DURABLE,
        () -> {
          insert(1);
          return 0;
        });
    assertThatThrownBy(() -> database.atomically(() -> database.atomic(Atomic.DURABLE, () -> 1)))
        .isInstanceOf(TransactionManagementError.class)
        .hasMessage("A durable atomic block cannot be nested within another atomic block.");
    assertThat(rows()).containsExactly(1L);
  }

  @Test
  void hooksRunOnceAllIsCommittedAndNotWhenTheirBlockWasUndone() {
    List<String> said = new ArrayList<>();
    database.onCommit(() -> said.add("at once"));
    database.atomically(() -> {
      database.onCommit(() -> said.add("outer " + database.inAtomicBlock() + rows()));
      assertFails(() ->
          database.atomically(() -> {
            database.onCommit(() -> said.add("never"));
            database.atomically(() -> database.onCommit(() -> said.add("nor this")));
            throw new Oops();
          }));
      database.atomically(() -> database.onCommit(() -> said.add("inner")));
      insert(1);
      assertThat(said).containsExactly("at once");
    });
    assertThat(said).containsExactly("at once", "outer false[1]", "inner");
    assertFails(() ->
        database.atomically(() -> {
          database.onCommit(() -> said.add("never"));
          throw new Oops();
        }));
    assertThat(said).hasSize(3);
  }

  @Test
  void otherThreadsAreNotPartOfABlock() {
    database.atomically(() -> {
      insert(1);
      AtomicReference<Object> seen = new AtomicReference<>();
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                List<Object> found = new ArrayList<>(rows());
                found.add(database.inAtomicBlock());
                try {
                  insert(2);
                } catch (OrmError e) {
                  found.add(e.getMessage());
                }
                seen.set(found);
              });
      join(other);
      assertThat(seen.get()).isEqualTo(List.of(false, "database is locked"));
    });
    assertThat(rows()).containsExactly(1L);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCursorMayBeReadAcrossTheEndOfABlock() {
    for (int i = 0; i < 250; i++) {
      insert(i);
    }
    Rows rows = database.atomic(() -> database.query(Sql.of("SELECT a FROM t"), Reason.USER));
    int count = 0;
    while (rows.next()) {
      count++;
    }
    assertThat(count).isEqualTo(250);
  }

  @Test
  void controlOfTransactionsIsLoggedAndNotCounted() {
    try (QueryLog.Capture capture = database.log().capture()) {
      database.atomically(() -> {
        insert(1);
        assertFails(() -> database.atomically(() -> fail(2)));
      });
      String savepoint = "\"s" + Thread.currentThread().threadId() + "_x1\"";
      assertThat(capture.all())
          .extracting(entry -> entry.sql().text())
          .containsExactly(
              "BEGIN",
              "INSERT INTO t VALUES (1)",
              "SAVEPOINT " + savepoint,
              "INSERT INTO t VALUES (2)",
              "ROLLBACK TO SAVEPOINT " + savepoint,
              "RELEASE SAVEPOINT " + savepoint,
              "COMMIT");
      assertThat(capture.count()).isEqualTo(2);
    }
  }

  @Test
  void aBlockThatIsStoppedIsUndone() {
    Action action = new Action("Import");
    assertThatThrownBy(() ->
            action.run(() ->
                database.atomically(() -> {
                  insert(1);
                  action.stop();
                  insert(2);
                })))
        .isInstanceOf(OperationalError.class)
        .hasMessage("interrupted");
    assertThat(rows()).isEmpty();
    insert(3);
    assertThat(rows()).containsExactly(3L);
  }

  @Test
  void aTransactionThatTheDatabaseEndedItselfLeavesNothingBehind() {
    assertThatThrownBy(() ->
            database.atomically(() -> {
              insert(1);
              database.update(Sql.of("ROLLBACK"), Reason.USER);
              insert(1);
              insert(1);
            }))
        .isInstanceOf(IntegrityError.class);
    assertThat(rows()).containsExactly(1L);
    database.atomically(() -> insert(2));
    assertThat(rows()).containsExactly(1L, 2L);
  }

  @Test
  void deferredForeignKeysAreWatchedOverAtTheEnd() {
    database.update(Sql.of("CREATE TABLE p (id INTEGER PRIMARY KEY)"), Reason.USER);
    database.update(
        Sql.of("CREATE TABLE c (p REFERENCES p DEFERRABLE INITIALLY DEFERRED)"), Reason.USER);
    assertThatThrownBy(() ->
            database.atomically(
                () -> database.update(Sql.of("INSERT INTO c VALUES (1)"), Reason.USER)))
        .isInstanceOf(IntegrityError.class)
        .hasMessage("FOREIGN KEY constraint failed");
    assertThat(database.all(Sql.of("SELECT * FROM c"), Reason.USER)).isEmpty();
    database.atomically(() -> insert(1));
    assertThat(rows()).containsExactly(1L);
  }
}
