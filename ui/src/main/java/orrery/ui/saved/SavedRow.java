package orrery.ui.saved;

import java.util.List;
import orrery.ui.SavedQuery;

/// A saved query that was found.
///
/// @param hit the places of the letters of its name that were searched for
public record SavedRow(SavedQuery query, List<Integer> hit) {
  /// Makes it from a copy of `hit`.
  public SavedRow {
    hit = List.copyOf(hit);
  }
}
