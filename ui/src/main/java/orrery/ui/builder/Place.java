package orrery.ui.builder;

import java.util.List;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.query.Step;

/// The steps that a form edits, and where its edits go. Belongs to one drawing of the cards.
///
/// @param drafting takes the edited draft
/// @param draft the draft that was drawn
/// @param card which of its slots the form is about
/// @param ground what names mean to them
record Place(Drafting drafting, Draft draft, Card card, Ground ground) {

  /// Returns the steps.
  List<Step> steps() {
    return draft.slots().subList(card.from(), card.to()).stream().map(Draft.Slot::step).toList();
  }

  /// Returns the only step, or the first of them.
  Step step() {
    return draft.slots().get(card.from()).step();
  }

  /// Puts other steps in their place.
  void replace(List<Step> steps) {
    drafting.edit(draft.replace(card.from(), card.to(), steps));
  }

  /// Returns what names mean here.
  Scope scope() {
    return new Scope(drafting, ground);
  }

  /// Returns what picks a path that these steps may name.
  PathPicker picker() {
    return scope().picker();
  }
}
