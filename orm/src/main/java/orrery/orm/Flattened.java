package orrery.orm;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of results, one result after another.
final class Flattened<R extends @Nullable Object> implements Iterator<R> {

  private final Iterator<Result> results;
  private final Function<Result, List<R>> rows;
  private Iterator<R> current = Collections.emptyIterator();

  Flattened(Iterator<Result> results, Function<Result, List<R>> rows) {
    this.results = results;
    this.rows = rows;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && results.hasNext()) {
      current = rows.apply(results.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
