package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;

/// Chains of every kind, and what Django answered to them over the same database: rows, values,
/// numbers of statements, and errors in its words.
class DjangosAnswersTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  /// A chain and Django's answer.
  private record Recorded(String chain, JsonNode answer) {}

  @Test
  void theMusicShopIsAskedAsInDjango() throws IOException {
    assertAlike(Chinook.copyTo(folder).toString(), "answers-chinook.txt");
  }

  @Test
  void aDatabaseWithEveryTypeOfValueIsAskedAsInDjango() throws IOException, SQLException {
    Path file = folder.resolve("rich.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : text("rich.sql").split("\n--\n", -1)) {
        statement.execute(sql);
      }
      connection.commit();
    }
    assertAlike(file.toString(), "answers-rich.txt");
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DjangosAnswersTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Recorded> recorded(String resource) throws IOException {
    List<Recorded> all = new ArrayList<>();
    for (String line : text(resource).lines().toList()) {
      if (!line.startsWith("#")) {
        int tab = line.indexOf('\t');
        all.add(new Recorded(line.substring(0, tab), JSON.readTree(line.substring(tab + 1))));
      }
    }
    return all;
  }

  private static void assertAlike(String database, String resource) throws IOException {
    List<Recorded> recorded = recorded(resource);
    List<JsonNode> answers =
        Terminal.queryReading(recorded.stream().map(Recorded::chain).toList(), database, "-")
            .jsonLines();
    List<String> unlike = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      JsonNode wanted = recorded.get(i).answer();
      if (!isAlike(wanted, answers.get(i), recorded.get(i).chain().contains("order_by"))) {
        unlike.add(recorded.get(i).chain() + "\n  " + wanted + "\n  " + answers.get(i));
      }
    }
    assertThat(answers).hasSameSizeAs(recorded);
    assertThat(unlike).isEmpty();
  }

  private static boolean isAlike(JsonNode wanted, JsonNode found, boolean ordered) {
    if (wanted.has("error")) {
      // What was probably meant is said behind Django's words.
      return wanted.path("error").path(0).asText().equals(found.path("error").path("type").asText())
          && sentence(found.path("error").path("message").asText())
              .equals(sentence(wanted.path("error").path(1).asText()));
    }
    return wanted.path("kind").equals(found.path("kind"))
        && wanted.path("queryCount").asInt() == found.path("queryCount").asInt()
        && isSame(wanted.path("value"), found.path("value"))
        && (ordered
            ? isSame(wanted.path("rows"), found.path("rows"))
            : isSame(sorted(wanted.path("rows")), sorted(found.path("rows"))));
  }

  private static String sentence(String message) {
    return message.replaceFirst("\\.? Did you mean .*", "").replaceFirst("\\.$", "");
  }

  private static JsonNode sorted(JsonNode rows) {
    List<JsonNode> all = new ArrayList<>();
    rows.forEach(all::add);
    all.sort(Comparator.comparing(JsonNode::toString));
    return JSON.createArrayNode().addAll(all);
  }

  // Floating numbers may differ in the last digit, by the way in which they were added up.
  private static boolean isSame(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      double size = Math.max(Math.abs(a.asDouble()), 1e-9);
      return a.isIntegralNumber() == b.isIntegralNumber()
          && Math.abs(a.asDouble() - b.asDouble()) <= 1e-9 * size;
    }
    if (a.isArray() && b.isArray() && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        if (!isSame(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a.isObject() && b.isObject() && a.size() == b.size()) {
      return a.properties().stream()
          .allMatch(e -> b.has(e.getKey()) && isSame(e.getValue(), b.path(e.getKey())));
    }
    return a.equals(b);
  }
}
