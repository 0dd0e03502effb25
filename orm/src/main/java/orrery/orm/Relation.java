package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
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
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.type.Values;

/// A to-many relation of one object, as a condition on the related objects.
///
/// @param member the relation as the object has it
/// @param name the name the object has it under
/// @param target the model of the related objects
/// @param conditions what the related objects meet; empty where there can be none
/// @param reverse the name by which the related objects know the object, if they do
/// @param isSticky whether the first condition added means the same rows of a join table
record Relation(
    Member member,
    String name,
    Model target,
    Optional<List<Condition>> conditions,
    Optional<String> reverse,
    boolean isSticky) {

  /// Returns the relation `member` of an object.
  ///
  /// @throws ValueError with Django's words where the object is not saved
  static Relation of(Orm orm, Instance of, Member member) {
    Models models = orm.models();
    if (of.pk() == null) {
      throw new ValueError(
          "'%s' instance needs to have a primary key value before this relationship can be used."
              .formatted(of.model().name()));
    }
    return switch (member) {
      case ReverseForeignKey r ->
          new Relation(
              r,
              r.accessor(),
              models.get(r.source()),
              conditions(of, List.of(r.field().name()), List.of(r.reference().toField())),
              Optional.of(r.field().name()),
              false);
      case ReverseForeignObject r ->
          new Relation(
              r,
              r.accessor(),
              models.get(r.forward().model()),
              conditions(of, r.forward().fields(), r.forward().toFields()),
              Optional.of(r.forward().name()),
              false);
      case ManyToMany m -> {
        String back =
            m.symmetrical()
                ? m.name()
                : m.hidden() ? new ReverseManyToMany(m.target(), m).hiddenName() : m.reverseName();
        yield through(models, of, m, m, m.name(), m.target(), back, m.sourceField());
      }
      case ReverseManyToMany r ->
          through(
              models,
              of,
              r,
              r.forward(),
              r.accessor(),
              r.forward().model(),
              r.forward().name(),
              r.forward().targetField());
      case GenericRelation g -> generic(models, of, g);
      case Field f -> throw single(f);
      case ForeignObject f -> throw single(f);
      case GenericForeignKey g -> throw single(g);
      case ReverseGeneric r -> throw single(r);
    };
  }

  private static AssertionError single(Member member) {
    return new AssertionError(member + " leads to no more than one object.");
  }

  private static Optional<List<Condition>> conditions(
      Instance of, List<String> names, List<String> fields) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Object value = of.value(of.layout().field(fields.get(i)));
      if (value == null) {
        return Optional.empty();
      }
      conditions.add(new Condition.Lookup(names.get(i), new Expr.Literal(value)));
    }
    return Optional.of(conditions);
  }

  private static Relation through(
      Models models,
      Instance of,
      Member member,
      ManyToMany relation,
      String name,
      String target,
      String back,
      String near) {
    Reference to =
        ((Field) models.members(models.get(relation.through())).lookup(near).orElseThrow())
            .reference()
            .orElseThrow();
    Optional<List<Condition>> conditions =
        conditions(of, List.of(back + "__" + to.toField()), List.of(to.toField()));
    if (conditions.isEmpty()) {
      throw new ValueError(
          "\"%s\" needs to have a value for field \"%s\" before this many-to-many relationship can be used."
              .formatted(of.repr(), to.toField()));
    }
    return new Relation(member, name, models.get(target), conditions, Optional.empty(), true);
  }

  private static Relation generic(Models models, Instance of, GenericRelation relation) {
    Field type =
        (Field)
            models
                .members(models.get(relation.target()))
                .lookup(relation.typeField())
                .orElseThrow();
    Field key =
        (Field)
            models.members(models.get(relation.target())).lookup(relation.keyField()).orElseThrow();
    Object pk = Values.prepare(key.type(), of.pk(), key.name());
    String contentType = type.reference().map(Reference::target).orElse("ContentType");
    Optional<List<Condition>> conditions =
        of.state()
            .session()
            .contentTypes()
            .id(contentType, of.model(), of.state().database())
            .map(id ->
                List.of(
                    new Condition.Lookup(relation.typeField(), new Expr.Literal(id)),
                    new Condition.Lookup(relation.keyField(), new Expr.Literal(pk))));
    return new Relation(
        relation,
        relation.name(),
        models.get(relation.target()),
        conditions,
        Optional.empty(),
        false);
  }

  /// Returns `query` for the related objects alone. A slice in it is left for the end, so that it
  /// means so many of them.
  Query restrict(Query query) {
    if (conditions.isEmpty()) {
      return query.with(new Step.None());
    }
    List<Step> steps = new ArrayList<>(query.steps());
    OptionalInt slice = OptionalInt.empty();
    for (int i = 0; i < steps.size() && slice.isEmpty(); i++) {
      slice = steps.get(i) instanceof Step.Slice ? OptionalInt.of(i) : slice;
    }
    steps.add(slice.orElse(steps.size()), new Step.Filter(conditions.get()));
    return new Query(query.model(), steps);
  }
}
