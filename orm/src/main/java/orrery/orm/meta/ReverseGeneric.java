package orrery.orm.meta;

/// The other side of a [GenericRelation] that has a `related_query_name`; for lookups only.
///
/// @param model the model with the generic foreign key
/// @param reverseName its name in lookups
public record ReverseGeneric(String model, String reverseName, GenericRelation forward)
    implements Member {

  @Override
  public String name() {
    return reverseName;
  }

  @Override
  public String accessor() {
    return reverseName;
  }

  @Override
  public boolean isToMany() {
    return true;
  }
}
