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

  /// Returns the table called `name`.
  public Optional<Table> find(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
