package orrery.orm.chain;

import orrery.orm.error.OrmError;
import orrery.orm.error.Place;
import orrery.orm.query.Chain;

/// A chain that was read from a text, with the places of its nodes.
///
/// @param text the text
/// @param chain what it asks
/// @param places where in the text each node of `chain` stands
public record Parsed(String text, Chain chain, Places places) {

  /// Adds to `error` the place of the node that it is about, and returns it.
  ///
  /// An error that has a place keeps it; one that is about no node of this chain stays without.
  public OrmError place(OrmError error) {
    if (error.place().isEmpty()) {
      error
          .node()
          .flatMap(node -> places.offset(node, error.offset()))
          .ifPresent(offset -> error.at(Place.of(text, offset)));
    }
    return error;
  }
}
