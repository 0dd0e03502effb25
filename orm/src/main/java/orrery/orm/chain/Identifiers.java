package orrery.orm.chain;

import java.util.Set;

/// What Python takes for a name, and which names it keeps for itself.
final class Identifiers {

  private static final Set<String> RESERVED =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private Identifiers() {}

  static boolean isStart(int c) {
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }

  static boolean isPart(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /// Says whether Python keeps `name` for itself, so that it cannot name an argument.
  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /// Says whether `name` can be written before the `=` of a keyword argument.
  static boolean isKeywordName(String name) {
    return !name.isEmpty()
        && isStart(name.codePointAt(0))
        && name.codePoints().allMatch(Identifiers::isPart)
        && !isReserved(name);
  }

  /// Says whether `name` looks like the name of a class: it starts with no small letter.
  static boolean isPascalCase(String name) {
    int first = name.codePointAt(0);
    return first != '_' && !Character.isLowerCase(first);
  }
}
