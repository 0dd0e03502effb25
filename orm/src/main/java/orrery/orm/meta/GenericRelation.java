package orrery.orm.meta;

import java.util.Optional;

/// A `GenericRelation`: all objects of `target` whose generic foreign key points here.
///
/// @param target the name of the model with the generic foreign key
/// @param typeField the name of that model's foreign key to `ContentType`
/// @param keyField the name of that model's field that holds the key
/// @param reverseName the name by which `target` finds this model in lookups, if it was given one
public record GenericRelation(
    String model,
    String name,
    String target,
    String typeField,
    String keyField,
    Optional<String> reverseName)
    implements Member {

  @Override
  public String accessor() {
    return name;
  }

  @Override
  public boolean isToMany() {
    return true;
  }
}
