package orrery.orm.meta;

/// A `GenericForeignKey`: a reference to an object of any model, by content type and key.
///
/// @param typeField the name of the foreign key to `ContentType`
/// @param keyField the name of the field that holds the key
public record GenericForeignKey(String model, String name, String typeField, String keyField)
    implements Member {

  @Override
  public String accessor() {
    return name;
  }

  @Override
  public boolean isToMany() {
    return false;
  }
}
