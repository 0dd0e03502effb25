package orrery.ui.grid;

import java.util.Collections;
import javafx.collections.ObservableListBase;

/// The rows of a result as a list that a table can show, of which only some are there. Belongs to
/// the window's thread.
final class VirtualRows extends ObservableListBase<Row> {
  private final RowBlocks blocks;
  private int size;

  /// Makes it with `size` rows.
  VirtualRows(RowBlocks blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return blocks.get(index);
  }

  @Override
  public int size() {
    return size;
  }

  /// Makes the list longer or shorter.
  void resize(int next) {
    if (next == size) {
      return;
    }
    beginChange();
    int before = size;
    size = next;
    if (next > before) {
      nextAdd(before, next);
    } else {
      nextRemove(next, Collections.nCopies(before - next, Row.PENDING));
    }
    endChange();
  }

  /// Tells that the rows from `from` to before `to` are there now.
  void arrived(int from, int to) {
    int end = Math.min(to, size);
    if (from < end) {
      beginChange();
      nextReplace(from, end, Collections.nCopies(end - from, Row.PENDING));
      endChange();
    }
  }
}
