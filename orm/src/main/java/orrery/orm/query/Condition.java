package orrery.orm.query;

import java.util.List;

/// A condition: Django's `Q` and what stands in it.
public sealed interface Condition {

  /// `path__lookup=value`: a keyword of `filter` or `Q`, kept as it was written.
  record Lookup(String path, Expr value) implements Condition {}

  /// All of the conditions hold; of none, always true.
  record And(List<Condition> parts) implements Condition {
    /// Makes it from a copy of `parts`.
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// One or more of the conditions hold.
  record Or(List<Condition> parts) implements Condition {
    /// Makes it from a copy of `parts`.
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// An odd number of the conditions holds.
  record Xor(List<Condition> parts) implements Condition {
    /// Makes it from a copy of `parts`.
    public Xor {
      parts = List.copyOf(parts);
    }
  }

  /// The condition does not hold.
  record Not(Condition part) implements Condition {}

  /// A boolean expression as a condition: `Exists(…)`, `GreaterThan(…)`.
  record Test(Expr expr) implements Condition {}
}
