package orrery.app.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import orrery.ui.Preferences;
import orrery.ui.Recent;
import orrery.ui.theme.Appearance;

/// What the program remembers of its user, as a JSON file. A file that cannot be read is put aside,
/// never lost.
public final class PreferencesFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  /// Makes it for `preferences.json` in a folder, which need not exist.
  public PreferencesFile(Path folder) {
    this.file = folder.resolve("preferences.json");
  }

  /// Returns what was stored; what was not is as on a first start.
  ///
  /// @throws IOException where there is a file that cannot be read or put aside
  public Preferences load() throws IOException {
    Preferences preferences = new Preferences();
    if (!Files.exists(file)) {
      return preferences;
    }
    try {
      fill(preferences, JSON.readTree(file.toFile()));
    } catch (JsonProcessingException e) {
      Files.move(
          file,
          file.resolveSibling("preferences.broken.json"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return preferences;
  }

  /// Stores it; a crash in the middle leaves what was stored before.
  ///
  /// @throws IOException where it cannot be written
  public void save(Preferences preferences) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(json(preferences));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling("preferences.json.new");
    Files.write(next, bytes);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void fill(Preferences preferences, JsonNode json) {
    for (Appearance appearance : Appearance.values()) {
      if (appearance.name().equalsIgnoreCase(json.path("theme").asText())) {
        preferences.appearanceProperty().set(appearance);
      }
    }
    JsonNode window = json.path("window");
    number(window, "width", preferences.widthProperty());
    number(window, "height", preferences.heightProperty());
    number(window, "x", preferences.xProperty());
    number(window, "y", preferences.yProperty());
    truth(window, "maximized", preferences.maximizedProperty());
    JsonNode panes = json.path("panes");
    truth(panes, "models", preferences.leftShownProperty());
    truth(panes, "builder", preferences.builderShownProperty());
    truth(panes, "log", preferences.dockShownProperty());
    number(panes, "modelsSize", preferences.leftSizeProperty());
    number(panes, "builderSize", preferences.builderSizeProperty());
    number(panes, "logSize", preferences.dockSizeProperty());
    number(panes, "chainSize", preferences.chainSizeProperty());
    number(panes, "sqlSize", preferences.sqlSizeProperty());
    for (JsonNode recent : json.path("recents")) {
      String location = recent.path("location").asText();
      if (!location.isEmpty()) {
        preferences
            .recents()
            .add(
                new Recent(
                    location,
                    recent.path("title").asText(location),
                    instant(recent.path("opened").asText()),
                    recent.path("write").asBoolean()));
      }
    }
  }

  private static ObjectNode json(Preferences preferences) {
    ObjectNode json = JSON.createObjectNode();
    json.put("theme", lower(preferences.appearanceProperty().get()));
    ObjectNode window = json.putObject("window");
    window.put("width", preferences.widthProperty().get());
    window.put("height", preferences.heightProperty().get());
    put(window, "x", preferences.xProperty().get());
    put(window, "y", preferences.yProperty().get());
    window.put("maximized", preferences.maximizedProperty().get());
    ObjectNode panes = json.putObject("panes");
    panes.put("models", preferences.leftShownProperty().get());
    panes.put("builder", preferences.builderShownProperty().get());
    panes.put("log", preferences.dockShownProperty().get());
    panes.put("modelsSize", preferences.leftSizeProperty().get());
    panes.put("builderSize", preferences.builderSizeProperty().get());
    panes.put("logSize", preferences.dockSizeProperty().get());
    panes.put("chainSize", preferences.chainSizeProperty().get());
    panes.put("sqlSize", preferences.sqlSizeProperty().get());
    ArrayNode recents = json.putArray("recents");
    for (Recent recent : preferences.recents()) {
      recents
          .addObject()
          .put("location", recent.location())
          .put("title", recent.title())
          .put("opened", recent.opened().toString())
          .put("write", recent.write());
    }
    return json;
  }

  private static String lower(Appearance appearance) {
    return switch (appearance) {
      case SYSTEM -> "system";
      case LIGHT -> "light";
      case DARK -> "dark";
    };
  }

  // JSON has no word for what is not a number.
  private static void put(ObjectNode json, String name, double value) {
    if (!Double.isNaN(value)) {
      json.put(name, value);
    }
  }

  private static void number(JsonNode json, String name, DoubleProperty property) {
    if (json.path(name).isNumber()) {
      property.set(json.path(name).asDouble());
    }
  }

  private static void truth(JsonNode json, String name, BooleanProperty property) {
    if (json.path(name).isBoolean()) {
      property.set(json.path(name).asBoolean());
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
