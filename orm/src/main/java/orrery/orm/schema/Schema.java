package orrery.orm.schema;

import java.util.List;
import java.util.Optional;

/// What a database says of its tables. Immutable.
///
/// @param tables the tables and views, in the order of their names
/// @param warnings what could not be read, in sentences
public record Schema(List<Table> tables, List<String> warnings) {

  /// Makes it from copies of the lists.
  public Schema {
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
  }

  /// Returns the table whose [Table#key] is `key`.
  public Optional<Table> find(String key) {
    return tables.stream().filter(table -> table.key().equals(key)).findFirst();
  }
}
