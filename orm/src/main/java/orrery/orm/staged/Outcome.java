package orrery.orm.staged;

import java.util.List;
import java.util.Map;
import orrery.orm.error.OrmError;

/// What became of saving.
public sealed interface Outcome {

  /// All was written.
  ///
  /// @param keys the keys of the rows that were added, by their numbers
  record Saved(Map<Long, Object> keys) implements Outcome {}

  /// Nothing was written, since values cannot be saved.
  record Invalid(List<Problem> problems) implements Outcome {}

  /// Nothing was written, since others changed rows meanwhile.
  record Conflicts(List<Conflict> conflicts) implements Outcome {}

  /// Nothing was written, since the database refused a row.
  ///
  /// @param problem which row, and what it said
  record Refused(Problem problem, OrmError error) implements Outcome {}
}
