package orrery.ui.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.collections.WeakListChangeListener;

/// Rows of a result under a cover, with the cover's further rows after them. Belongs to the
/// window's thread.
final class CoveredRows extends ObservableListBase<Row> {
  private final ObservableList<Row> rows;
  private final RowCover cover;
  private final ListChangeListener<Row> follower = this::follow;
  private int further;

  /// Puts `rows` under a cover.
  CoveredRows(ObservableList<Row> rows, RowCover cover) {
    this.rows = rows;
    this.cover = cover;
    this.further = cover.further();
    rows.addListener(new WeakListChangeListener<>(follower));
  }

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return cover.over(index < rows.size() ? rows.get(index) : Row.PENDING, index);
  }

  @Override
  public int size() {
    return rows.size() + further;
  }

  /// Returns how many of the rows are the result's.
  int stored() {
    return rows.size();
  }

  /// Shows the rows as the cover has them now.
  void refresh() {
    beginChange();
    int before = further;
    int end = rows.size() + before;
    further = cover.further();
    if (further < before) {
      nextRemove(rows.size() + further, Collections.nCopies(before - further, Row.PENDING));
    } else if (further > before) {
      nextAdd(end, rows.size() + further);
    }
    int same = rows.size() + Math.min(before, further);
    if (same > 0) {
      nextReplace(0, same, Collections.nCopies(same, Row.PENDING));
    }
    endChange();
  }

  private void follow(ListChangeListener.Change<? extends Row> change) {
    beginChange();
    while (change.next()) {
      if (change.wasReplaced()) {
        nextReplace(change.getFrom(), change.getTo(), change.getRemoved());
      } else if (change.wasRemoved()) {
        List<Row> gone = new ArrayList<>(change.getRemoved());
        nextRemove(change.getFrom(), gone);
      } else if (change.wasAdded()) {
        nextAdd(change.getFrom(), change.getTo());
      }
    }
    endChange();
  }
}
