package orrery.orm.edit;

import java.util.List;
import orrery.orm.meta.Choice;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// What a path leads to. Immutable.
///
/// @param isKnown whether it leads anywhere
/// @param model the model whose objects it leads to; empty where it leads to a value
/// @param type the type of the value
/// @param isToMany whether a relation on the way leads to many objects
/// @param isNullable whether the field at its end may be null
/// @param choices the values that the field may have; none where any will do
public record Meaning(
    boolean isKnown,
    String model,
    FieldType type,
    boolean isToMany,
    boolean isNullable,
    List<Choice> choices) {

  /// The meaning of a path that leads nowhere.
  public static final Meaning NOTHING =
      new Meaning(false, "", FieldTypes.ANY, false, false, List.of());

  /// Makes it from a copy of `choices`.
  public Meaning {
    choices = List.copyOf(choices);
  }

  /// Says whether it leads to objects.
  public boolean isRelation() {
    return !model.isEmpty();
  }
}
