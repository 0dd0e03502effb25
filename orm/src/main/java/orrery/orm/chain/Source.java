package orrery.orm.chain;

import orrery.orm.error.OrmError;
import orrery.orm.error.Place;

/// The text that is being read, for whoever has to say where in it something is wrong.
record Source(String text) {

  /// Returns `error`, which now says that the trouble is at `offset`.
  OrmError at(OrmError error, int offset) {
    return error.at(Place.of(text, offset));
  }
}
