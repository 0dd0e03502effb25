package orrery.orm.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.resolve.Shape.FieldSlot;
import orrery.orm.resolve.Shape.ObjectShape;
import orrery.orm.resolve.Shape.Related;

/// Makes one object of each row by a shape that was worked out once. Used by one thread.
final class Maker {

  private final Layout layout;
  private final State state;
  private final Function<Row, ? extends Instance> factory;
  private final int[] columns;
  private final int start;
  private final int[] keyColumns;
  private final Child[] children;

  /// A related object in the same row.
  private record Child(String name, @Nullable Link link, @Nullable Link back, Maker maker) {}

  Maker(ObjectShape shape, State state) {
    this.state = state;
    this.layout = state.session().layout(shape.model());
    this.factory = layout.behaviour().factory();
    this.columns = new int[layout.fields().size()];
    Arrays.fill(columns, -1);
    for (FieldSlot slot : shape.fields()) {
      columns[layout.slot(slot.field())] = slot.column();
    }
    this.start = columns.length > 0 && isRun(columns) ? columns[0] : -1;
    this.keyColumns = keyColumns();
    List<Child> list = new ArrayList<>();
    for (Related related : shape.related()) {
      Maker maker = new Maker(related.shape(), state);
      list.add(
          new Child(
              related.cachedAs(),
              layout.link(related.cachedAs()),
              related.reverseCachedAs().map(maker.layout::link).orElse(null),
              maker));
    }
    this.children = list.toArray(new Child[0]);
  }

  private static boolean isRun(int[] columns) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0 || columns[i] != columns[0] + i) {
        return false;
      }
    }
    return true;
  }

  /// The columns that tell whether there is an object at all: the key's, or without a key all.
  private int[] keyColumns() {
    int[] key = new int[layout.keySize()];
    for (int i = 0; i < key.length; i++) {
      key[i] = columns[layout.keySlot(i)];
    }
    int[] known = Arrays.stream(key.length == 0 ? columns : key).filter(c -> c >= 0).toArray();
    return known;
  }

  Layout layout() {
    return layout;
  }

  /// Makes the object, which may keep `row` itself as its values.
  Instance make(@Nullable Object[] row) {
    Instance made = factory.apply(new Row(layout, values(row), state));
    for (Child child : children) {
      child(made, child, row);
    }
    return made;
  }

  private void child(Instance outer, Child child, @Nullable Object[] row) {
    Instance inner = child.maker().isThere(row) ? child.maker().make(row) : null;
    if (child.link() == null) {
      outer.attr(child.name(), inner);
    } else {
      outer.cache(child.link(), inner == null ? Gap.NOTHING : inner);
    }
    if (inner != null && child.back() != null) {
      inner.cache(child.back(), outer);
    }
  }

  private boolean isThere(@Nullable Object[] row) {
    for (int column : keyColumns) {
      if (row[column] != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object[] values(@Nullable Object[] row) {
    if (start == 0 && row.length == columns.length) {
      return row;
    }
    if (start >= 0) {
      return Arrays.copyOfRange(row, start, start + columns.length);
    }
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i] < 0 ? Gap.DEFERRED : row[columns[i]];
    }
    return values;
  }
}
