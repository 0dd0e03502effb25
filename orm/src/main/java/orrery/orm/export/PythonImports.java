package orrery.orm.export;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The modules that a Python file imports, each under a name that means nothing else in the file:
/// in the body of a class a field called `models` would hide the module. Not thread-safe.
final class PythonImports {

  private final Set<String> taken;
  private final TreeMap<String, String> plain = new TreeMap<>();
  private final TreeMap<String, String> from = new TreeMap<>();
  private final TreeMap<String, String> own = new TreeMap<>();

  /// Makes it for a file where `names` mean something else.
  PythonImports(Collection<String> names) {
    this.taken = new LinkedHashSet<>(names);
  }

  /// Returns the name by which the module `name` is used: `import name`.
  String module(String name) {
    return plain.computeIfAbsent(name, this::free);
  }

  /// Returns the name by which `name` of the package `of` is used: `from of import name`.
  String module(String of, String name) {
    return from.computeIfAbsent("from " + of + " import " + name, line -> free(name));
  }

  /// Returns the name of the file's own class `name`.
  String own(String name) {
    return own.computeIfAbsent(name, this::free);
  }

  /// Returns the name of the file's own class `name`, if it is used.
  Optional<String> used(String name) {
    return Optional.ofNullable(own.get(name));
  }

  private String free(String name) {
    String prefix = Character.isUpperCase(name.charAt(0)) ? "The" : "the_";
    String free = name;
    for (int i = 1; taken.contains(free); i++) {
      free = i == 1 ? prefix + name : prefix + name + i;
    }
    return free;
  }

  /// Returns the lines of the imports: those of Python itself first, then the others.
  String text() {
    StringBuilder text = new StringBuilder();
    plain.forEach((module, name) -> text.append(line("import " + module, module, name)));
    if (!plain.isEmpty() && !from.isEmpty()) {
      text.append('\n');
    }
    from.forEach(
        (line, name) -> text.append(line(line, line.substring(line.lastIndexOf(' ') + 1), name)));
    return text.toString();
  }

  private static String line(String statement, String name, String used) {
    return statement + (used.equals(name) ? "" : " as " + used) + "\n";
  }
}
