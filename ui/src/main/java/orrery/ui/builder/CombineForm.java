package orrery.ui.builder;

import java.util.List;
import java.util.Optional;
import orrery.orm.edit.StepText;
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

  /// Returns the other queries, with commas between.
  String others() {
    return StepText.text(combine.others());
  }

  /// Combines in another way.
  void mode(int mode, boolean all) {
    Step.Combinator next = List.of(Step.Combinator.values()).get(mode);
    boolean keeps = all && next == Step.Combinator.UNION;
    place.replace(List.of(new Step.Combine(next, combine.others(), keeps)));
  }

  /// Combines with other queries.
  ///
  /// @return whether `text` is such
  boolean others(String text) {
    Optional<List<Query>> read = StepText.queries(text);
    read.ifPresent(queries ->
        place.replace(List.of(new Step.Combine(combine.combinator(), queries, combine.all()))));
    return read.isPresent();
  }
}
