package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.Chinook;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OperationalError;

class ReadOnlyTest {

  @TempDir Path directory;

  private static Object count(Database database) {
    return database.all(Sql.of("SELECT count(*) FROM Artist"), Reason.USER).getFirst()[0];
  }

  private Connection other(Path path) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + path);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void readingLeavesTheFileAndItsFolderAsTheyWere(String journal) throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Connection connection = other(path)) {
      execute(connection, "PRAGMA journal_mode = " + journal);
    }
    byte[] before = Files.readAllBytes(path);
    var modified = Files.getLastModifiedTime(path);
    try (Database database = Database.open(Settings.of(path.toString()))) {
      assertThat(count(database)).isEqualTo(275L);
      assertThat(files()).containsExactly(path);
    }
    assertThat(files()).containsExactly(path);
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(path)).isEqualTo(modified);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM Artist",
        "CREATE TABLE t (a)",
        "CREATE TEMP TABLE t (a)",
        "DROP TABLE Artist",
        "UPDATE Artist SET Name = 'x'",
        "INSERT INTO Artist VALUES (1000, 'x') RETURNING *",
        "PRAGMA user_version = 3",
      })
  void theDatabaseItselfRefusesToBeWritten(String sql) throws Exception {
    Path path = Chinook.copyTo(directory);
    byte[] before = Files.readAllBytes(path);
    try (Database database = Database.open(Settings.of(path.toString()))) {
      assertThat(database.isReadOnly()).isTrue();
      assertThatThrownBy(() -> database.update(Sql.of(sql), Reason.USER))
          .isExactlyInstanceOf(OperationalError.class)
          .hasMessage("attempt to write a readonly database");
    }
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  @Test
  void liftingTheRefusalOfTheConnectionDoesNotLiftThatOfTheFile() throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Database database = Database.open(Settings.of(path.toString()).withConnections(1))) {
      database.update(Sql.of("PRAGMA query_only = OFF"), Reason.USER);
      assertThatThrownBy(() -> database.update(Sql.of("DELETE FROM Artist"), Reason.USER))
          .hasMessage("attempt to write a readonly database");
    }
  }

  @Test
  void writingWorksWhereItIsAskedFor() throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Database database = Database.open(Settings.of(path.toString()).writable())) {
      assertThat(database.isReadOnly()).isFalse();
      Sql insert = Sql.of("INSERT INTO Artist (Name) VALUES ('a'), ('b')");
      assertThat(database.update(insert, Reason.USER)).isEqualTo(2);
    }
    try (Database database = Database.open(Settings.of(path.toString()))) {
      assertThat(count(database)).isEqualTo(277L);
    }
  }

  @Test
  void whatOthersWriteIsSeen() throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Database database = Database.open(Settings.of(path.toString()));
        Connection connection = other(path)) {
      assertThat(count(database)).isEqualTo(275L);
      execute(connection, "INSERT INTO Artist (Name) VALUES ('a')");
      assertThat(count(database)).isEqualTo(276L);
    }
  }

  @Test
  void whatOthersWriteIntoAWriteAheadLogIsSeen() throws Exception {
    Path path = Chinook.copyTo(directory);
    try (Connection connection = other(path)) {
      execute(connection, "PRAGMA journal_mode = WAL");
    }
    try (Database database = Database.open(Settings.of(path.toString()))) {
      assertThat(count(database)).isEqualTo(275L);
      try (Connection connection = other(path)) {
        execute(connection, "INSERT INTO Artist (Name) VALUES ('a')");
        assertThat(count(database)).isEqualTo(276L);
        execute(connection, "INSERT INTO Artist (Name) VALUES ('b')");
        assertThat(count(database)).isEqualTo(277L);
        execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        assertThat(count(database)).isEqualTo(277L);
      }
    }
    try (Database database = Database.open(Settings.of(path.toString()))) {
      assertThat(count(database)).isEqualTo(277L);
    }
  }

  @Test
  void whatACrashedProgramLeftInTheWriteAheadLogIsRead() throws Exception {
    Path path = Chinook.copyTo(directory);
    Path crashed = directory.resolve("crashed.sqlite");
    try (Connection connection = other(path)) {
      execute(connection, "PRAGMA journal_mode = WAL");
      execute(connection, "INSERT INTO Artist (Name) VALUES ('a')");
      Files.copy(path, crashed);
      Files.copy(directory.resolve("chinook.sqlite-wal"), directory.resolve("crashed.sqlite-wal"));
    }
    byte[] before = Files.readAllBytes(crashed);
    try (Database database = Database.open(Settings.of(crashed.toString()))) {
      assertThat(count(database)).isEqualTo(276L);
    }
    assertThat(Files.readAllBytes(crashed)).isEqualTo(before);
  }

  @Test
  void whatACrashedProgramLeftHalfWrittenMustBeRolledBackFirst() throws Exception {
    Path path = Chinook.copyTo(directory);
    Path crashed = directory.resolve("crashed.sqlite");
    try (Connection connection = other(path)) {
      execute(connection, "PRAGMA cache_size = 1");
      execute(connection, "BEGIN");
      execute(connection, "UPDATE Track SET Composer = 'somebody else, at some length'");
      Files.copy(path, crashed);
      Files.copy(
          directory.resolve("chinook.sqlite-journal"), directory.resolve("crashed.sqlite-journal"));
    }
    assertThatThrownBy(() -> Database.open(Settings.of(crashed.toString())))
        .isExactlyInstanceOf(OperationalError.class)
        .hasMessageContaining("an unfinished transaction");
    try (Database database = Database.open(Settings.of(crashed.toString()).writable())) {
      assertThat(count(database)).isEqualTo(275L);
    }
    try (Database database = Database.open(Settings.of(crashed.toString()))) {
      assertThat(count(database)).isEqualTo(275L);
    }
  }
}
