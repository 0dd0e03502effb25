package orrery.orm.meta;

/// A `ManyToManyField`: a relation through the rows of a join table.
///
/// @param target the name of the model it leads to
/// @param through the name of the join table's model
/// @param sourceField the foreign key of `through` that points to this model
/// @param targetField the foreign key of `through` that points to `target`
/// @param reverseAccessor the name of the reverse relation on an object of `target`
/// @param reverseName the name of the reverse relation in lookups
/// @param hidden whether the reverse relation is hidden
/// @param symmetrical whether, on the same model, being related goes both ways
/// @param autoCreated whether the join table exists for this field alone
public record ManyToMany(
    String model,
    String name,
    String target,
    String through,
    String sourceField,
    String targetField,
    String reverseAccessor,
    String reverseName,
    boolean hidden,
    boolean symmetrical,
    boolean autoCreated)
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
