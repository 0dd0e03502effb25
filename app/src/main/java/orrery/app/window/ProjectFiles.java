package orrery.app.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.assets.Assets;
import orrery.orm.db.Settings;
import orrery.ui.Layout;
import orrery.ui.Opened;
import orrery.ui.Preferences;
import orrery.ui.Project;
import orrery.ui.ProjectStore;
import orrery.ui.SavedQuery;

/// Projects as JSON files that people can read, compare and keep in version control: keys in order,
/// an item a line, chains line by line, and what is not known here kept as it was. Passwords are
/// never in them. Thread-safe.
public final class ProjectFiles implements ProjectStore {
  private static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /// Makes it.
  ///
  /// @param folder where the program keeps the projects that were given no file
  public ProjectFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Path own(String location) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(location.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 8) + ENDING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Project fresh(String location, boolean write) {
    List<SavedQuery> queries = location.equals(Opened.SAMPLE) ? sample() : List.of();
    return new Project(location, write, queries, List.of(), Optional.empty(), SavedQuery.NO_REST);
  }

  private static List<SavedQuery> sample() {
    List<SavedQuery> queries = new ArrayList<>();
    try {
      for (JsonNode node : JSON.readTree(Assets.sampleQueries())) {
        if (node instanceof ObjectNode query) {
          queries.add(query(query));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The queries of the sample are no JSON", e);
    }
    return queries;
  }

  @Override
  public Project read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException("There is no project at " + file + ".", e);
    }
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "%s is no project: line %d is no JSON (%s)."
              .formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    if (!(json instanceof ObjectNode object) || !object.path("connection").isObject()) {
      throw new IOException(name + " is no project: it names no connection.");
    }
    if (object.path("format").asInt(FORMAT) > FORMAT) {
      throw new IOException(name + " was written by a newer Orrery, which this one cannot read.");
    }
    return read(file, object);
  }

  private static Project read(Path file, ObjectNode json) throws IOException {
    JsonNode connection = json.path("connection");
    String location = connection.path("location").asText();
    if (location.isEmpty()) {
      throw new IOException(file.getFileName() + " is no project: its connection has no location.");
    }
    List<SavedQuery> queries = new ArrayList<>();
    for (JsonNode node : json.path("queries")) {
      if (node instanceof ObjectNode query) {
        queries.add(query(query));
      }
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode tab : json.path("tabs")) {
      texts.add(lines(tab.path("chain")));
    }
    ObjectNode rest = json.deepCopy();
    rest.remove(List.of("connection", "format", "queries", "tabs", "layout"));
    return new Project(
        absolute(file, location),
        connection.path("write").asBoolean(),
        queries,
        texts,
        layout(json.path("layout")),
        rest.toString());
  }

  private static SavedQuery query(ObjectNode json) {
    ObjectNode rest = json.deepCopy();
    rest.remove(List.of("about", "chain", "folder", "name", "parameters"));
    Map<String, String> values = new LinkedHashMap<>();
    json.path("parameters")
        .properties()
        .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
    return new SavedQuery(
        json.path("name").asText(),
        json.path("folder").asText(),
        lines(json.path("chain")),
        json.path("about").asText(),
        values,
        rest.toString());
  }

  @Override
  public void write(Path file, Project project) throws IOException {
    ObjectNode json = object(project.rest());
    ObjectNode connection = json.putObject("connection");
    connection.put("location", relative(file, Settings.withoutPassword(project.location())));
    connection.put("write", project.write());
    json.put("format", FORMAT);
    project.layout().ifPresent(layout -> json.set("layout", layout(layout)));
    for (SavedQuery query : project.queries()) {
      ObjectNode node = object(query.rest());
      node.put("name", query.name());
      node.set("chain", lines(query.chain()));
      if (!query.folder().isEmpty()) {
        node.put("folder", query.folder());
      }
      if (!query.about().isEmpty()) {
        node.put("about", query.about());
      }
      if (!query.values().isEmpty()) {
        ObjectNode values = node.putObject("parameters");
        query.values().forEach(values::put);
      }
      json.withArray("queries").add(node);
    }
    for (String text : project.texts()) {
      json.withArray("tabs").addObject().set("chain", lines(text));
    }
    Path whole = file.toAbsolutePath();
    Files.createDirectories(whole.getParent());
    Path next = Files.createTempFile(whole.getParent(), whole.getFileName() + ".", ".new");
    try {
      Files.writeString(next, SortedJson.of(json));
      Files.move(next, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static ObjectNode object(String json) throws IOException {
    return JSON.readTree(json) instanceof ObjectNode object ? object : JSON.createObjectNode();
  }

  private static Optional<Layout> layout(JsonNode json) {
    if (!json.isObject()) {
      return Optional.empty();
    }
    Layout usual = new Preferences().layout();
    return Optional.of(
        new Layout(
            json.path("models").asBoolean(true),
            json.path("builder").asBoolean(true),
            json.path("log").asBoolean(true),
            part(json, "modelsSize", usual.leftSize()),
            part(json, "builderSize", usual.builderSize()),
            part(json, "logSize", usual.logSize()),
            part(json, "chainSize", usual.chainSize()),
            part(json, "sqlSize", usual.sqlSize())));
  }

  private static double part(JsonNode json, String name, double usual) {
    double value = json.path(name).asDouble(usual);
    return value > 0 && value < 1 ? value : usual;
  }

  private static ObjectNode layout(Layout layout) {
    return JSON.createObjectNode()
        .put("models", layout.left())
        .put("builder", layout.builder())
        .put("log", layout.log())
        .put("modelsSize", round(layout.leftSize()))
        .put("builderSize", round(layout.builderSize()))
        .put("logSize", round(layout.logSize()))
        .put("chainSize", round(layout.chainSize()))
        .put("sqlSize", round(layout.sqlSize()));
  }

  private static double round(double part) {
    return Math.round(part * 1000) / 1000.0;
  }

  // A chain of several lines is a list of them, so that a change is a line.
  private static JsonNode lines(String text) {
    if (!text.contains("\n")) {
      return JSON.getNodeFactory().textNode(text);
    }
    ArrayNode lines = JSON.createArrayNode();
    for (String line : text.split("\n", -1)) {
      lines.add(line);
    }
    return lines;
  }

  private static String lines(JsonNode json) {
    if (!json.isArray()) {
      return json.asText();
    }
    List<String> lines = new ArrayList<>();
    json.forEach(line -> lines.add(line.asText()));
    return String.join("\n", lines);
  }

  // A file beside the project, or below it, is named from there: both can be moved together.
  private static String relative(Path project, String location) {
    if (!isPath(location)) {
      return location;
    }
    Path parent = project.toAbsolutePath().normalize().getParent();
    Path path = Path.of(location);
    return parent != null && path.startsWith(parent)
        ? parent.relativize(path).toString().replace('\\', '/')
        : location;
  }

  private static String absolute(Path project, String location) {
    return isPath(location)
        ? project.toAbsolutePath().resolveSibling(location).normalize().toString()
        : location;
  }

  private static boolean isPath(String location) {
    return !location.equals(Opened.SAMPLE)
        && !location.startsWith("jdbc:")
        && !location.startsWith(":");
  }
}
