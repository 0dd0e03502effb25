package orrery.orm.edit;

import java.util.List;
import java.util.Optional;

/// Something that goes wrong silently when a draft is run. Immutable.
///
/// @param slot the slot that causes it; as many as there are slots for the chain's end
/// @param words what goes wrong, in a sentence or two
/// @param fixes what mends it, each in its own way, the best first; none where nothing does
public record Warning(int slot, String words, List<Warning.Fix> fixes) {

  /// Makes it from a copy of `fixes`.
  public Warning {
    fixes = List.copyOf(fixes);
  }

  /// Makes one that is mended in one way, or in none.
  Warning(int slot, String words, Optional<Fix> fix) {
    this(slot, words, fix.stream().toList());
  }

  /// Returns the best of what mends it, if anything does.
  public Optional<Fix> fix() {
    return fixes.stream().findFirst();
  }

  /// What mends it.
  ///
  /// @param words what it does, for a button
  /// @param draft the mended draft
  public record Fix(String words, Draft draft) {}
}
