package orrery.orm.export;

import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// What is the primary key of a model to Django, which wants exactly one field, or from 5.2 on a
/// `CompositePrimaryKey`.
///
/// @param field the one field; of a composite key the first, for a Django that knows no composite
///   keys; of a table without a key the one most fit
/// @param composite the fields of a composite key; else empty
/// @param madeUp whether the database has no such key
record DjangoKeys(Optional<Field> field, List<Field> composite, boolean madeUp) {

  /// Returns the key of `model`; its parent's where it has one.
  static DjangoKeys of(Models models, Model model) {
    List<Field> key = models.primaryKey(model);
    if (key.size() == 1) {
      return new DjangoKeys(Optional.of(key.getFirst()), List.of(), false);
    }
    if (!key.isEmpty()) {
      return new DjangoKeys(Optional.of(key.getFirst()), key, false);
    }
    return new DjangoKeys(fittest(models.concrete(model)), List.of(), true);
  }

  private static Optional<Field> fittest(Model model) {
    List<Field> fields = model.localFields();
    return fields.stream()
        .filter(f -> f.isUnique() && !f.isNullable())
        .findFirst()
        .or(() -> fields.stream().filter(f -> !f.isNullable()).findFirst())
        .or(() -> fields.stream().findFirst());
  }

  /// Says whether `other` is taken for the key though the database does not keep it unique: as a
  /// foreign key it must not become one-to-one by that.
  boolean isSharedLink(Field other) {
    return is(other)
        && (madeUp || !composite.isEmpty())
        && other.reference().isPresent()
        && !other.isUnique();
  }

  boolean is(Field other) {
    return field.filter(f -> f.name().equals(other.name())).isPresent();
  }
}
