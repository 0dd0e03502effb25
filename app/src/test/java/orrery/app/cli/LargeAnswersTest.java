package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.PostgresServer;

/// Rows are written as they are read: each database has a view whose 5000th row cannot be computed,
/// and what comes before it is written all the same.
class LargeAnswersTest {

  private static final String NUMBERS = "CREATE TABLE num (n integer PRIMARY KEY, t text NOT NULL)";

  @TempDir static Path folder;
  private static String sqlite = "";
  private static String postgres = "";

  @BeforeAll
  static void makeDatabases() throws SQLException {
    sqlite = folder.resolve("numbers.db").toString();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite);
        Statement statement = connection.createStatement()) {
      statement.execute(NUMBERS);
      statement.execute(
          "WITH RECURSIVE g(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM g WHERE n < 10000)"
              + " INSERT INTO num SELECT n, 'row ' || n FROM g");
      statement.execute(
          "CREATE VIEW broken AS SELECT n, t,"
              + " CASE WHEN n = 5000 THEN json('{') ELSE n END AS x FROM num");
    }
    postgres = PostgresServer.newDatabase();
    PostgresServer.execute(postgres, NUMBERS);
    PostgresServer.execute(
        postgres, "INSERT INTO num SELECT n, 'row ' || n FROM generate_series(1, 10000) AS g(n)");
    PostgresServer.execute(
        postgres, "CREATE VIEW broken AS SELECT n, t, 1 / (5000 - n) AS x FROM num");
  }

  private static String database(String kind) {
    return kind.equals("SQLite") ? sqlite : postgres;
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void csvIsWrittenAsItIsRead(String kind) {
    for (String chain : List.of("Broken.objects.all()", "Broken.objects.values_list('n', 'x')")) {
      Terminal done = Terminal.query(database(kind), chain, "--format", "csv");
      assertThat(done.status()).isEqualTo(1);
      assertThat(done.out().lines().count()).isBetween(3000L, 5001L);
      assertThat(done.err()).contains("Error: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void jsonIsWrittenAsItIsReadAndSaysWhatEndedIt(String kind) throws IOException {
    for (String chain : List.of("Broken.objects.all()", "Broken.objects.values('n', 'x')")) {
      Terminal done = Terminal.query(database(kind), chain, "--format", "json");
      assertThat(done.status()).isEqualTo(1);
      JsonNode json = done.json();
      assertThat(json.path("rows").size()).isBetween(3000, 4999);
      assertThat(json.path("error").path("type").asText()).endsWith("Error");
      assertThat(json.path("queryCount").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void aTableIsWrittenAsItIsRead(String kind) {
    Terminal done =
        Terminal.query(database(kind), "Broken.objects.values('n', 'x')", "--format", "table");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.out().lines().count()).isBetween(3000L, 5003L);
    assertThat(done.out()).contains("\n   1  ").doesNotContain("10,000 rows");
    assertThat(done.err()).contains("Error: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void aStatementByHandIsWrittenAsItIsRead(String kind) throws IOException {
    String raw = "Num.objects.raw('SELECT n, t, x FROM broken')";
    JsonNode json = Terminal.query(database(kind), raw, "--format", "json").json();
    assertThat(json.path("rows").size()).isBetween(3000, 4999);
    assertThat(json.path("rows").path(0).path("annotations").path("x").isMissingNode()).isFalse();
    assertThat(json.path("error").path("type").asText()).endsWith("Error");
    // Only what is asked for is read.
    JsonNode some = Terminal.query(database(kind), raw + "[10:12]", "--format", "json").json();
    assertThat(some.path("rows").findValuesAsText("pk")).containsExactly("11", "12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void aLineOfManyIsWrittenAsItIsReadAndTheNextGoesOn(String kind) {
    Terminal done =
        Terminal.queryReading(
            List.of("Broken.objects.all()", "Num.objects.count()"), database(kind), "-");
    List<JsonNode> lines = done.jsonLines();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().path("rows").size()).isBetween(3000, 4999);
    assertThat(lines.getFirst().has("error")).isTrue();
    assertThat(lines.getLast().path("value").asInt()).isEqualTo(10000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void allRowsAreThereInTheirOrder(String kind) throws IOException {
    JsonNode json =
        Terminal.query(database(kind), "Num.objects.order_by('n')", "--format", "json").json();
    assertThat(json.path("rows")).hasSize(10_000);
    for (int i = 0; i < 10_000; i++) {
      assertThat(json.path("rows").path(i).path("pk").asInt()).isEqualTo(i + 1);
    }
    assertThat(json.path("queryCount").asInt()).isEqualTo(1);
    assertThat(json.path("queries").path(0).path("rows").asInt()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQLite", "PostgreSQL"})
  void nothingAtAllIsAnAnswerToo(String kind) throws IOException {
    String none = "Num.objects.filter(n__lt=0).values('n', 't')";
    JsonNode json = Terminal.query(database(kind), none, "--format", "json").json();
    assertThat(json.path("columns")).hasSize(2);
    assertThat(json.path("rows").isArray()).isTrue();
    assertThat(json.path("rows")).isEmpty();
    assertThat(Terminal.query(database(kind), none, "--format", "csv").out()).isEqualTo("n,t\r\n");
  }

  @Test
  void aServersDatabaseIsReadLikeAFile() throws IOException {
    assertThat(Terminal.models(postgres).out()).contains("Num").contains("Broken");
    Terminal refused = Terminal.query(postgres, "Num.objects.all().delete()");
    assertThat(refused.status()).isNotZero();
    assertThat(Terminal.query(postgres, "Num.objects.count()").json().path("value").asInt())
        .isEqualTo(10_000);
    Terminal changed = Terminal.query(postgres, "Num.objects.filter(n=1).update(t='x')", "--write");
    assertThat(changed.json().path("value").asInt()).isEqualTo(1);
    Terminal undone =
        Terminal.query(postgres, "Num.objects.filter(n=1).update(t='row 1')", "--write");
    assertThat(undone.status()).isZero();
  }

  @Test
  void whatTheServerRefusesIsOneLineWithoutThePassword() {
    Terminal wrong =
        Terminal.query(
            postgres.replaceFirst("password=[^&]*", "password=wrong"), "Num.objects.count()");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err().lines())
        .singleElement()
        .asString()
        .startsWith("OperationalError: ")
        .contains("password authentication failed")
        .doesNotContain("=wrong");
    Terminal none =
        Terminal.query(postgres.replaceFirst("&password=[^&]*", ""), "Num.objects.count()");
    assertThat(none.err()).contains("asks for a password");
  }
}
