package orrery.orm.chain;

import orrery.orm.type.Json;

/// The spelling of a JSON value in Python: the same brackets and numbers, other words, and escapes
/// that mean something else.
final class JsonLiteral {

  private final String json;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private JsonLiteral(String json) {
    this.json = json;
  }

  /// Returns how Python writes `json`.
  static String text(Json json) {
    JsonLiteral literal = new JsonLiteral(json.text().strip());
    while (literal.at < literal.json.length()) {
      literal.take();
    }
    return literal.out.toString();
  }

  private void take() {
    char c = json.charAt(at);
    if (c == '"') {
      string();
    } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      at++;
    } else if (c == ',' || c == ':') {
      out.append(c).append(' ');
      at++;
    } else if (!word("true", "True") && !word("false", "False") && !word("null", "None")) {
      out.append(c);
      at++;
    }
  }

  private boolean word(String word, String python) {
    if (!json.startsWith(word, at)) {
      return false;
    }
    out.append(python);
    at += word.length();
    return true;
  }

  private void string() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < json.length() && json.charAt(at) != '"') {
      char c = json.charAt(at++);
      if (c != '\\' || at == json.length()) {
        value.append(c);
        continue;
      }
      char escape = json.charAt(at++);
      switch (escape) {
        case 'n' -> value.append('\n');
        case 't' -> value.append('\t');
        case 'r' -> value.append('\r');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'u' -> {
          int end = Math.min(at + 4, json.length());
          value.append((char) Integer.parseInt(json.substring(at, end), 16));
          at = end;
        }
        default -> value.append(escape);
      }
    }
    at++;
    out.append(Literals.string(value.toString()));
  }
}
