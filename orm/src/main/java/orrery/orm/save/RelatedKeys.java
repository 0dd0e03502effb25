package orrery.orm.save;

import java.util.Optional;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;

/// Takes over, before an object is saved, the keys that objects it relates to have got since it was
/// given them; Django's `_prepare_related_fields_for_save`.
final class RelatedKeys {

  private final Session session;

  RelatedKeys(Session session) {
    this.session = session;
  }

  /// Settles the foreign keys of `object`.
  ///
  /// @throws ValueError where a related object is not saved, so that saving would lose the relation
  void settle(Instance object) {
    if (!object.hasRelated()) {
      return;
    }
    for (Member member : session.models().members(object.model()).all()) {
      switch (member) {
        case Field field -> field.reference().ifPresent(to -> settle(object, field, to));
        case GenericForeignKey generic -> settle(object, generic);
        case ForeignObject f -> {}
        case GenericRelation g -> {}
        case ManyToMany m -> {}
        case ReverseForeignKey r -> {}
        case ReverseForeignObject r -> {}
        case ReverseGeneric r -> {}
        case ReverseManyToMany r -> {}
      }
    }
  }

  private static void settle(Instance object, Field field, Reference to) {
    Optional<Instance> related = cached(object, field.name());
    if (related.isEmpty()) {
      return;
    }
    Instance other = related.get();
    if (other.pk() == null) {
      throw unsaved(field.name());
    }
    Object theirs = other.value(other.layout().field(to.toField()));
    Object ours = object.value(field);
    if (ours == null) {
      object.tell(field, theirs);
    } else if (!ours.equals(theirs)) {
      object.forget(field.name());
    }
  }

  private static void settle(Instance object, GenericForeignKey generic) {
    Optional<Instance> related = cached(object, generic.name());
    if (related.isEmpty()) {
      return;
    }
    if (related.get().pk() == null) {
      throw unsaved(generic.name());
    }
    if (object.get(object.layout().field(generic.keyField()).attname()) == null) {
      object.set(generic.name(), related.get());
    }
  }

  private static Optional<Instance> cached(Instance object, String name) {
    return object.related(name) instanceof Instance other ? Optional.of(other) : Optional.empty();
  }

  private static ValueError unsaved(String name) {
    return new ValueError(
        "save() prohibited to prevent data loss due to unsaved related object '" + name + "'.");
  }
}
