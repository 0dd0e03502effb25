package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.db.Settings;
import orrery.orm.error.OperationalError;

/// A program that is killed while it saves: what it saved is there whole, or not at all.
class SavingKilledTest {

  // More than SQLite keeps in memory, so that half of it is in the file when the program dies.
  private static final int ROWS = 3000;

  @TempDir Path folder;

  private Path file() throws SQLException {
    Path file = folder.resolve("pages.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE page (id integer NOT NULL PRIMARY KEY, words text)");
      statement.executeUpdate(
          "INSERT INTO page WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i"
              + " < %d) SELECT i, 'before ' || printf('%%.2000c', 'x') FROM n".formatted(ROWS));
    }
    return file;
  }

  /// Has a program of its own save, and kills it when it says where it is.
  private static void saveAndKill(Path file, int stop) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                SavingProcess.class.getName(),
                file.toString(),
                String.valueOf(stop))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String said = out.readLine();
      StringBuilder all = new StringBuilder();
      while (said != null && !said.equals("here")) {
        all.append(said).append('\n');
        said = out.readLine();
      }
      assertThat(said).as(all.toString()).isEqualTo("here");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  // The tests run on the module path, where this program finds its libraries too.
  private static String classPath() {
    String modules = System.getProperty("jdk.module.path", "");
    String patched = Path.of("target", "test-classes").toAbsolutePath().toString();
    String classes = System.getProperty("java.class.path", "");
    return String.join(File.pathSeparator, patched, modules, classes);
  }

  @ParameterizedTest
  @CsvSource({"1, before", "2000, before", "3000, before", "0, after"})
  void allIsThereOrNothing(int stop, String expected) throws Exception {
    Path file = file();
    saveAndKill(file, stop);
    boolean isBegun = Files.exists(Path.of(file + "-journal"));
    assertThat(isBegun).isEqualTo(expected.equals("before"));
    try (OpenDatabase open = OpenDatabase.open(Settings.of(file.toString()).writable())) {
      assertThat(open.orm().objects("Page").filter("words__startswith", expected).count())
          .isEqualTo(ROWS);
      assertThat(open.orm().objects("Page").count()).isEqualTo(ROWS);
    }
  }

  @Test
  void whoeverOpensItOnlyToReadIsToldOfWhatWasNotSaved() throws Exception {
    Path file = file();
    saveAndKill(file, 2000);
    Settings reading = Settings.of(file.toString());
    assertThatThrownBy(() -> OpenDatabase.open(reading).close())
        .isInstanceOf(OperationalError.class)
        .hasMessageContaining("holds an unfinished transaction of a program that was stopped");
    OpenDatabase.open(reading.writable()).close();
    try (OpenDatabase open = OpenDatabase.open(reading)) {
      assertThat(open.orm().objects("Page").filter("words__startswith", "before").count())
          .isEqualTo(ROWS);
    }
  }
}
