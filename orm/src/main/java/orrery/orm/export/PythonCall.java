package orrery.orm.export;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.chain.Printer;
import orrery.orm.query.Expr;

/// A call in Python while its arguments are put together. Not thread-safe.
final class PythonCall {

  private static final int WIDTH = 100;

  private final String function;
  private final List<String> arguments = new ArrayList<>();

  PythonCall(String function) {
    this.function = function;
  }

  /// Adds an argument as it stands.
  PythonCall add(String argument) {
    arguments.add(argument);
    return this;
  }

  /// Adds `name=source`.
  PythonCall option(String name, String source) {
    return add(name + "=" + source);
  }

  /// Adds `name="text"`.
  PythonCall text(String name, String text) {
    return option(name, string(text));
  }

  /// Adds `name=True` where `value`.
  PythonCall flag(String name, boolean value) {
    return value ? option(name, "True") : this;
  }

  /// Returns the call on one line.
  String flat() {
    return function + "(" + String.join(", ", arguments) + ")";
  }

  /// Returns `before` and the call: on one line where it fits, else one argument a line.
  ///
  /// @param indent how far the line is indented
  String after(String before, int indent) {
    String flat = before + flat();
    if (indent + flat.length() <= WIDTH) {
      return flat;
    }
    String line = "\n" + " ".repeat(indent + 4);
    StringBuilder text = new StringBuilder(before).append(function).append('(');
    arguments.forEach(argument -> text.append(line).append(argument).append(','));
    return text.append('\n').repeat(' ', indent).append(')').toString();
  }

  /// Returns `text` as a string of Python.
  static String string(String text) {
    return Printer.print(new Expr.Literal(text));
  }

  /// Returns `texts` as a list of strings.
  static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(PythonCall::string).toList()) + "]";
  }

  /// Returns `text` as a comment on one line.
  static String comment(String text) {
    return "# " + text.strip().replaceAll("\\s+", " ");
  }
}
