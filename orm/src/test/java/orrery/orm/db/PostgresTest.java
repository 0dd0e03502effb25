package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.PostgresServer;
import orrery.orm.dialect.Sql;
import orrery.orm.error.DataError;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;

class PostgresTest {

  private static String url = "";

  @BeforeAll
  static void makeDatabase() {
    url = PostgresServer.newDatabase();
  }

  @BeforeEach
  void makeTable() {
    PostgresServer.execute(
        url,
        """
        DROP TABLE IF EXISTS t;
        CREATE TABLE t (a integer NOT NULL UNIQUE CHECK (a <> 13),
          b integer REFERENCES t (a) DEFERRABLE INITIALLY DEFERRED);
        INSERT INTO t VALUES (1)\
        """);
  }

  private static Database open(boolean write) {
    Settings settings = Settings.of(url);
    return Database.open(write ? settings.writable() : settings);
  }

  private static Object one(Database database, String sql) {
    return database.all(Sql.of(sql), Reason.USER).getFirst()[0];
  }

  private static List<Object> rows(Database database) {
    List<Object> rows = new ArrayList<>();
    database.all(Sql.of("SELECT a FROM t ORDER BY a"), Reason.USER).forEach(r -> rows.add(r[0]));
    return rows;
  }

  private static void insert(Database database, int number) {
    database.update(Sql.of("INSERT INTO t VALUES (" + number + ")"), Reason.USER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM t",
        "CREATE TABLE u (a integer)",
        "DROP TABLE t",
        "INSERT INTO t VALUES (5) RETURNING a",
        "WITH gone AS (DELETE FROM t RETURNING a) SELECT a FROM gone",
        "SELECT nextval(pg_get_serial_sequence('s', 'id'))"
      })
  void theServerRefusesToBeWritten(String sql) {
    PostgresServer.execute(url, "CREATE TABLE IF NOT EXISTS s (id serial)");
    try (Database database = open(false)) {
      assertThat(database.isReadOnly()).isTrue();
      assertThatThrownBy(() -> database.all(Sql.of(sql), Reason.USER))
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessageContaining("read-only transaction");
      assertThatThrownBy(() -> database.atomically(() -> insert(database, 6)))
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessageContaining("read-only transaction");
      assertThat(rows(database)).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET default_transaction_read_only = off",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
        "SET transaction_read_only = off"
      })
  void nobodyCanTalkTheServerOutOfRefusing(String sql) {
    try (Database database = Database.open(Settings.of(url).withConnections(1))) {
      database.update(Sql.of(sql), Reason.USER);
      assertThatThrownBy(() -> insert(database, 7)).isInstanceOf(OperationalError.class);
      assertThat(rows(database)).containsExactly(1L);
    }
  }

  @Test
  void whatIsWrittenStays() {
    try (Database database = open(true)) {
      insert(database, 2);
      assertThat(database.isReadOnly()).isFalse();
      assertThat(one(database, "INSERT INTO t VALUES (3) RETURNING a")).isEqualTo(3L);
    }
    try (Database database = open(false)) {
      assertThat(rows(database)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void rowsComeInParts() {
    String sql = "SELECT n, 1 / (5000 - n) FROM generate_series(1, 10000) AS g(n)";
    try (Database database = open(false);
        Rows rows = database.query(Sql.of(sql), Reason.USER)) {
      int read = 0;
      while (read < 3000 && rows.next()) {
        read++;
      }
      assertThat(read).isEqualTo(3000);
      assertThatThrownBy(
              () -> {
                while (rows.next()) {
                  // The row that cannot be computed has not been yet.
                }
              })
          .isExactlyInstanceOf(DataError.class)
          .hasMessage("division by zero");
    }
  }

  @Test
  void rowsComeInPartsInsideABlockToo() {
    String sql = "SELECT n, 1 / (5000 - n) FROM generate_series(1, 10000) AS g(n)";
    try (Database database = open(true)) {
      Throwable thrown =
          catchThrowable(() ->
              database.atomically(() -> {
                insert(database, 2);
                try (Rows rows = database.query(Sql.of(sql), Reason.USER)) {
                  for (int i = 0; i < 1000; i++) {
                    assertThat(rows.next()).isTrue();
                  }
                }
                insert(database, 3);
                assertThat(rows(database)).containsExactly(1L, 2L, 3L);
                throw new IllegalStateException("undone");
              }));
      assertThat(thrown).hasMessage("undone");
      assertThat(rows(database)).containsExactly(1L);
    }
  }

  @Test
  void manyRowsAreReadWhileOthersAreWritten() {
    try (Database database = open(true);
        Rows rows = database.query(Sql.of("SELECT generate_series(100, 2099)"), Reason.USER)) {
      int count = 0;
      while (rows.next()) {
        insert(database, ((Long) rows.get(0)).intValue());
        count++;
      }
      assertThat(count).isEqualTo(2000);
      assertThat(one(database, "SELECT count(*) FROM t")).isEqualTo(2001L);
    }
  }

  @Test
  void aStatementThatFailsUndoesNothingButItself() {
    try (Database database = open(true)) {
      assertThatThrownBy(() -> insert(database, 1)).isInstanceOf(IntegrityError.class);
      insert(database, 2);
      assertThat(rows(database)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aBlockIsAllOrNothing() {
    try (Database database = open(true)) {
      database.atomically(() -> {
        insert(database, 2);
        assertThatThrownBy(() -> database.atomically(() -> insert(database, 1)))
            .isInstanceOf(IntegrityError.class);
        insert(database, 3);
      });
      assertThatThrownBy(() ->
              database.atomically(() -> {
                insert(database, 4);
                insert(database, 1);
              }))
          .isInstanceOf(IntegrityError.class);
      assertThat(rows(database)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void whatIsCheckedOnlyAtTheEndFailsThere() {
    Sql dangling = Sql.of("INSERT INTO t VALUES (2, 99)");
    try (Database database = open(true)) {
      assertThatThrownBy(() -> database.update(dangling, Reason.USER))
          .isInstanceOf(IntegrityError.class)
          .hasMessageContaining("violates foreign key constraint");
      assertThatThrownBy(() -> database.atomically(() -> database.update(dangling, Reason.USER)))
          .isInstanceOf(IntegrityError.class);
      assertThat(rows(database)).containsExactly(1L);
      insert(database, 3);
      assertThat(rows(database)).containsExactly(1L, 3L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO t VALUES (1)              | IntegrityError   | duplicate key value violates unique
          INSERT INTO t VALUES (13)             | IntegrityError   | violates check constraint
          INSERT INTO t VALUES (NULL)           | IntegrityError   | null value in column "a"
          SELECT 1/0                            | DataError        | division by zero
          SELECT 'x'::integer                   | DataError        | invalid input syntax for type integer
          INSERT INTO t VALUES (99999999999)    | DataError        | integer out of range
          SELECT nothing FROM t                 | ProgrammingError | column "nothing" does not exist
          SELECT * FROM nothing                 | ProgrammingError | relation "nothing" does not exist
          SELEC 1                               | ProgrammingError | syntax error at or near "SELEC"
          SELECT md5(1, 2)                      | ProgrammingError | function md5(integer, integer) does not
          """)
  void errorsHaveTheNamesAndWordsOfPythonsDriver(String sql, String type, String words) {
    try (Database database = open(true)) {
      assertThatThrownBy(() -> database.all(Sql.of(sql), Reason.USER))
          .hasMessageContaining(words)
          .extracting(e -> ((OrmError) e).type())
          .isEqualTo(type);
      assertThat(rows(database)).containsExactly(1L);
    }
  }

  @Test
  void aStatementThatTakesTooLongIsEndedByTheServer() {
    Settings settings = Settings.of(url).withStatementTimeout(Duration.ofMillis(50));
    try (Database database = Database.open(settings)) {
      assertThatThrownBy(() -> one(database, "SELECT 1 FROM pg_sleep(60)"))
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessageContaining("statement timeout");
      assertThat(one(database, "SELECT 1")).isEqualTo(1L);
    }
  }

  @Test
  void aLockIsWaitedForOnlySoLong() {
    Settings settings = Settings.of(url).writable().withBusyTimeout(Duration.ofMillis(50));
    try (Database holder = open(true);
        Database database = Database.open(settings)) {
      holder.atomically(() -> {
        holder.update(Sql.of("UPDATE t SET b = NULL"), Reason.USER);
        assertThatThrownBy(() -> database.update(Sql.of("UPDATE t SET b = NULL"), Reason.USER))
            .isExactlyInstanceOf(OperationalError.class)
            .hasMessageContaining("lock timeout");
      });
    }
  }

  @Test
  void aStatementIsStoppedWhileItRuns() throws Exception {
    Action action = new Action("sleep");
    CountDownLatch done = new CountDownLatch(1);
    List<Throwable> thrown = new ArrayList<>();
    try (Database database = open(false);
        Database watch = open(false)) {
      Thread worker =
          Thread.ofVirtual()
              .start(() -> {
                thrown.add(
                    catchThrowable(() ->
                        action.run(() -> one(database, "SELECT 1 /* slow */ FROM pg_sleep(600)"))));
                done.countDown();
              });
      String running =
          "SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
              + " AND query LIKE 'SELECT 1 /* slow */%'";
      while (!one(watch, running).equals(1L)) {
        Thread.onSpinWait();
      }
      action.stop();
      done.await();
      worker.join();
      assertThat(thrown.getFirst())
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessage("interrupted");
      assertThat(one(watch, running)).isEqualTo(0L);
      assertThat(one(database, "SELECT 2")).isEqualTo(2L);
    }
  }

  @Test
  void thePasswordIsToldNobody() {
    String location = url;
    try (Database database = Database.open(Settings.of(location))) {
      String told =
          database
              + " "
              + database.settings()
              + " "
              + database.settings().location()
              + " "
              + database.settings().title()
              + " "
              + database.log().entries();
      assertThat(location).contains("password=un%26guess%3Dable+%3F");
      assertThat(told).doesNotContain("guess").contains("user=postgres");
      assertThat(database.settings().title()).matches("test_\\d+ on 127\\.0\\.0\\.1:\\d+");
    }
  }

  @Test
  void aPasswordMayStandBeforeTheHostAsInPostgresOwnUris() {
    String name = url.replaceFirst(".*/(test_\\d+)\\?.*", "$1");
    String uri =
        PostgresServer.bareUrl(name)
            .replace("jdbc:postgresql://", "postgres://postgres:un%26guess=able%20%3F@");
    try (Database database = Database.open(Settings.of(uri))) {
      assertThat(database.settings().location())
          .isEqualTo(PostgresServer.bareUrl(name) + "?user=postgres");
      assertThat(rows(database)).containsExactly(1L);
    }
  }

  @Test
  void aPasswordIsTakenFromTheUsersPasswordFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("pgpass");
    Files.writeString(file, "*:*:*:postgres:" + PostgresServer.PASSWORD + "\n");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    String name = url.replaceFirst(".*/(test_\\d+)\\?.*", "$1");
    System.setProperty("org.postgresql.pgpassfile", file.toString());
    try (Database database =
        Database.open(Settings.of(PostgresServer.bareUrl(name) + "?user=postgres"))) {
      assertThat(rows(database)).containsExactly(1L);
    } finally {
      System.clearProperty("org.postgresql.pgpassfile");
    }
  }

  private static void assertNotOpened(String location, String words) {
    assertThatThrownBy(() -> Database.open(Settings.of(location)))
        .isInstanceOf(OperationalError.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("guess");
  }

  @Test
  void whatCannotBeOpenedSaysWhy() {
    assertNotOpened(
        PostgresServer.bareUrl("postgres") + "?user=postgres",
        "asks for a password: give it in the URL (?password=…), in PGPASSWORD or in ~/.pgpass.");
    assertNotOpened(
        PostgresServer.bareUrl("postgres") + "?user=postgres&password=guess",
        "does not let you in: password authentication failed for user \"postgres\".");
    assertNotOpened(
        url.replaceFirst("test_\\d+", "nowhere"),
        "cannot be opened: database \"nowhere\" does not exist.");
    assertNotOpened("jdbc:postgresql://127.0.0.1:1/x?password=guess", "cannot be reached: ");
  }

  @Test
  void momentsAreToldInUniversalTime() {
    try (Database database = open(false)) {
      assertThat(one(database, "SELECT current_setting('TimeZone')")).isEqualTo("UTC");
      assertThat(String.valueOf(one(database, "SELECT '2020-01-01 12:00+02'::timestamptz")))
          .isEqualTo("2020-01-01T10:00Z");
    }
  }

  @Test
  void theUrlSaysHowTlsIsUsed() throws Exception {
    Path certificate = PostgresServer.enableTls();
    String secret = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    String verified = url + "&sslmode=verify-full&sslrootcert=" + certificate;
    try (Database database = Database.open(Settings.of(verified))) {
      assertThat(one(database, secret)).isEqualTo(true);
      assertThat(rows(database)).containsExactly(1L);
    }
    try (Database database = Database.open(Settings.of(url + "&sslmode=disable"))) {
      assertThat(one(database, secret)).isEqualTo(false);
    }
    String another = url.replace("127.0.0.1", "localhost");
    assertNotOpened(
        another + "&sslmode=verify-full&sslrootcert=" + certificate, "could not be verified");
  }

  @Test
  void theProductIsNamedWithItsVersion() {
    try (Database database = open(false)) {
      assertThat(database.product()).matches("PostgreSQL \\d+\\.\\d+.*");
    }
  }
}
