package orrery.orm.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.Nearest;
import orrery.orm.error.ValueError;

/// An object of JSON that is read by its known names. What is not asked for by [#done] is a
/// mistake.
final class JsonObject {

  private final String what;
  private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  /// Makes it.
  ///
  /// @param what what the object describes, for messages
  /// @throws ValueError where `value` is no object
  JsonObject(String what, @Nullable Object value) {
    this.what = what;
    if (!(value instanceof Map<?, ?> map)) {
      throw new ValueError(what + " must be an object.");
    }
    map.forEach((name, each) -> entries.put(String.valueOf(name), each));
  }

  @Nullable Object get(String name) {
    known.add(name);
    return entries.get(name);
  }

  String text(String name) {
    return find(name).orElseThrow(() -> new ValueError(what + " needs a text \"" + name + "\"."));
  }

  Optional<String> find(String name) {
    Object value = get(name);
    if (value != null && !(value instanceof String)) {
      throw new ValueError("\"" + name + "\" of " + what + " must be a text.");
    }
    return Optional.ofNullable((String) value);
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(get(name));
  }

  int size(String name) {
    return get(name) instanceof Long number ? Math.toIntExact(Math.min(number, 1 << 30)) : -1;
  }

  List<String> texts(String name) {
    return list(name).stream().map(String::valueOf).toList();
  }

  List<JsonObject> objects(String name, String what) {
    return list(name).stream().map(each -> new JsonObject(what, each)).toList();
  }

  List<@Nullable Object> list(String name) {
    List<@Nullable Object> items = new ArrayList<>();
    Object value = get(name);
    if (value instanceof List<?> list) {
      items.addAll(list);
    } else if (value != null) {
      throw new ValueError("\"" + name + "\" of " + what + " must be a list.");
    }
    return items;
  }

  /// Says that all that may stand here was asked for.
  ///
  /// @throws ValueError where something else stands here
  void done() {
    for (String name : entries.keySet()) {
      if (!known.contains(name)) {
        ValueError error = new ValueError("\"" + name + "\" means nothing in " + what + ".");
        error.meaning(Nearest.of(name, known));
        throw error;
      }
    }
  }
}
