package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChinookTest {
  @Test
  void theCopyIsADatabaseWithItsTables(@TempDir Path directory) throws Exception {
    Path file = Chinook.copyTo(directory);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM Album")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(347);
    }
  }
}
