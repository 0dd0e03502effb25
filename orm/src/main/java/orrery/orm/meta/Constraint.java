package orrery.orm.meta;

import java.util.List;
import java.util.Optional;

/// A rule that the database keeps for the rows of a table.
public sealed interface Constraint {

  /// Returns its name in the database.
  String name();

  /// No two rows have the same values of these fields.
  record Unique(String name, List<String> fields, Optional<String> condition)
      implements Constraint {
    /// Makes it from a copy of `fields`.
    public Unique {
      fields = List.copyOf(fields);
    }
  }

  /// The SQL condition holds for every row.
  record Check(String name, String sql) implements Constraint {}
}
