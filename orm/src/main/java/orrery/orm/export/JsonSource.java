package orrery.orm.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Models as JSON, and back. The form is made to be kept under version control: one field a line,
/// what is as usual left out, always in the order of the models.
///
/// What cannot be written down is lost: a default that code computes.
public final class JsonSource {

  private static final String VERSION = "orrery";

  private JsonSource() {}

  /// Returns the text.
  public static String of(Models models) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put(VERSION, 1);
    root.put("models", models.all().stream().map(JsonWriter::model).toList());
    return JsonLayout.write(root);
  }

  /// Returns the models that `text` describes.
  ///
  /// @throws ValueError where it is no JSON (with the place), or describes something else
  /// @throws orrery.orm.error.ImproperlyConfigured where the models do not fit together
  public static Models read(String text) {
    JsonObject root = new JsonObject("the file", JsonText.read(text));
    if (!Long.valueOf(1).equals(root.get(VERSION))) {
      throw new ValueError("This is not a file of models, or one of a later version.");
    }
    List<Model> models = root.list("models").stream().map(JsonReader::model).toList();
    root.done();
    return new Models(models);
  }
}
