package orrery.orm.edit;

import java.util.Optional;

/// Something that goes wrong silently when a draft is run. Immutable.
///
/// @param slot the slot that causes it; as many as there are slots for the chain's end
/// @param words what goes wrong, in a sentence or two
/// @param fix what mends it, where something does
public record Warning(int slot, String words, Optional<Warning.Fix> fix) {

  /// What mends it.
  ///
  /// @param words what it does, for a button
  /// @param draft the mended draft
  public record Fix(String words, Draft draft) {}
}
