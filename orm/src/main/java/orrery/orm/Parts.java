package orrery.orm;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// An answer in parts, each read when it is asked for, so that a large one never is in memory as a
/// whole. There is at least one part, which may have no rows.
///
/// What is left open holds a connection: whoever does not read to the end closes it. Used by one
/// thread.
public final class Parts implements Iterator<Result>, AutoCloseable {

  private final PartSource source;
  private final int size;
  private @Nullable Result next;
  private boolean begun;

  /// Makes them.
  ///
  /// @param size how many rows a part has, but for the last
  Parts(PartSource source, int size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !(begun && source.isAtEnd())) {
      begun = true;
      next = source.read(size);
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

  @Override
  public void close() {
    source.close();
  }
}
