package orrery.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.meta.Field;
import orrery.orm.resolve.Shape;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Which columns of a statement by hand are which fields of a model: those of the field's column's
/// name, or of a name that was given to it. Django's `RawQuerySet`.
public final class RawColumns {

  private final Layout layout;
  private final Shape.Arity arity;
  private final Map<String, Field> byColumn = new HashMap<>();

  /// Makes them for the objects of a session.
  public RawColumns(Session session, Shape.RawObjects shape) {
    this.layout = session.layout(shape.model());
    this.arity = shape.arity();
    for (Field field : layout.fields()) {
      byColumn.put(field.column().toLowerCase(Locale.ROOT), field);
    }
    shape
        .translations()
        .forEach(
            (column, field) -> byColumn.put(column.toLowerCase(Locale.ROOT), layout.field(field)));
  }

  private @Nullable Field field(String column) {
    return byColumn.get(column.toLowerCase(Locale.ROOT));
  }

  /// Returns what the column called `name` holds.
  public FieldType type(String name) {
    Field field = field(name);
    return field == null ? FieldTypes.ANY : field.type();
  }

  /// Returns how rows with these columns become objects; columns that are no fields become
  /// annotations.
  ///
  /// @throws FieldDoesNotExist where the primary key is not among them
  public Shape.Objects shape(List<String> names) {
    List<Shape.FieldSlot> fields = new ArrayList<>();
    List<Shape.Slot> annotations = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Field field = field(names.get(i));
      if (field == null) {
        annotations.add(new Shape.Slot(names.get(i), i, FieldTypes.ANY));
      } else {
        fields.add(new Shape.FieldSlot(field, i));
      }
    }
    for (int i = 0; i < layout.keySize(); i++) {
      Field key = layout.fields().get(layout.keySlot(i));
      if (fields.stream().noneMatch(slot -> slot.field().equals(key))) {
        throw new FieldDoesNotExist("Raw query must include the primary key");
      }
    }
    return new Shape.Objects(
        new Shape.ObjectShape(layout.model(), fields, List.of()), annotations, List.of(), arity);
  }
}
