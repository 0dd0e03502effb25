package orrery.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A query that comes with the sample: a chain with a name and a sentence about it.
record SavedQuery(String name, String chain, String about) {

  /// Returns the queries of `json`, in their order.
  ///
  /// @throws IOException where it is no JSON
  static List<SavedQuery> all(String json) throws IOException {
    List<SavedQuery> found = new ArrayList<>();
    for (JsonNode node : new JsonMapper().readTree(json)) {
      found.add(
          new SavedQuery(
              node.path("name").asText(),
              node.path("chain").asText(),
              node.path("about").asText()));
    }
    return found;
  }
}
