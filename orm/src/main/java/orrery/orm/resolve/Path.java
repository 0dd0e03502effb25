package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.type.FieldTypes;

/// A path of names that was walked as far as fields and relations go.
///
/// @param steps the names that were walked, each with its joins
/// @param last what the last walked name means; null where the path names an annotation
/// @param targets the fields that the path ends in: one, or several for a composite key
/// @param model the model that the path ends in
/// @param rest the names that were left over: transforms and a lookup
record Path(
    List<Step> steps, @Nullable Member last, List<Field> targets, Model model, List<String> rest) {

  /// A name and its joins.
  record Step(String name, List<Hop> hops) {}

  /// Returns all joins in order.
  List<Hop> hops() {
    List<Hop> all = new ArrayList<>();
    steps.forEach(s -> all.addAll(s.hops()));
    return all;
  }

  /// Says whether the path ends in a relation rather than in a plain field.
  boolean endsInRelation() {
    return last != null && !(last instanceof Field f && !f.isRelation());
  }

  /// Returns Django's class name of what the path ends in, as messages about it say.
  String className() {
    return switch (last) {
      case null -> targets.size() > 1 ? "CompositePrimaryKey" : FieldTypes.ANY.name();
      case Field f -> f.className();
      case ManyToMany m -> "ForeignKey";
      case ReverseManyToMany m -> "ForeignKey";
      case ReverseForeignKey r -> r.isToMany() ? "ManyToOneRel" : "OneToOneRel";
      case ForeignObject f -> "ForeignObject";
      case ReverseForeignObject r -> "ForeignObjectRel";
      case GenericForeignKey g -> "GenericForeignKey";
      case GenericRelation g -> "GenericRelation";
      case ReverseGeneric r -> "GenericRel";
    };
  }
}
