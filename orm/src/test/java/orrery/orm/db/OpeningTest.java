package orrery.orm.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.dialect.Sql;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OperationalError;

class OpeningTest {

  @TempDir Path directory;

  private Settings file(Path path) {
    return Settings.of(path.toString()).withBusyTimeout(Duration.ZERO);
  }

  private void assertNotADatabase(String name, byte[] content, String why) throws Exception {
    Path path = Files.write(directory.resolve(name), content);
    assertThatThrownBy(() -> Database.open(file(path)))
        .isExactlyInstanceOf(DatabaseError.class)
        .hasMessage(path + " is not a SQLite database: it looks like " + why);
  }

  private static Object one(Database database, String sql) {
    return database.all(Sql.of(sql), Reason.USER).getFirst()[0];
  }

  @Test
  void aFileThatDoesNotExistIsAnErrorAndIsNotMade() {
    Path path = directory.resolve("none.sqlite");
    for (Settings settings : List.of(file(path), file(path).writable())) {
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(OperationalError.class)
          .hasMessage("No such file: " + path);
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void aFileIsMadeWhereThatIsAskedFor() {
    Path path = directory.resolve("new.sqlite");
    try (Database database = Database.open(file(path).creating())) {
      database.update(Sql.of("CREATE TABLE t (a)"), Reason.USER);
    }
    assertThat(path).isNotEmptyFile();
    Path nowhere = directory.resolve("no/such/folder/new.sqlite");
    assertThatThrownBy(() -> Database.open(file(nowhere).creating()))
        .hasMessage("No such file: " + nowhere);
  }

  @Test
  void aDirectoryIsNoDatabase() {
    assertThatThrownBy(() -> Database.open(file(directory)))
        .isInstanceOf(OperationalError.class)
        .hasMessage(directory + " is a directory, not a database file.");
  }

  @Test
  void anEmptyFileIsADatabaseWithoutTables() throws Exception {
    Path path = Files.createFile(directory.resolve("empty.sqlite"));
    try (Database database = Database.open(file(path))) {
      assertThat(one(database, "SELECT count(*) FROM sqlite_schema")).isEqualTo(0L);
      assertThat(database.warnings())
          .containsExactly(path + " is empty: a database without tables.");
    }
    assertThat(path).isEmptyFile();
  }

  @Test
  void filesOfOtherKindsAreNamed() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a"));
    }
    assertNotADatabase("a.zip", zip.toByteArray(), "a ZIP archive or an office document.");
    assertNotADatabase("a.csv", "id,name\n1,Łódź\n".repeat(50).getBytes(UTF_8), "text.");
    assertNotADatabase(
        "a.sql",
        "-- tables\nCREATE TABLE t (a);\n".getBytes(UTF_8),
        "an SQL script; run it to make a database.");
    byte[] noise = new byte[8192];
    new Random(7).nextBytes(noise);
    assertNotADatabase("a.db", noise, "noise, so it is encrypted or no database at all.");
    assertNotADatabase("a.txt", "x".getBytes(UTF_8), "text.");
  }

  @Test
  void aDatabaseThatWasCutShortIsCalledDamaged() throws Exception {
    Path path = Chinook.copyTo(directory);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, 10_000));
    assertThatThrownBy(() -> Database.open(file(path)))
        .isExactlyInstanceOf(DatabaseError.class)
        .hasMessage(path + " is damaged or was cut short: database disk image is malformed.");
  }

  @Test
  void damageInsideShowsWhereItIsRead() throws Exception {
    Path path = Chinook.copyTo(directory);
    long root;
    long size;
    try (Database database = Database.open(file(path))) {
      root = (Long) one(database, "SELECT rootpage FROM sqlite_schema WHERE name = 'Track'");
      size = (Long) one(database, "PRAGMA page_size");
    }
    byte[] whole = Files.readAllBytes(path);
    Arrays.fill(whole, (int) ((root - 1) * size), (int) (root * size), (byte) 0xee);
    Files.write(path, whole);
    try (Database database = Database.open(file(path))) {
      assertThatThrownBy(() -> one(database, "SELECT sum(Milliseconds) FROM Track"))
          .isExactlyInstanceOf(DatabaseError.class)
          .hasMessage("database disk image is malformed");
    }
  }

  @Test
  void aHeadWithoutADatabaseBehindItIsCalledSo() throws Exception {
    Path path =
        Files.write(
            directory.resolve("head.db"), ("SQLite format 3\0" + "x".repeat(2000)).getBytes(UTF_8));
    assertThatThrownBy(() -> Database.open(file(path)))
        .isExactlyInstanceOf(DatabaseError.class)
        .hasMessage(
            path + " is not a SQLite database, or it is encrypted: file is not a database.");
  }

  @Test
  void aDatabaseThatAnotherProgramLocksIsCalledSo() throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + path);
        var statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> Database.open(file(path)))
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessage(path + " is in use by another program: database is locked.");
    }
  }

  @Test
  void oddCharactersInAPathAreJustThat() throws Exception {
    Path path = directory.resolve("a b?mode=memory#%20é'\"+&.db");
    try (Database database = Database.open(file(path).creating())) {
      database.update(Sql.of("CREATE TABLE t (a)"), Reason.USER);
    }
    try (Database database = Database.open(file(path))) {
      assertThat(one(database, "SELECT name FROM sqlite_schema")).isEqualTo("t");
    }
    assertThat(directory).isDirectoryNotContaining(p -> !p.equals(path));
  }

  @Test
  void urlsOfTheDriverAreUnderstood() throws Exception {
    Path path = Chinook.copyTo(directory);
    String encoded = path.toUri().toString();
    for (String url : List.of("jdbc:sqlite:" + path, "jdbc:sqlite:" + encoded)) {
      try (Database database = Database.open(Settings.of(url))) {
        assertThat(one(database, "SELECT count(*) FROM Album")).isEqualTo(347L);
      }
    }
    try (Database database =
        Database.open(Settings.of("jdbc:sqlite:" + encoded + "?mode=ro").writable())) {
      assertThat(database.isReadOnly()).isTrue();
    }
    assertThatThrownBy(() -> Database.open(Settings.of("jdbc:oracle:thin:me/secret@host")))
        .isInstanceOf(NotSupportedError.class)
        .hasMessageContaining("jdbc:oracle:")
        .hasMessageNotContaining("secret");
  }

  @Test
  void inMemoryEveryConnectionSeesTheSameTablesAndEveryDatabaseIsItsOwn() throws Exception {
    try (Database one = Database.open(Settings.of(":memory:"));
        Database other = Database.open(Settings.of("jdbc:sqlite::memory:"))) {
      one.update(Sql.of("CREATE TABLE t (a)"), Reason.USER);
      Thread thread =
          Thread.startVirtualThread(
              () -> one.update(Sql.of("INSERT INTO t VALUES (1)"), Reason.USER));
      thread.join();
      assertThat(one(one, "SELECT count(*) FROM t")).isEqualTo(1L);
      assertThat(one(other, "SELECT count(*) FROM sqlite_schema")).isEqualTo(0L);
    }
  }

  @Test
  void foreignKeysAreWatchedOver() {
    try (Database database = Database.open(Settings.of(":memory:"))) {
      assertThat(one(database, "PRAGMA foreign_keys")).isEqualTo(1L);
    }
  }

  @Test
  void theLimitOfPlaceholdersIsReadFromTheConnectionAndCanBeLowered() {
    try (Database database = Database.open(Settings.of(":memory:"))) {
      assertThat(database.dialect().maxBindings()).isEqualTo(250_000);
    }
    try (Database database = Database.open(Settings.of(":memory:").withMaxBindings(3))) {
      assertThat(database.dialect().maxBindings()).isEqualTo(3);
      assertThat(one(database, "SELECT ?3")).isNull();
      assertThatThrownBy(() -> one(database, "SELECT ?, ?, ?, ?"))
          .isInstanceOf(OperationalError.class)
          .hasMessage("too many SQL variables");
    }
  }
}
