package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.edit.Ground;

/// What names mean where a form stands, and to the queries around.
///
/// @param drafting the draft that the form is about
/// @param ground what names mean there
record Scope(Drafting drafting, Ground ground) {

  /// Returns what picks a path here.
  PathPicker picker() {
    return new PathPicker(ground, drafting.soundings());
  }

  /// Returns what picks a path of the query right around, if this is a query inside of another.
  Optional<PathPicker> outerPicker() {
    return drafting.around().stream()
        .findFirst()
        .map(outer -> new PathPicker(outer, drafting.soundings()));
  }

  /// Returns what names mean to the queries around one that stands here, the nearest first.
  List<Ground> inside() {
    List<Ground> around = new ArrayList<>(List.of(ground));
    around.addAll(drafting.around());
    return List.copyOf(around);
  }
}
