package orrery.orm.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.Place;
import orrery.orm.error.ValueError;

/// The way from a JSON text to maps, lists, strings, numbers ([Long], or [BigDecimal]), booleans
/// and null.
final class JsonText {

  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /// Returns what `text` says.
  ///
  /// @throws ValueError with the place, where it is no JSON
  static @Nullable Object read(String text) {
    JsonText reader = new JsonText(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value() {
    skipSpace();
    if (++depth > DEEPEST) {
      throw wrong("less nesting");
    }
    Object value =
        switch (peek()) {
          case '{' -> mapping();
          case '[' -> sequence();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          case 'n' -> word("null", null);
          default -> number();
        };
    depth--;
    return value;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return value;
  }

  private Map<String, @Nullable Object> mapping() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    expect('{');
    skipSpace();
    while (peek() != '}') {
      if (!map.isEmpty()) {
        expect(',');
        skipSpace();
      }
      String name = string();
      skipSpace();
      expect(':');
      if (map.containsKey(name)) {
        throw wrong("a name that is not there yet");
      }
      map.put(name, value());
      skipSpace();
    }
    expect('}');
    return map;
  }

  private List<@Nullable Object> sequence() {
    List<@Nullable Object> items = new ArrayList<>();
    expect('[');
    skipSpace();
    while (peek() != ']') {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(value());
      skipSpace();
    }
    expect(']');
    return items;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      if (at >= text.length()) {
        throw wrong("the end of a string");
      }
      char c = text.charAt(at++);
      if (c == '\\') {
        escaped(out);
      } else if (c < ' ') {
        at--;
        throw wrong("a character of a string");
      } else {
        out.append(c);
      }
    }
    expect('"');
    return out.toString();
  }

  private void escaped(StringBuilder out) {
    char c = peek();
    at++;
    switch (c) {
      case '"', '\\', '/' -> out.append(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        int end = Math.min(text.length(), at + 4);
        String digits = text.substring(at, end);
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
          throw wrong("four hexadecimal digits");
        }
        out.append((char) Integer.parseInt(digits, 16));
        at = end;
      }
      default -> {
        at--;
        throw wrong("an escape");
      }
    }
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?")) {
      at = start;
      throw wrong("a value");
    }
    return digits.matches("-?\\d{1,18}") ? Long.valueOf(digits) : new BigDecimal(digits);
  }

  /// Returns the next character; of the end a character that stands for nothing.
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw wrong("'" + c + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private ValueError wrong(String expected) {
    ValueError error = new ValueError("This is no JSON: " + expected + " was expected.");
    error.at(Place.of(text, at));
    return error;
  }
}
