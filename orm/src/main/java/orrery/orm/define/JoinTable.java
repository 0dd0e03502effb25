package orrery.orm.define;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldTypes;

/// A many-to-many relation with the rows that relate the two: of a model that was named, or of one
/// that is made as Django makes it.
final class JoinTable {

  private final Completion completion;
  private final ModelDefinition of;
  private final ModelDefinition target;
  private final String name;
  private final ManyToManyDefinition relation;
  private final boolean self;

  JoinTable(Completion completion, ModelDefinition of, String name, ManyToManyDefinition relation) {
    this.completion = completion;
    this.of = of;
    this.name = name;
    this.relation = relation;
    this.target =
        relation.target().equals("self")
            ? of
            : completion.definition(of.name + "." + name, relation.target());
    this.self = target == of;
  }

  ManyToMany relation() {
    ReverseName reverse =
        ReverseName.of(of.name, false, relation.relatedName(), relation.relatedQueryName());
    boolean symmetrical = self && relation.isSymmetrical();
    return new ManyToMany(
        of.name,
        name,
        target.name,
        through(),
        sourceField(),
        targetField(),
        symmetrical ? name + "_rel_+" : reverse.accessor(),
        reverse.query(),
        symmetrical || reverse.hidden(),
        symmetrical,
        relation.through().isEmpty());
  }

  /// Returns the model of the join table, where one is made.
  Optional<Model> model() {
    if (relation.through().isPresent()) {
      return Optional.empty();
    }
    String table = relation.table().orElseGet(() -> completion.table(of) + "_" + name);
    return Optional.of(
        Model.builder(through(), table)
            .appLabel(completion.app(of))
            .field(
                Field.builder(through(), "id", FieldTypes.BIG_AUTO)
                    .primaryKey(true)
                    .blank(true)
                    .build())
            .field(side(sourceField(), of))
            .field(side(targetField(), target))
            .constraint(
                new Constraint.Unique(
                    table + "_" + sourceField() + "_id_" + targetField() + "_id_uniq",
                    List.of(sourceField(), targetField()),
                    Optional.empty()))
            .autoCreated(true)
            .build());
  }

  private Field side(String field, ModelDefinition to) {
    String key = completion.keyOf(to);
    String hidden = through() + "+";
    return Field.builder(through(), field, completion.typeOf(to, key, new HashSet<>()))
        .references(
            new Reference(to.name, key, false, OnDelete.CASCADE, hidden, hidden, true, false, true))
        .column(field + "_id")
        .build();
  }

  private String through() {
    return relation.through().orElseGet(() -> of.name + "_" + name);
  }

  private String sourceField() {
    if (relation.through().isEmpty()) {
      return self ? "from_" + Completion.lower(of.name) : Completion.lower(of.name);
    }
    return relation.throughFields().isEmpty()
        ? foreignKey(of, null)
        : relation.throughFields().getFirst();
  }

  private String targetField() {
    if (relation.through().isEmpty()) {
      return (self ? "to_" : "") + Completion.lower(target.name);
    }
    return relation.throughFields().isEmpty()
        ? foreignKey(target, self ? foreignKey(of, null) : null)
        : relation.throughFields().getLast();
  }

  /// Returns the first foreign key of the join table's model to `to` that is not `other`.
  private String foreignKey(ModelDefinition to, @Nullable String other) {
    ModelDefinition rows = completion.definition(of.name + "." + name, through());
    for (Map.Entry<String, MemberDefinition> member : rows.members.entrySet()) {
      if (member.getValue() instanceof ForeignKeyDefinition key
          && key.target().equals(to.name)
          && !member.getKey().equals(other)) {
        return member.getKey();
      }
    }
    throw new ImproperlyConfigured(
        "The model is used as an intermediate model by '%s.%s', but it does not have a foreign key to '%s'."
            .formatted(of.name, name, to.name));
  }
}
