package orrery.ui.grid;

/// A column of a result.
///
/// @param name what it is called
/// @param type the type of its values, in Django's words; empty where nobody knows
/// @param role what it is to the model
/// @param isNumeric whether its values are numbers, which stand at the right
/// @param sort the name to sort by it; empty where that cannot be
public record Column(String name, String type, Role role, boolean isNumeric, String sort) {

  /// What a column is to the model.
  public enum Role {
    /// The primary key or a part of it.
    KEY,
    /// A foreign key.
    TO_ONE,
    /// Related objects that were fetched along.
    RELATED,
    /// How many related objects there are.
    COUNT,
    /// A value that the chain computes.
    COMPUTED,
    /// Any other value.
    PLAIN
  }
}
