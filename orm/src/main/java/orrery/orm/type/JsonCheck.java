package orrery.orm.type;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says whether a text is JSON.
final class JsonCheck {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final int DEEPEST = 1000;

  private final String text;
  private int at;

  private JsonCheck(String text) {
    this.text = text;
  }

  static boolean isJson(String text) {
    JsonCheck check = new JsonCheck(text);
    boolean value = check.value(0);
    check.space();
    return value && check.at == text.length();
  }

  private boolean value(int depth) {
    space();
    if (at >= text.length() || depth > DEEPEST) {
      return false;
    }
    return switch (text.charAt(at)) {
      case '{' -> members('}', depth);
      case '[' -> members(']', depth);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(char end, int depth) {
    at++;
    if (take(end)) {
      return true;
    }
    do {
      if (end == '}') {
        space();
        if (at >= text.length() || !string() || !take(':')) {
          return false;
        }
      }
      if (!value(depth + 1)) {
        return false;
      }
    } while (take(','));
    return take(end);
  }

  private boolean string() {
    if (text.charAt(at) != '"') {
      return false;
    }
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return true;
      }
      if (c == '\\') {
        at++;
      }
    }
    return false;
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  private boolean number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      return false;
    }
    at = number.end();
    return true;
  }

  private boolean take(char c) {
    space();
    if (at >= text.length() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
