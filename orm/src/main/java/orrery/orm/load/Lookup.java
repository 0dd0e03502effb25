package orrery.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;

/// One path of `prefetch_related` on the work list.
///
/// @param through the names that are followed
/// @param to the names under which the found objects are kept: `through`, but for a `to_attr` at
///   the end
/// @param asked what it was made from, for the place of an error
/// @param inner how many of the first names are not from `asked` but from the path it was found
///   under
record Lookup(List<String> through, List<String> to, Prefetch asked, int inner) {

  static final String SEPARATOR = "__";

  static Lookup of(Prefetch asked, List<String> prefix) {
    List<String> own = List.of(asked.path().split(SEPARATOR, -1));
    List<String> through = new ArrayList<>(prefix);
    through.addAll(own);
    List<String> to = new ArrayList<>(through);
    asked.toAttr().ifPresent(name -> to.set(to.size() - 1, name));
    return new Lookup(List.copyOf(through), List.copyOf(to), asked, prefix.size());
  }

  boolean isLast(int level) {
    return level == through.size() - 1;
  }

  /// Returns the path under which the objects of `level` are kept.
  List<String> toPath(int level) {
    return to.subList(0, level + 1);
  }

  /// Returns the attribute that gets the objects of `level`, where that is not the relation itself.
  Optional<String> toAttr(int level) {
    return isLast(level) ? asked.toAttr() : Optional.empty();
  }

  /// Returns what is asked at `level` in place of all related objects.
  Optional<Query> queryset(int level) {
    return isLast(level) ? asked.queryset() : Optional.empty();
  }

  /// Returns what is asked at `level` of a generic foreign key, one query for each model.
  List<Query> perType(int level) {
    return isLast(level) ? asked.perType() : List.of();
  }

  /// Returns the path as the user knows it.
  String path() {
    return String.join(SEPARATOR, through);
  }

  /// Returns how many characters into the asked path the name of `level` starts.
  int offset(int level) {
    int offset = 0;
    for (int i = inner; i < level; i++) {
      offset += through.get(i).length() + SEPARATOR.length();
    }
    return offset;
  }
}
