package orrery.orm.dialect;

import java.util.Map;
import orrery.orm.type.FieldType;

/// The lengths that Django gives to texts whose field says none.
final class TextLengths {

  private static final Map<String, Integer> USUAL =
      Map.of(
          "EmailField", 254,
          "FileField", 100,
          "FilePathField", 100,
          "ImageField", 100,
          "SlugField", 50,
          "URLField", 200);

  private TextLengths() {}

  /// Returns `varchar`, with a length where there is one.
  static String varchar(FieldType type) {
    int length = type.maxLength() > 0 ? type.maxLength() : USUAL.getOrDefault(type.name(), 0);
    return length > 0 ? "varchar(" + length + ")" : "varchar";
  }
}
