package orrery.orm.seeds;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.Manager;
import orrery.orm.QuerySet;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.load.Instance;

/// An object, and what some paths lead to from it.
///
/// @param object the object
/// @param related what the paths lead to, one path after another
record Traversal(Instance object, List<Traversal> related) {

  /// Follows paths of names from objects.
  ///
  /// @param from an object, several, a manager, or a queryset, which is then evaluated anew
  static List<Traversal> traverse(Object from, List<List<String>> paths) {
    List<Traversal> found = new ArrayList<>();
    for (Instance object : objects(from)) {
      List<Traversal> related = new ArrayList<>();
      for (List<String> path : paths) {
        if (!path.isEmpty()) {
          Object next = next(object, path.getFirst());
          if (next != null) {
            related.addAll(traverse(next, List.of(path.subList(1, path.size()))));
          }
        }
      }
      found.add(new Traversal(object, related));
    }
    return found;
  }

  /// Follows one path of names from objects.
  static List<Traversal> traverse(Object from, String... path) {
    return traverse(from, List.of(List.of(path)));
  }

  private static @Nullable Object next(Instance object, String name) {
    try {
      return object.get(name);
    } catch (ObjectDoesNotExist none) {
      return null;
    }
  }

  private static List<Instance> objects(Object from) {
    return switch (from) {
      case Manager<?> manager -> List.copyOf(manager.all().list());
      case QuerySet<?> rows -> objects(rows.all().list());
      case List<?> list -> list.stream().map(Instance.class::cast).toList();
      case Object one -> List.of((Instance) one);
    };
  }
}
