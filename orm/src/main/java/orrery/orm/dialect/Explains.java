package orrery.orm.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import orrery.orm.error.ValueError;
import orrery.orm.sql.Statement;

/// The checks of what was asked for with `explain()`, in Django's words.
final class Explains {

  private Explains() {}

  /// Checks the format.
  static void checkFormat(Statement.Explain explain, Set<String> formats, String database) {
    String format = explain.format();
    if (format == null || formats.contains(format.toUpperCase(Locale.ROOT))) {
      return;
    }
    throw new ValueError(
        format.toUpperCase(Locale.ROOT)
            + " is not a recognized format."
            + (formats.isEmpty()
                ? " " + database + " does not support any formats."
                : " Allowed formats: " + String.join(", ", new TreeSet<>(formats))));
  }

  /// Checks that every option is one of `known`, and returns them in SQL's spelling.
  ///
  /// An option is a name, or a name and a value with `=` or a space between: `analyze=False`.
  static List<String> options(Statement.Explain explain, Set<String> known) {
    List<String> written = new ArrayList<>();
    TreeSet<String> unknown = new TreeSet<>();
    for (String option : explain.options()) {
      String[] parts = option.strip().split("[\\s=]+", 2);
      String name = parts[0].toUpperCase(Locale.ROOT);
      if (known.contains(name)) {
        written.add(name + " " + (parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "true"));
      } else {
        unknown.add(parts[0]);
      }
    }
    if (!unknown.isEmpty()) {
      throw new ValueError("Unknown options: " + String.join(", ", unknown));
    }
    return written;
  }
}
