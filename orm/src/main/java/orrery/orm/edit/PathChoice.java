package orrery.orm.edit;

import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.type.FieldType;

/// One thing that a path may go on with. Immutable.
///
/// @param kind what it is
/// @param name its name in lookups
/// @param path the whole path with it
/// @param accessor its name on objects, as `prefetch_related` takes it
/// @param target the model it leads to; empty where it is a value
/// @param detail its type or its target, in a few words
/// @param type the type of its values
public record PathChoice(
    Kind kind,
    String name,
    String path,
    String accessor,
    String target,
    String detail,
    Optional<FieldType> type) {

  /// What a path may go on with.
  public enum Kind {
    /// A name that an earlier step gave.
    GIVEN,
    /// The primary key.
    KEY,
    /// A field with a value.
    FIELD,
    /// A relation to one object, by a column of the model's own.
    FORWARD,
    /// A relation to one object, by a column of the other model's.
    BACK_ONE,
    /// A relation to many objects, by a column of theirs.
    BACK_MANY,
    /// A relation to many objects through a table between.
    MANY
  }

  /// Says whether it leads to objects.
  public boolean isRelation() {
    return !target.isEmpty();
  }

  /// Says whether it leads to many objects.
  public boolean isToMany() {
    return kind == Kind.BACK_MANY || kind == Kind.MANY;
  }

  static PathChoice given(String name, FieldType type) {
    return new PathChoice(Kind.GIVEN, name, name, "", "", "computed", Optional.of(type));
  }

  static Optional<PathChoice> of(Models models, String before, Member member) {
    Optional<Model> target = new Paths(models).target(member);
    String path = before.isEmpty() ? member.name() : before + "__" + member.name();
    String to = target.map(Model::name).orElse("");
    if (target.isEmpty() && member instanceof Field field) {
      Kind kind = field.isPrimaryKey() ? Kind.KEY : Kind.FIELD;
      return Optional.of(
          new PathChoice(
              kind, member.name(), path, "", to, Paths.typeOf(field), Optional.of(field.type())));
    }
    if (target.isEmpty()) {
      return Optional.empty();
    }
    String detail = (member.isToMany() ? "many " : "") + to;
    return Optional.of(
        new PathChoice(
            kind(member), member.name(), path, member.accessor(), to, detail, Optional.empty()));
  }

  private static Kind kind(Member member) {
    return switch (member) {
      case Field _ -> Kind.FORWARD;
      case orrery.orm.meta.ForeignObject _ -> Kind.FORWARD;
      case orrery.orm.meta.GenericForeignKey _ -> Kind.FORWARD;
      case orrery.orm.meta.ManyToMany _ -> Kind.MANY;
      case orrery.orm.meta.ReverseManyToMany _ -> Kind.MANY;
      case orrery.orm.meta.GenericRelation _ -> Kind.BACK_MANY;
      case orrery.orm.meta.ReverseForeignKey back ->
          back.isToMany() ? Kind.BACK_MANY : Kind.BACK_ONE;
      case orrery.orm.meta.ReverseForeignObject back ->
          back.isToMany() ? Kind.BACK_MANY : Kind.BACK_ONE;
      case orrery.orm.meta.ReverseGeneric _ -> Kind.BACK_MANY;
    };
  }
}
