package orrery.app.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// JSON with its keys in order and an item a line, so that what did not change is written the same
/// again.
final class SortedJson {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
          .withObjectIndenter(INDENT)
          .withArrayIndenter(INDENT);

  private SortedJson() {}

  /// Returns the text, which ends with a line's end.
  static String of(JsonNode json) throws JsonProcessingException {
    return new ObjectMapper().writer(PRINTER).writeValueAsString(sorted(json)) + "\n";
  }

  private static JsonNode sorted(JsonNode json) {
    if (json instanceof ObjectNode object) {
      Map<String, JsonNode> fields = new TreeMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      ObjectNode ordered = object.objectNode();
      fields.forEach(ordered::set);
      return ordered;
    }
    if (json instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(item -> items.add(sorted(item)));
      return items;
    }
    return json;
  }
}
