package orrery.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.Nearest;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;

/// The options of a call, by their Django names.
final class Options {

  private final Map<String, @Nullable Object> given;

  /// Reads the pairs of a name and a value.
  ///
  /// @throws TypeError in Python's words, for a name that is not among `known`
  Options(String method, @Nullable Object[] pairs, String... known) {
    this.given = new Arguments(method, pairs).named();
    for (String name : given.keySet()) {
      if (!Arrays.asList(known).contains(name)) {
        TypeError error =
            new TypeError(method + "() got an unexpected keyword argument '" + name + "'");
        error.meaning(Nearest.of(name, Arrays.asList(known)));
        throw error;
      }
    }
  }

  boolean has(String name) {
    return given.get(name) != null;
  }

  @Nullable Object get(String name) {
    return given.get(name);
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(given.get(name));
  }

  /// Returns the texts of an option that has one or several.
  List<String> texts(String name) {
    return items(name).stream().map(String::valueOf).toList();
  }

  /// Returns the values of an option that has several, as expressions.
  List<Expr> exprs(String name) {
    return items(name).stream().map(Terms::plain).toList();
  }

  /// Returns the pairs of an option that is a mapping.
  Map<String, @Nullable Object> mapping(String name) {
    Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
    if (given.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> pairs.put(String.valueOf(key), value));
    }
    return pairs;
  }

  private List<@Nullable Object> items(String name) {
    List<@Nullable Object> items = new ArrayList<>();
    switch (given.get(name)) {
      case null -> {}
      case Iterable<?> many -> many.forEach(items::add);
      case Object one -> items.add(one);
    }
    return items;
  }
}
