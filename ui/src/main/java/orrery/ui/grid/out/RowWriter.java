package orrery.ui.grid.out;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes rows, one after another. What is not closed is not whole. Used by one thread.
public interface RowWriter extends Closeable {

  /// Writes a row: as many values as there are columns.
  void row(List<? extends @Nullable Object> values) throws IOException;
}
