package orrery.ui.builder;

import java.util.List;
import java.util.OptionalInt;
import orrery.orm.query.Step;

/// Which rows come: how many, and how many are passed over.
final class SliceForm implements Form {
  private final Place place;
  private final Step.Slice slice;

  SliceForm(Place place, Step.Slice slice) {
    this.place = place;
    this.slice = slice;
  }

  /// Returns how many rows come at most; -1 for all.
  int take() {
    return slice.stop().isPresent() ? slice.stop().getAsInt() - slice.start() : -1;
  }

  /// Returns how many rows are passed over.
  int skip() {
    return slice.start();
  }

  /// Sets both; -1 to take means all.
  void set(int take, int skip) {
    OptionalInt stop = take < 0 ? OptionalInt.empty() : OptionalInt.of(skip + take);
    place.replace(List.of(new Step.Slice(skip, stop)));
  }
}
