package orrery.orm.type;

import org.jspecify.annotations.Nullable;

/// A JSON value, kept as its text: whoever needs its parts parses it, whoever shows it need not.
public record Json(String text) {

  /// Returns the JSON of `value`: nothing, a truth, a number, a text, a list or a mapping of such.
  ///
  /// @throws orrery.orm.error.TypeError in Python's words, for anything else
  public static Json of(@Nullable Object value) {
    return value instanceof Json json ? json : new Json(JsonText.of(value));
  }

  /// Returns what was read as `text`: JSON, or, where it is none, the JSON of that text.
  public static Json read(String text) {
    return JsonCheck.isJson(text) ? new Json(text) : of(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
