package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Rows;
import orrery.orm.load.Loader;
import orrery.orm.resolve.Shape;

/// Values in parts.
final class ValueParts implements PartSource {

  private final Shape.Values shape;
  private final Rows rows;
  private boolean done;

  ValueParts(Shape.Values shape, Rows rows) {
    this.shape = shape;
    this.rows = rows;
  }

  @Override
  public Result read(int most) {
    List<@Nullable Object[]> part = new ArrayList<>();
    while (part.size() < most && rows.next()) {
      part.add(Loader.inOrder(rows.row(), shape.columns()));
    }
    if (part.size() < most) {
      done = true;
      rows.close();
    }
    return new Result.Values(shape.columns(), part, shape.form());
  }

  @Override
  public boolean isAtEnd() {
    return done;
  }

  @Override
  public void close() {
    done = true;
    rows.close();
  }
}
