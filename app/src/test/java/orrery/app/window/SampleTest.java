package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.error.OperationalError;

class SampleTest {
  private static final String SCRIPT =
      "BEGIN; CREATE TABLE book (title TEXT); INSERT INTO book VALUES ('Emma'), ('Ulysses'); COMMIT;";

  @TempDir Path folder;

  @Test
  void isMadeFromItsScriptOnce() throws Exception {
    Sample sample = new Sample(folder.resolve("data"), SCRIPT);
    Path file = sample.file();
    assertThat(books(file)).isEqualTo(2);
    Object made = Files.getLastModifiedTime(file);
    assertThat(sample.file()).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
  }

  @Test
  void aNewerScriptMakesANewFileAndTakesTheOldOneAway() throws Exception {
    Path old = new Sample(folder, SCRIPT).file();
    Path next = new Sample(folder, SCRIPT + " INSERT INTO book VALUES ('Moby-Dick');").file();
    assertThat(books(next)).isEqualTo(3);
    assertThat(old).doesNotExist();
    assertThat(files()).containsExactly(next);
  }

  @Test
  void aScriptThatFailsLeavesNothing() throws IOException {
    Sample sample = new Sample(folder, SCRIPT + " nonsense;");
    assertThatThrownBy(sample::file)
        .isInstanceOf(OperationalError.class)
        .hasMessageContaining("The sample could not be made");
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static int books(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM book")) {
      return rows.getInt(1);
    }
  }
}
