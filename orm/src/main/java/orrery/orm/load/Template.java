package orrery.orm.load;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.resolve.Shape;
import orrery.orm.resolve.Shape.FieldSlot;
import orrery.orm.resolve.Shape.ObjectShape;
import orrery.orm.resolve.Shape.Related;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldType;
import orrery.orm.type.Json;
import orrery.orm.type.Kind;

/// An object that stands for all that a statement would give, so that the way on from them can be
/// gone without a database. Each of its fields has a value that no real object has.
public final class Template {

  /// What is shown in place of a value that only rows will tell.
  public static final String KEY = "…";

  private static final long NUMBER = Long.MIN_VALUE + 7;
  private static final UUID ID = new UUID(NUMBER, NUMBER);

  private Template() {}

  /// Returns an object made by `shape`, its relations in the same row included.
  public static Instance of(Shape.Objects shape, State state) {
    @Nullable Object[] row = new @Nullable Object[widest(shape.root())];
    fill(shape.root(), row);
    Instance made = new Maker(shape.root(), state).make(row);
    shape.annotations().forEach(slot -> made.attr(slot.name(), value(slot.type())));
    return made;
  }

  /// Says whether `value` is one of a template.
  public static boolean isTemplate(@Nullable Object value, FieldType type) {
    return value != null && type.kind() != Kind.BOOLEAN && value.equals(value(type));
  }

  private static int widest(ObjectShape shape) {
    int most = 0;
    for (FieldSlot slot : shape.fields()) {
      most = Math.max(most, slot.column() + 1);
    }
    for (Related related : shape.related()) {
      most = Math.max(most, widest(related.shape()));
    }
    return most;
  }

  private static void fill(ObjectShape shape, @Nullable Object[] row) {
    shape.fields().forEach(slot -> row[slot.column()] = value(slot.field().type()));
    shape.related().forEach(related -> fill(related.shape(), row));
  }

  private static @Nullable Object value(FieldType type) {
    return switch (type.kind()) {
      case BOOLEAN -> true;
      case INTEGER -> NUMBER;
      case FLOAT -> (double) NUMBER;
      case DECIMAL -> BigDecimal.valueOf(NUMBER);
      case TEXT, ANY -> KEY;
      case DATE -> LocalDate.MIN;
      case TIME -> LocalTime.MIN;
      case DATETIME -> LocalDateTime.MIN;
      case DURATION -> Duration.ofSeconds(NUMBER);
      case BINARY -> Bytes.of(new byte[] {7});
      case UUID -> ID;
      case JSON -> new Json(KEY);
      case ARRAY -> List.of(KEY);
    };
  }
}
