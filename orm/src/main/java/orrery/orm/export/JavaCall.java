package orrery.orm.export;

import java.util.ArrayList;
import java.util.List;

/// An expression of Java that calls methods on what went before, while it is put together. Not
/// thread-safe.
final class JavaCall {

  private static final int WIDTH = 100;

  private final String start;
  private final List<String> calls = new ArrayList<>();

  JavaCall(String start) {
    this.start = start;
  }

  /// Adds `.method(arguments)`.
  JavaCall call(String method, String... arguments) {
    calls.add("." + method + "(" + String.join(", ", arguments) + ")");
    return this;
  }

  /// Adds `.method(arguments)`.
  JavaCall call(String method, List<String> arguments) {
    return call(method, arguments.toArray(String[]::new));
  }

  /// Adds `.method(true)` where `value`.
  JavaCall flag(String method, boolean value) {
    return value ? call(method, "true") : this;
  }

  /// Returns the whole on one line.
  String flat() {
    return start + String.join("", calls);
  }

  /// Returns the whole: on one line where it fits behind `before` characters, else one call a line.
  ///
  /// @param indent how far the lines of the calls are indented
  String broken(int before, int indent) {
    if (before + flat().length() <= WIDTH) {
      return flat();
    }
    // The first call is of a class, or of the one name that all others hang on.
    return start + String.join("\n" + " ".repeat(indent), calls);
  }
}
