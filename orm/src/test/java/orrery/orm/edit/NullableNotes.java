package orrery.orm.edit;

import java.util.List;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.type.FieldTypes;

/// Albums, and notes that may say of no album what they are about.
final class NullableNotes {

  static final Models MODELS =
      new Models(
          List.of(
              Model.builder("Album", "album").field(key("Album")).build(),
              Model.builder("Note", "note")
                  .field(key("Note"))
                  .field(Field.builder("Note", "album", FieldTypes.INTEGER).nullable(true).build())
                  .build()));

  private NullableNotes() {}

  private static Field key(String model) {
    return Field.builder(model, "id", FieldTypes.BIG_AUTO).primaryKey(true).build();
  }
}
