package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.load.Instance;
import orrery.orm.load.Loader;
import orrery.orm.load.ObjectRows;
import orrery.orm.load.Prefetcher;
import orrery.orm.load.Session;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Shape;

/// Objects in parts, each prefetched on its own.
final class ObjectParts implements PartSource {

  private final Session session;
  private final Plan plan;
  private final Shape.Objects shape;
  private final ObjectRows rows;
  private long left;
  private boolean done;

  /// Makes them.
  ///
  /// @param left how many rows are wanted, where there are more
  ObjectParts(Session session, Plan plan, Shape.Objects shape, ObjectRows rows, long left) {
    this.session = session;
    this.plan = plan;
    this.shape = shape;
    this.rows = rows;
    this.left = left;
  }

  @Override
  public Result.Objects read(int most) {
    List<Instance> objects = new ArrayList<>();
    while (objects.size() < Math.min(most, left) && rows.next()) {
      objects.add(rows.object());
    }
    left -= objects.size();
    if (left == 0 || objects.size() < most) {
      done = true;
      rows.close();
    }
    return new Result.Objects(
        plan.model(),
        shape.root().fields().stream().map(Shape.FieldSlot::field).toList(),
        objects,
        Loader.annotations(shape),
        Prefetcher.prefetch(session, objects, plan.prefetches(), Loader.branches(shape.root())),
        Optional.empty());
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
