package orrery.orm.type;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;

/// The text of a JSON value as Python's `json.dumps` writes it: a space after commas and colons,
/// and nothing but ASCII, so that what is stored is what Django would have stored.
final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  /// Returns the text of `value`: nothing, a truth, a number, a text, a list or a mapping of such.
  ///
  /// @throws TypeError in Python's words, for anything else
  static String of(@Nullable Object value) {
    JsonText text = new JsonText();
    text.write(value);
    return text.out.toString();
  }

  private void write(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Boolean truth -> out.append(truth);
      case Json json -> out.append(json.text());
      case String text -> string(text);
      case Long n -> out.append(n);
      case Integer n -> out.append(n);
      case BigInteger n -> out.append(n);
      case Double d -> out.append(Repr.of(d));
      case List<?> list -> {
        String between = "[";
        for (Object item : list) {
          out.append(between);
          write(item);
          between = ", ";
        }
        out.append(list.isEmpty() ? "[]" : "]");
      }
      case Map<?, ?> map -> {
        String between = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          out.append(between);
          string(key(entry.getKey()));
          out.append(": ");
          write(entry.getValue());
          between = ", ";
        }
        out.append(map.isEmpty() ? "{}" : "}");
      }
      default ->
          throw new TypeError("Object of type " + shortName(value) + " is not JSON serializable");
    }
  }

  private static String key(@Nullable Object key) {
    return key instanceof String text ? text : of(key);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ' || c > '~') {
            out.append("\\u").append(String.format("%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static String shortName(Object value) {
    String name = Repr.typeName(value);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
