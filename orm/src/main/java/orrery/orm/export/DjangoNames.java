package orrery.orm.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Names of databases in Django's Python.
final class DjangoNames {

  private static final int LONGEST_INDEX = 30;

  private DjangoNames() {}

  /// Returns the name of a table or a column as Django's quoting leaves it right: Django puts it in
  /// quotes as it stands, and puts parameters into the statement by `%`.
  static String quotable(String name) {
    return name.replace("\"", "\"\"").replace("%", "%%");
  }

  /// Returns all names that a file of `models` gives a meaning to.
  static Set<String> taken(Models models) {
    Set<String> names = new TreeSet<>();
    for (Model model : models.all()) {
      names.add(model.name());
      model.localFields().stream().map(Field::name).forEach(names::add);
      model.localVirtual().stream().map(Member::name).forEach(names::add);
    }
    return names;
  }

  /// Says whether Django's checks let an index be called so.
  static boolean isIndexName(String name) {
    return name.length() <= LONGEST_INDEX
        && Character.isLetter(name.codePointAt(0))
        && name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  /// Returns a name for a constraint: its own, unless the database made that up.
  static String constraint(String name, Model model, List<String> fields) {
    boolean madeUp = name.isEmpty() || name.startsWith("sqlite_autoindex_");
    List<String> words = new ArrayList<>(List.of(model.table()));
    words.addAll(fields);
    return madeUp ? String.join("_", words) + "_uniq" : name;
  }
}
