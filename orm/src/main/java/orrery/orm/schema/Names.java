package orrery.orm.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// The names that tables and columns get, one at a time: words put together as Python puts them,
/// and mended by the rules of Django's `inspectdb` where Python or Django would not have them.
final class Names {

  /// Python's reserved words in lower case, and `pk`, which in Django means every primary key.
  private static final Set<String> RESERVED =
      Set.of(
          ("and as assert async await break class continue def del elif else except finally for from"
                  + " global if import in is lambda nonlocal not or pass raise return try while with"
                  + " yield pk")
              .split(" "));

  private static final Set<String> CONSTANTS = Set.of("None", "True", "False");

  private Names() {}

  /// Returns the name of the model for the table `table`: its words in PascalCase.
  static String model(String table) {
    StringBuilder name = new StringBuilder();
    for (String word : Words.of(table)) {
      int first = word.codePointAt(0);
      name.appendCodePoint(Character.toTitleCase(first))
          .append(word, Character.charCount(first), word.length());
    }
    if (name.isEmpty()) {
      return "Table";
    }
    if (CONSTANTS.contains(name.toString())) {
      return name + "Table";
    }
    return startsWell(name.toString()) ? name.toString() : "Number" + name;
  }

  /// Returns the name of the field for the column `column`: its words in snake_case. A foreign key
  /// loses a trailing `_id`.
  static String field(String column, boolean foreignKey) {
    String name = String.join("_", Words.of(column));
    if (foreignKey && name.endsWith("_id")) {
      name = name.substring(0, name.length() - "_id".length());
    }
    if (name.isEmpty()) {
      return "field";
    }
    if (column.startsWith("_")) {
      name = "field_" + name;
    }
    if (column.endsWith("_")) {
      name = name + "_field";
    }
    if (RESERVED.contains(name)) {
      name = name + "_field";
    }
    return startsWell(name) ? name : "number_" + name;
  }

  private static boolean startsWell(String name) {
    return Character.isUnicodeIdentifierStart(name.codePointAt(0));
  }

  /// Returns the words of a model's name in snake_case.
  static String snake(String model) {
    return String.join("_", Words.of(model));
  }

  /// Returns the plural of a model's name in snake_case.
  static String plural(String model) {
    List<String> words = Words.of(model);
    String last = Plurals.of(words.getLast());
    String before = String.join("_", words.subList(0, words.size() - 1));
    return before.isEmpty() ? last : before + "_" + last;
  }

  /// Returns the name by which Django tells models apart, and by which reverse relations are
  /// called.
  static String lower(String model) {
    return model.toLowerCase(Locale.ROOT);
  }

  /// Returns a name as SQLite compares it: capitals of ASCII are as good as small letters, others
  /// are not.
  static String folded(String name) {
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + 32));
      }
    }
    return folded.toString();
  }

  /// Returns `name`, or where it is taken, the first of `name_0`, `name_1` … that is not.
  static String free(String name, Predicate<String> taken) {
    String free = name;
    for (int i = 0; taken.test(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
