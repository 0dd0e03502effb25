package orrery.ui.grid;

import java.util.Collections;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.collections.WeakListChangeListener;

/// The part of a long list of rows that a table is given: JavaFX's tables walk over all indexes
/// before the one that is seen each time they are scrolled, so that rows beyond some hundred
/// thousands would stutter. Belongs to the window's thread.
final class Lens extends ObservableListBase<Row> {
  /// The most rows that a table is given.
  static final int MOST = 100_000;

  private static final int NEAR = 500;

  private ObservableList<Row> all = FXCollections.emptyObservableList();
  private final ListChangeListener<Row> follower = this::follow;
  private WeakListChangeListener<Row> weak = new WeakListChangeListener<>(follower);
  private int size;
  private int offset;
  private int seen;

  /// Shows a list from its start on.
  void show(ObservableList<Row> rows) {
    all.removeListener(weak);
    all = rows;
    offset = 0;
    seen = 0;
    size = Math.min(MOST, rows.size());
    weak = new WeakListChangeListener<>(follower);
    all.addListener(weak);
  }

  @Override
  public Row get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    // A table measures rows from the first one on, which nobody looks at and need not be fetched.
    boolean isFar = isPart() && Math.abs(index - seen) > NEAR;
    return isFar ? Row.PENDING : all.get(offset + index);
  }

  /// Says at which index the rows are that can be seen: others far from it are not fetched.
  void look(int index) {
    seen = index;
  }

  @Override
  public int size() {
    return size;
  }

  /// Returns how many rows there are in all.
  int total() {
    return all.size();
  }

  /// Says whether there are more rows than it gives.
  boolean isPart() {
    return total() > MOST;
  }

  /// Returns which row of all stands at an index of the table.
  int row(int index) {
    return offset + index;
  }

  /// Returns at which index of the table a row of all stands; it may be outside.
  int index(int row) {
    return row - offset;
  }

  /// Gives the rows around a row of all.
  void move(int row) {
    int next = Math.clamp(row - MOST / 2L, 0, Math.max(0, total() - MOST));
    if (next != offset) {
      beginChange();
      offset = next;
      seen = row - next;
      nextReplace(0, size, Collections.nCopies(size, Row.PENDING));
      endChange();
    }
  }

  private void follow(ListChangeListener.Change<? extends Row> change) {
    beginChange();
    while (change.next()) {
      if (change.wasReplaced()) {
        int from = Math.clamp(index(change.getFrom()), 0, size);
        int to = Math.clamp(index(change.getTo()), 0, size);
        if (from < to) {
          nextReplace(from, to, Collections.nCopies(to - from, Row.PENDING));
        }
      }
    }
    resize();
    endChange();
  }

  private void resize() {
    offset = Math.clamp(offset, 0, Math.max(0, total() - MOST));
    int next = Math.min(MOST, total());
    int before = size;
    size = next;
    if (next > before) {
      nextAdd(before, next);
    } else if (next < before) {
      nextRemove(next, Collections.nCopies(before - next, Row.PENDING));
    }
  }
}
