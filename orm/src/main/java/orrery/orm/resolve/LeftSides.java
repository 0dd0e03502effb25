package orrery.orm.resolve;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.sql.SqlExpr;

/// The left side of a lookup: the names behind the field are transforms, and the last may be a
/// lookup.
final class LeftSides {

  /// A left side and the lookup that is asked of it.
  record Found(Lookups.Left left, String lookup) {}

  private LeftSides() {}

  /// Takes `names` as transforms of `left`, the last as a lookup if it is one; of none, `exact`.
  ///
  /// @param relation the model that `left` leads to where it is a relation itself, which has few
  ///   lookups and no transforms; else null
  /// @param models where the names of that model's fields are known
  /// @param offset how far into the whole path `names` start
  static Found transform(
      Lookups.Left left, List<String> names, @Nullable Model relation, Models models, int offset) {
    if (names.isEmpty()) {
      return new Found(left, "exact");
    }
    if (relation != null && !(names.size() == 1 && Lookups.isForRelations(names.getFirst()))) {
      throw notOfRelation(names.getFirst(), relation, models).offset(offset);
    }
    SqlExpr at = left.expr();
    int position = offset;
    for (String name : names.subList(0, names.size() - 1)) {
      at = apply(at, name, left, position);
      position += name.length() + 2;
    }
    String last = names.getLast();
    if (Lookups.exists(last)) {
      return new Found(new Lookups.Left(at, left.name()), last);
    }
    return new Found(new Lookups.Left(apply(at, last, left, position), left.name()), "exact");
  }

  private static SqlExpr apply(SqlExpr at, String name, Lookups.Left left, int position) {
    try {
      return Transforms.apply(at, name, left.name());
    } catch (FieldError e) {
      throw e.offset(position);
    }
  }

  // What is no lookup of a relation was most likely meant as a field of the model over there.
  private static FieldError notOfRelation(String name, Model relation, Models models) {
    FieldError error = new FieldError("Related Field got invalid lookup: " + name);
    Set<String> known = new TreeSet<>(models.members(relation).lookupNames());
    known.addAll(Lookups.ofRelations());
    error.meaning(Nearest.of(name, known));
    return error;
  }
}
