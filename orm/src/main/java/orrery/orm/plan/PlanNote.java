package orrery.orm.plan;

/// Something in a plan that costs time, in plain words. Immutable.
///
/// @param slot the step of the draft that causes it; -1 for the model itself
/// @param level how much it matters
/// @param words what the database does, and why
/// @param index the SQL that would make a missing index; empty where none would help
public record PlanNote(int slot, Level level, String words, String index) {
  /// How much a note matters.
  public enum Level {
    /// It is so, and costs little.
    FINE,
    /// It costs the more the larger the tables are.
    SLOW
  }
}
