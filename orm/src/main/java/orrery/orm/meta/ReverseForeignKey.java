package orrery.orm.meta;

/// The other side of a foreign key: all objects whose `field` points here; of a one-to-one field,
/// the one.
///
/// @param model the model it is found on: the target of the foreign key
/// @param field the foreign key
/// @param reference where the foreign key points
public record ReverseForeignKey(String model, Field field, Reference reference) implements Member {

  @Override
  public String name() {
    return reference.queryName();
  }

  @Override
  public String accessor() {
    return reference.accessor();
  }

  @Override
  public boolean isToMany() {
    return !reference.oneToOne();
  }

  /// Returns the name of the model whose objects it gives.
  public String source() {
    return field.model();
  }
}
