package orrery.orm.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
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

/// Works out the links of a model from its members.
final class Links {

  private final Models models;
  private final Model model;
  private final ToIntFunction<String> slots;

  Links(Models models, Model model, ToIntFunction<String> slots) {
    this.models = models;
    this.model = model;
    this.slots = slots;
  }

  Map<String, Link> all() {
    Map<String, Link> links = new LinkedHashMap<>();
    models.members(model).all().forEach(member -> add(member, links));
    models.members(model).parentsLinks().forEach(member -> add(member, links));
    return links;
  }

  private void add(Member member, Map<String, Link> links) {
    if (!links.containsKey(member.accessor())) {
      link(member, links.size()).ifPresent(link -> links.put(link.name(), link));
    }
  }

  private Optional<Link> link(Member member, int place) {
    return switch (member) {
      case Field f -> f.reference().map(to -> forward(f, to, place));
      case ForeignObject f ->
          Optional.of(
              new Link(
                  f,
                  place,
                  Optional.of(f.target()),
                  slots(f.fields()),
                  f.toFields(),
                  f.oneToOne() ? Optional.of(f.reverseAccessor()) : Optional.empty(),
                  f.nullable()));
      case ReverseForeignKey r ->
          Optional.of(
              new Link(
                  r,
                  place,
                  Optional.of(r.source()),
                  slots(List.of(r.reference().toField())),
                  List.of(r.field().name()),
                  Optional.of(r.field().name()),
                  false));
      case ReverseForeignObject r ->
          Optional.of(
              new Link(
                  r,
                  place,
                  Optional.of(r.forward().model()),
                  slots(r.forward().toFields()),
                  r.forward().fields(),
                  Optional.of(r.forward().name()),
                  false));
      case ManyToMany m -> Optional.of(through(m, m.target(), m.through(), m.sourceField(), place));
      case ReverseManyToMany r ->
          Optional.of(
              through(
                  r, r.forward().model(), r.forward().through(), r.forward().targetField(), place));
      case GenericForeignKey g ->
          Optional.of(
              new Link(
                  g,
                  place,
                  Optional.empty(),
                  slots(List.of(g.typeField(), g.keyField())),
                  List.of(),
                  Optional.empty(),
                  true));
      case GenericRelation g ->
          Optional.of(
              new Link(
                  g,
                  place,
                  Optional.of(g.target()),
                  slots(models.primaryKey(model).stream().map(Field::name).toList()),
                  List.of(g.keyField()),
                  Optional.empty(),
                  false));
      case ReverseGeneric r -> Optional.empty();
    };
  }

  private Link forward(Field field, Reference to, int place) {
    return new Link(
        field,
        place,
        Optional.of(to.target()),
        slots(List.of(field.attname())),
        List.of(to.toField()),
        to.oneToOne() && !to.hidden() ? Optional.of(to.accessor()) : Optional.empty(),
        field.isNullable());
  }

  private Link through(Member member, String target, String through, String near, int place) {
    List<String> by = new ArrayList<>();
    models
        .members(models.get(through))
        .lookup(near)
        .filter(Field.class::isInstance)
        .flatMap(f -> ((Field) f).reference())
        .ifPresent(to -> by.add(to.toField()));
    return new Link(
        member, place, Optional.of(target), slots(by), List.of(), Optional.empty(), false);
  }

  private int[] slots(List<String> names) {
    return names.stream().mapToInt(slots).toArray();
  }
}
