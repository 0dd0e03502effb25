package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a method or a function takes, in Python's notation: `dates(field_name, kind, order="ASC")`.
///
/// With one addition: a semicolon parts what a [orrery.orm.query.Expr.Call] keeps by place from
/// what it keeps by name, where Python lets one write both either way.
///
/// @param name the name of the method or function
/// @param params its parameters, without the starred ones
/// @param rest the name of `*args`, or null
/// @param extra the name of `**kwargs`, or null
record Signature(String name, List<Param> params, @Nullable String rest, @Nullable String extra) {

  /// One parameter.
  ///
  /// @param initial the text of its default, or null where it must be given
  /// @param positional whether it can be given by position
  /// @param operand whether a call keeps it by place
  record Param(String name, @Nullable String initial, boolean positional, boolean operand) {}

  /// Reads a signature.
  static Signature of(String text) {
    int bracket = text.indexOf('(');
    String name = text.substring(0, bracket);
    List<Param> params = new ArrayList<>();
    String rest = null;
    String extra = null;
    boolean positional = true;
    boolean operand = true;
    int at = bracket + 1;
    while (at < text.length() - 1) {
      int end = endOfPart(text, at);
      String part = text.substring(at, end).trim();
      if (part.startsWith("**")) {
        extra = part.substring(2);
      } else if (part.startsWith("*")) {
        rest = part.length() > 1 ? part.substring(1) : rest;
        positional = false;
      } else if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String initial = equals < 0 ? null : part.substring(equals + 1);
        String param = equals < 0 ? part : part.substring(0, equals);
        params.add(new Param(param, initial, positional, operand && positional));
      }
      operand &= text.charAt(end) != ';';
      at = end + 1;
    }
    return new Signature(name, List.copyOf(params), rest, extra);
  }

  /// Returns the offset of the sign that ends the part at `at`, past brackets within a default.
  private static int endOfPart(String text, int at) {
    int end = at;
    int depth = 0;
    while (depth > 0 || ",;)".indexOf(text.charAt(end)) < 0) {
      depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
      end++;
    }
    return end;
  }

  /// Returns the parameter `wanted`, or null.
  @Nullable Param param(String wanted) {
    for (Param param : params) {
      if (param.name().equals(wanted)) {
        return param;
      }
    }
    return null;
  }

  /// Returns the signature as Python writes it.
  String text() {
    List<String> parts = new ArrayList<>();
    boolean starred = false;
    for (Param param : params) {
      if (!param.positional() && !starred) {
        parts.add(rest == null ? "*" : "*" + rest);
        starred = true;
      }
      parts.add(param.initial() == null ? param.name() : param.name() + "=" + param.initial());
    }
    if (rest != null && !starred) {
      parts.add("*" + rest);
    }
    if (extra != null) {
      parts.add("**" + extra);
    }
    return name + "(" + String.join(", ", parts) + ")";
  }
}
