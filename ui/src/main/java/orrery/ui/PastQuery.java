package orrery.ui;

import java.time.Instant;

/// A chain that was run, and what came of it.
///
/// @param at when it was started
/// @param database what people call the database it was asked
/// @param location where that is, without a password
/// @param chain the text that was run
/// @param nanos how long it took, in nanoseconds
/// @param queries how many statements were sent
/// @param rows how many rows came at first; -1 where it is not about rows
/// @param more whether there were more rows than those
/// @param error why it failed; empty where it did not
public record PastQuery(
    Instant at,
    String database,
    String location,
    String chain,
    long nanos,
    int queries,
    int rows,
    boolean more,
    String error) {

  /// Says whether it failed.
  public boolean isFailed() {
    return !error.isEmpty();
  }
}
