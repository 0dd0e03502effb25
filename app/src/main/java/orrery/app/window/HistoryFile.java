package orrery.app.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import orrery.orm.db.Settings;
import orrery.ui.PastQueries;
import orrery.ui.PastQuery;

/// What was run, as a file with a line of JSON for each, the last one last. It is cut when it is
/// twice as long as what is remembered; a line that cannot be read is passed over. Thread-safe.
public final class HistoryFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /// Makes it for `history.jsonl` in a folder, which need not exist.
  public HistoryFile(Path folder) {
    file = folder.resolve("history.jsonl");
  }

  /// Returns what was run, the last first.
  ///
  /// @throws IOException where there is a file that cannot be read or cut
  public List<PastQuery> load() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() > PastQueries.MOST * 2) {
      lines = lines.subList(lines.size() - PastQueries.MOST, lines.size());
      Path next = file.resolveSibling("history.jsonl.new");
      Files.write(next, lines);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<PastQuery> found = new ArrayList<>();
    for (String line : lines.reversed()) {
      read(line, found);
    }
    return found.subList(0, Math.min(PastQueries.MOST, found.size()));
  }

  // The last line is torn where the program was killed while it wrote it.
  private static void read(String line, List<PastQuery> found) {
    try {
      JsonNode json = JSON.readTree(line);
      if (!json.path("chain").asText().isEmpty()) {
        found.add(
            new PastQuery(
                Instant.parse(json.path("at").asText()),
                json.path("database").asText(),
                json.path("location").asText(),
                json.path("chain").asText(),
                json.path("nanos").asLong(),
                json.path("queries").asInt(),
                json.path("rows").asInt(-1),
                json.path("more").asBoolean(),
                json.path("error").asText()));
      }
    } catch (JsonProcessingException | DateTimeException e) {
      // Nothing can be told of it.
    }
  }

  /// Adds what was run.
  ///
  /// @throws UncheckedIOException where it cannot be written
  public synchronized void add(PastQuery query) {
    String line =
        JSON.createObjectNode()
            .put("at", query.at().toString())
            .put("database", query.database())
            .put("location", Settings.withoutPassword(query.location()))
            .put("chain", query.chain())
            .put("nanos", query.nanos())
            .put("queries", query.queries())
            .put("rows", query.rows())
            .put("more", query.more())
            .put("error", query.error())
            .toString();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The history could not be written", e);
    }
  }
}
