package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Rows of this query combined with those of others.
final class CombineForm implements Form {
  /// The ways in which queries are combined, in words.
  static final List<String> MODES = List.of("union", "intersection", "difference");

  private final Place place;
  private final Step.Combine combine;

  CombineForm(Place place, Step.Combine combine) {
    this.place = place;
    this.combine = combine;
  }

  /// Returns which of [#MODES] it is.
  int mode() {
    return List.of(Step.Combinator.values()).indexOf(combine.combinator());
  }

  /// Says whether equal rows are kept.
  boolean all() {
    return combine.all();
  }

  /// Returns the number of the other queries.
  int size() {
    return combine.others().size();
  }

  /// Returns one of the other queries.
  InnerForm other(int index) {
    return new InnerForm(
        place.scope(),
        InnerForm.Kind.BESIDE,
        combine.others().get(index),
        next -> {
          List<Query> all = new ArrayList<>(combine.others());
          all.set(index, next);
          others(all);
        });
  }

  /// Combines with one query more.
  void add() {
    List<Query> all = new ArrayList<>(combine.others());
    all.add(new Query(place.draft().model()));
    others(all);
  }

  /// Combines with one query less; with the last the step goes.
  void remove(int index) {
    List<Query> all = new ArrayList<>(combine.others());
    all.remove(index);
    others(all);
  }

  /// Combines in another way.
  void mode(int mode, boolean all) {
    Step.Combinator next = List.of(Step.Combinator.values()).get(mode);
    boolean keeps = all && next == Step.Combinator.UNION;
    place.replace(List.of(new Step.Combine(next, combine.others(), keeps)));
  }

  private void others(List<Query> all) {
    place.replace(
        all.isEmpty()
            ? List.of()
            : List.of(new Step.Combine(combine.combinator(), all, combine.all())));
  }
}
