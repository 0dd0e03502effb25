package orrery.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Rows;
import orrery.orm.resolve.Shape;

/// Rows as objects, one at a time. Used by one thread; closing it closes the rows.
public final class ObjectRows implements AutoCloseable {

  private final Rows rows;
  private final Maker maker;
  private final Shape.Slot[] annotations;
  private final int[] keys;

  /// Makes them.
  ///
  /// @param state where the objects come from
  public ObjectRows(Shape.Objects shape, Rows rows, State state) {
    this.rows = rows;
    this.maker = new Maker(shape.root(), state);
    this.annotations = shape.annotations().toArray(Shape.Slot[]::new);
    this.keys = shape.keys().stream().mapToInt(Integer::intValue).toArray();
  }

  /// Steps to the next row; false after the last.
  public boolean next() {
    return rows.next();
  }

  /// Makes the object of the current row; to be called once a row.
  public Instance object() {
    @Nullable Object[] row = rows.row();
    Instance made = maker.make(row);
    if (annotations.length > 0) {
      Bag bag = new Bag(annotations.length);
      for (Shape.Slot annotation : annotations) {
        bag.add(annotation.name(), annotation.of(row));
      }
      made.bag(bag);
    }
    return made;
  }

  /// Returns which parent the current row belongs to: one value, or a list of several.
  @Nullable Object key() {
    if (keys.length == 1) {
      return rows.get(keys[0]);
    }
    List<@Nullable Object> parts = new ArrayList<>(keys.length);
    for (int column : keys) {
      parts.add(rows.get(column));
    }
    return parts;
  }

  boolean hasKeys() {
    return keys.length > 0;
  }

  @Override
  public void close() {
    rows.close();
  }
}
