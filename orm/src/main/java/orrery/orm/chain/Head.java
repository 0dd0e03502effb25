package orrery.orm.chain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name at the start of a chain or a call, without the modules that Python code has before it:
/// of `models.functions.Lower("x")` the head is `Lower`.
///
/// @param module the last module before the name, or null
/// @param name the name
/// @param start where it stands
/// @param end where it ends
/// @param rest what stands behind it
record Head(@Nullable String module, String name, int start, int end, List<Syntax.Trailer> rest) {

  private static final Set<String> MODULES =
      Set.of(
          "django",
          "db",
          "models",
          "functions",
          "expressions",
          "aggregates",
          "lookups",
          "query",
          "datetime",
          "timezone",
          "decimal",
          "uuid",
          "zoneinfo",
          "dt");

  /// Returns the head of `syntax`, or null where it starts with no name.
  static @Nullable Head of(Syntax syntax) {
    if (syntax instanceof Syntax.Word word) {
      return new Head(null, word.name(), word.start(), word.end(), List.of());
    }
    if (!(syntax instanceof Syntax.Postfix postfix)
        || !(postfix.base() instanceof Syntax.Word word)) {
      return null;
    }
    Head head = new Head(null, word.name(), word.start(), word.end(), postfix.trailers());
    while (MODULES.contains(head.name) && head.next() instanceof Syntax.Attribute attribute) {
      head =
          new Head(head.name, attribute.name(), attribute.start(), attribute.end(), head.after());
    }
    return head;
  }

  /// Says whether `name` is a module that may stand before a name.
  static boolean isModule(String name) {
    return MODULES.contains(name);
  }

  /// Returns what stands right behind the name, or null.
  Syntax.@Nullable Trailer next() {
    return rest.isEmpty() ? null : rest.getFirst();
  }

  /// Returns what stands behind [#next].
  List<Syntax.Trailer> after() {
    return rest.subList(1, rest.size());
  }

  /// Returns the call of the name, or null where it is not called.
  Syntax.@Nullable Call call() {
    return next() instanceof Syntax.Call call ? call : null;
  }
}
