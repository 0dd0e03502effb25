package orrery.orm.meta;

import java.util.List;
import java.util.Optional;

/// An index of a table that is no constraint.
///
/// @param columns field names in order, with `-` before a descending one; or the SQL of an
///   expression
public record Index(String name, List<String> columns, Optional<String> condition) {

  /// Makes it from a copy of `columns`.
  public Index {
    columns = List.copyOf(columns);
  }
}
