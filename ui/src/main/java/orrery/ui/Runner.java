package orrery.ui;

import orrery.orm.query.Chain;

/// The one who turns a chain into a result. All but [#preview] block and belong off the window's
/// thread.
public interface Runner {
  /// Returns what `text` means and what it would send; never asks the database.
  Preview preview(String text);

  /// Runs a whole chain.
  Result run(Chain chain, Cancel cancel);

  /// Runs the part of a chain's rows that starts at `offset`.
  Result page(Chain chain, long offset, int limit, Cancel cancel);

  /// Counts the rows of a chain, at most to `cap`.
  long count(Chain chain, long cap, Cancel cancel);
}
