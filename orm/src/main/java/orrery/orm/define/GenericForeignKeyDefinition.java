package orrery.orm.define;

/// A `GenericForeignKey`: an object of any model, by its content type and key. Made by [Fields].
public final class GenericForeignKeyDefinition implements MemberDefinition {

  private final String typeField;
  private final String keyField;

  GenericForeignKeyDefinition(String typeField, String keyField) {
    this.typeField = typeField;
    this.keyField = keyField;
  }

  String typeField() {
    return typeField;
  }

  String keyField() {
    return keyField;
  }
}
