package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.error.FieldError;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;

/// The joins that each kind of relation takes: Django's `get_path_info`.
final class Hops {

  private final Models models;

  Hops(Models models) {
    this.models = models;
  }

  /// Returns the joins of `member`; none where it is a plain field.
  List<Hop> of(Member member) {
    return switch (member) {
      case Field f -> f.reference().map(to -> List.of(forward(f, to))).orElse(List.of());
      case ReverseForeignKey r -> List.of(reverse(r.field(), r.reference()));
      case ManyToMany m -> through(m, false);
      case ReverseManyToMany r -> through(r.forward(), true);
      case ForeignObject f -> List.of(forward(f));
      case ReverseForeignObject r -> List.of(reverse(r.forward()));
      case GenericRelation g -> List.of(generic(g));
      case ReverseGeneric r -> List.of(reverse(r));
      case GenericForeignKey g ->
          throw new FieldError(
              "Field '"
                  + g.name()
                  + "' does not generate an automatic reverse relation and therefore cannot be"
                  + " used for reverse querying. If it is a GenericForeignKey, consider adding a"
                  + " GenericRelation.");
    };
  }

  /// Returns the joins that lead from `child` to its parent `parent` in multi-table inheritance.
  List<Hop> toParent(Model child, Model parent) {
    for (var entry : models.parents(child).entrySet()) {
      Field link = entry.getValue();
      Hop hop = forward(link, link.reference().orElseThrow());
      if (entry.getKey().name().equals(parent.name())) {
        return List.of(hop);
      }
      List<Hop> further = toParent(entry.getKey(), parent);
      if (!further.isEmpty()) {
        List<Hop> all = new ArrayList<>();
        all.add(hop);
        all.addAll(further);
        return all;
      }
    }
    return List.of();
  }

  /// Returns the field of `model`, or of its parents, called `name`.
  Field field(Model model, String name) {
    for (Field field : models.members(model).fields()) {
      if (field.name().equals(name) || field.attname().equals(name)) {
        return field;
      }
    }
    throw new FieldError(model.name() + " has no field named '" + name + "'");
  }

  private Hop forward(Field field, Reference to) {
    Model target = models.get(to.target());
    return new Hop(
        target,
        List.of(new Hop.Pair(field, field(target, to.toField()))),
        false,
        true,
        field.isNullable(),
        field + ">",
        Optional.empty());
  }

  private Hop reverse(Field field, Reference to) {
    return new Hop(
        models.get(field.model()),
        List.of(new Hop.Pair(field(models.get(to.target()), to.toField()), field)),
        !to.oneToOne(),
        false,
        true,
        field + "<",
        Optional.empty());
  }

  private List<Hop> through(ManyToMany m, boolean backwards) {
    Model through = models.get(m.through());
    Field in = field(through, backwards ? m.targetField() : m.sourceField());
    Field out = field(through, backwards ? m.sourceField() : m.targetField());
    Hop enter = reverse(in, in.reference().orElseThrow());
    Hop leave = forward(out, out.reference().orElseThrow());
    return List.of(
        new Hop(enter.to(), enter.columns(), true, false, true, enter.identity(), Optional.empty()),
        leave);
  }

  private Hop forward(ForeignObject f) {
    return new Hop(
        models.get(f.target()),
        pairs(f, false),
        false,
        true,
        f.nullable(),
        id(f) + ">",
        Optional.empty());
  }

  private Hop reverse(ForeignObject f) {
    return new Hop(
        models.get(f.model()),
        pairs(f, true),
        !f.oneToOne(),
        false,
        true,
        id(f) + "<",
        Optional.empty());
  }

  private List<Hop.Pair> pairs(ForeignObject f, boolean backwards) {
    List<Hop.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < f.fields().size(); i++) {
      Field own = field(models.get(f.model()), f.fields().get(i));
      Field theirs = field(models.get(f.target()), f.toFields().get(i));
      pairs.add(backwards ? new Hop.Pair(theirs, own) : new Hop.Pair(own, theirs));
    }
    return pairs;
  }

  private static String id(ForeignObject f) {
    return f.model() + "." + f.name();
  }

  private Hop generic(GenericRelation g) {
    Model own = models.get(g.model());
    Model target = models.get(g.target());
    Field key = models.primaryKey(own).getFirst();
    return new Hop(
        target,
        List.of(new Hop.Pair(key, field(target, g.keyField()))),
        true,
        false,
        true,
        g.model() + "." + g.name() + ">",
        Optional.of(new Hop.ContentTypeMatch(field(target, g.typeField()), true, own)));
  }

  private Hop reverse(ReverseGeneric r) {
    GenericRelation g = r.forward();
    Model own = models.get(g.model());
    Model target = models.get(g.target());
    return new Hop(
        own,
        List.of(new Hop.Pair(field(target, g.keyField()), models.primaryKey(own).getFirst())),
        true,
        false,
        true,
        g.model() + "." + g.name() + "<",
        Optional.of(new Hop.ContentTypeMatch(field(target, g.typeField()), false, own)));
  }
}
