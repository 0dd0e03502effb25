package orrery.ui.builder;

import java.util.List;
import java.util.Optional;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.meta.Models;

/// A draft that forms edit: that of the text, or a query inside of one of its cards. Belongs to the
/// window's thread.
interface Drafting {
  /// Returns the models.
  Models meta();

  /// Returns the draft, if a model is asked.
  Optional<Draft> draft();

  /// Returns its cards.
  List<Card> cards();

  /// Takes an edited draft.
  void edit(Draft next);

  /// Selects a card.
  void select(int card);

  /// Returns what names mean to the queries around this one, the nearest first.
  List<Ground> around();

  /// Returns what samples the database for those who build.
  Soundings soundings();
}
