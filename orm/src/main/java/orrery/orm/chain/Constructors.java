package orrery.orm.chain;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// How Python's errors name the constructors of Django's expressions: whose `__init__` a class has,
/// and which classes count their arguments themselves.
final class Constructors {

  private static final Map<String, String> INHERITED =
      Map.of(
          "Right", "Left",
          "RPad", "LPad",
          "Lag", "LagLeadFunction",
          "Lead", "LagLeadFunction",
          "OuterRef", "F",
          "RowRange", "WindowFrame",
          "ValueRange", "WindowFrame");

  private static final List<String> OF_NONE = List.of("Pi", "Random");

  private static final List<String> OF_ONE =
      List.of(
          "Abs",
          "ACos",
          "ASin",
          "ATan",
          "Ceil",
          "Cos",
          "Cot",
          "Degrees",
          "Exp",
          "Floor",
          "Ln",
          "Radians",
          "Sign",
          "Sin",
          "Sqrt",
          "Tan",
          "Chr",
          "Length",
          "Lower",
          "LTrim",
          "Ord",
          "Reverse",
          "RTrim",
          "Trim",
          "Upper",
          "MD5",
          "SHA1",
          "SHA224",
          "SHA256",
          "SHA384",
          "SHA512",
          "FirstValue",
          "LastValue",
          "Avg",
          "Max",
          "Min",
          "Sum");

  private static final List<String> OF_TWO =
      List.of("NullIf", "ATan2", "Log", "Mod", "Power", "StrIndex");

  private Constructors() {}

  /// Says whether `name` is a class of Django, whose constructor errors name.
  static boolean isClass(String name) {
    return Character.isUpperCase(name.charAt(0)) && !Values.table().containsKey(name);
  }

  /// Returns what errors call the constructor of the class `name`.
  static String of(String name) {
    String owner =
        name.startsWith("Extract")
            ? "Extract"
            : name.startsWith("Trunc") && !name.equals("Trunc")
                ? "TruncBase"
                : INHERITED.getOrDefault(name, name);
    return owner + ".__init__()";
  }

  /// Returns how many arguments the class `name` counts, nothing where Python does.
  static OptionalInt arity(String name) {
    return OF_ONE.contains(name)
        ? OptionalInt.of(1)
        : OF_TWO.contains(name)
            ? OptionalInt.of(2)
            : OF_NONE.contains(name) ? OptionalInt.of(0) : OptionalInt.empty();
  }
}
