package orrery.orm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.load.Loader;
import orrery.orm.load.ObjectRows;
import orrery.orm.load.Prefetcher;
import orrery.orm.load.Session;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Shape;

/// Objects in parts, each read and prefetched when it is asked for. Used by one thread.
final class Chunks implements Iterator<Result> {

  private final Session session;
  private final Plan plan;
  private final Shape.Objects shape;
  private final ObjectRows rows;
  private final int size;
  private @Nullable Result next;
  private boolean done;

  Chunks(Session session, Plan plan, Shape.Objects shape, ObjectRows rows, int size) {
    this.session = session;
    this.plan = plan;
    this.shape = shape;
    this.rows = rows;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !done) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Result next() {
    Result result = hasNext() ? next : null;
    if (result == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return result;
  }

  private @Nullable Result read() {
    List<Instance> objects = new ArrayList<>();
    while (objects.size() < size && rows.next()) {
      objects.add(rows.object());
    }
    if (objects.size() < size) {
      done = true;
      rows.close();
    }
    return objects.isEmpty()
        ? null
        : new Result.Objects(
            plan.model(),
            shape.root().fields().stream().map(Shape.FieldSlot::field).toList(),
            objects,
            Loader.annotations(shape),
            Prefetcher.prefetch(session, objects, plan.prefetches(), Loader.branches(shape.root())),
            Optional.empty());
  }
}
