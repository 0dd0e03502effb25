package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A method or function that a chain may call: a row of [Methods] or [Functions]. Immutable.
///
/// @param name what it is called
/// @param parameters its parameters as Python writes them: `distinct=False`
/// @param meaning what it does, in one sentence
/// @param group which of its table's groups it is in
record Entry(String name, List<String> parameters, String meaning, String group) {

  /// Reads the rows of a table: `group | name(parameters) | meaning`, one a line.
  static List<Entry> read(String table) {
    List<Entry> entries = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] part = line.strip().split("\\s*\\|\\s*", 3);
      int open = part[1].indexOf('(');
      String inside = part[1].substring(open + 1, part[1].length() - 1);
      List<String> parameters = inside.isEmpty() ? List.of() : List.of(inside.split(", "));
      entries.add(new Entry(part[1].substring(0, open), parameters, part[2], part[0]));
    }
    return List.copyOf(entries);
  }

  /// Returns the names of the parameters that are given by keyword.
  List<String> keywords() {
    List<String> names = new ArrayList<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        names.add(parameter.substring(0, equals));
      }
    }
    return names;
  }

  /// Returns the value that the parameter `keyword` has where it is not given.
  Optional<String> defaultOf(String keyword) {
    return parameters.stream()
        .filter(p -> p.startsWith(keyword + "="))
        .map(p -> p.substring(keyword.length() + 1))
        .findFirst();
  }

  /// Returns the signature with the parameter at the caret: by `keyword`, else the one at
  /// `argument`.
  Signature at(int argument, String keyword) {
    int active = -1;
    for (int i = 0; i < parameters.size() && active < 0; i++) {
      String parameter = parameters.get(i);
      boolean isRest = parameter.startsWith("*");
      boolean isKeywords = parameter.startsWith("**");
      if (keyword.isEmpty() ? !isKeywords && (i == argument || isRest) : isKeywords) {
        active = i;
      }
      if (!keyword.isEmpty() && parameter.startsWith(keyword + "=")) {
        return new Signature(name, parameters, i, meaning);
      }
    }
    return new Signature(name, parameters, active, meaning);
  }

  /// Returns the parameters as a list shows them.
  String detail() {
    return "(" + String.join(", ", parameters) + ")";
  }
}
