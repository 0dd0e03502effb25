package orrery.orm.resolve;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The left side of a lookup: the names behind the field are transforms, and the last may be a
/// lookup.
final class LeftSides {

  /// A left side and the lookup that is asked of it.
  record Found(Lookups.Left left, String lookup) {}

  /// What the names behind a field are asked of, for what may stand there and for messages.
  ///
  /// @param className the field's class in Django
  /// @param relation whether it is a relation itself, which has few lookups and no transforms
  /// @param fields the names of fields that may have been meant
  record Subject(String className, boolean relation, Collection<String> fields) {}

  private LeftSides() {}

  /// Returns the lookup that `names` end in.
  static String lookup(List<String> names) {
    boolean known =
        !names.isEmpty()
            && (Lookups.exists(names.getLast())
                || JsonLookups.own().contains(names.getLast())
                || ArrayLookups.names(FieldTypes.ARRAY).contains(names.getLast()));
    return known ? names.getLast() : "exact";
  }

  /// Takes `names` as transforms of `left`, the last as a lookup if it is one; of none, `exact`.
  ///
  /// @param offset how far into the whole path `names` start
  static Found transform(Lookups.Left left, Subject subject, List<String> names, int offset) {
    SqlExpr at = left.expr();
    String shown = left.name();
    boolean relation = left.relation();
    int position = offset;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean last = i == names.size() - 1;
      if (last && hasLookup(subject, i == 0, at, name)) {
        return new Found(new Lookups.Left(at, shown, relation), name);
      }
      SqlExpr transformed = subject.relation() ? null : Transforms.find(at, name);
      if (transformed == null) {
        String whole = last ? name : String.join("__", names.subList(i, names.size()));
        throw i == 0
            ? unsupported(subject, at, name, whole).offset(position)
            : Transforms.unsupported(at.type(), name, whole).offset(position);
      }
      at = transformed;
      shown = Lookups.NAMELESS;
      position += name.length() + 2;
    }
    return new Found(new Lookups.Left(at, shown, relation), "exact");
  }

  private static boolean hasLookup(Subject subject, boolean first, SqlExpr left, String name) {
    if (subject.relation() && first) {
      return Lookups.isForRelations(name);
    }
    return Lookups.exists(name)
        || ArrayLookups.names(left.type()).contains(name)
        || (left.type().kind() == Kind.JSON && JsonLookups.own().contains(name));
  }

  private static FieldError unsupported(Subject subject, SqlExpr left, String name, String whole) {
    if (!subject.relation()) {
      return Transforms.unsupported(
          subject.className(), Transforms.namesAndLookups(left.type()), name, whole);
    }
    FieldError error =
        Transforms.unsupported(subject.className(), Lookups.ofRelations(), name, whole);
    // What is no lookup of a relation was most likely meant as a field of the model over there.
    error.meaning(Nearest.of(name, new TreeSet<>(subject.fields())));
    return error;
  }
}
