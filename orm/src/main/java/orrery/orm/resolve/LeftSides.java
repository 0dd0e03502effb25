package orrery.orm.resolve;

import java.util.List;
import orrery.orm.error.FieldError;
import orrery.orm.sql.SqlExpr;

/// The left side of a lookup: the names behind the field are transforms, and the last may be a
/// lookup.
final class LeftSides {

  /// A left side and the lookup that is asked of it.
  record Found(Lookups.Left left, String lookup) {}

  private LeftSides() {}

  /// Takes `names` as transforms of `left`, the last as a lookup if it is one; of none, `exact`.
  ///
  /// @param relation whether `left` is a relation itself, which has few lookups and no transforms
  static Found transform(Lookups.Left left, List<String> names, boolean relation) {
    if (names.isEmpty()) {
      return new Found(left, "exact");
    }
    if (relation && !(names.size() == 1 && Lookups.isForRelations(names.getFirst()))) {
      throw new FieldError("Related Field got invalid lookup: " + names.getFirst());
    }
    SqlExpr at = left.expr();
    for (String name : names.subList(0, names.size() - 1)) {
      at = Transforms.apply(at, name, left.name());
    }
    String last = names.getLast();
    if (Lookups.exists(last)) {
      return new Found(new Lookups.Left(at, left.name()), last);
    }
    return new Found(
        new Lookups.Left(Transforms.apply(at, last, left.name()), left.name()), "exact");
  }
}
