package orrery.orm.define;

import orrery.orm.type.FieldType;

/// A field with a column that refers to no other model. Made by [Fields].
public final class FieldDefinition extends ColumnDefinition<FieldDefinition>
    implements MemberDefinition {

  private final FieldType type;

  FieldDefinition(FieldType type) {
    this.type = type;
  }

  FieldType type() {
    return type;
  }

  @Override
  FieldDefinition self() {
    return this;
  }
}
