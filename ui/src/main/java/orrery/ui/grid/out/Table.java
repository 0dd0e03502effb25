package orrery.ui.grid.out;

import java.util.List;
import orrery.orm.dialect.Dialect;
import orrery.orm.type.FieldType;

/// What the rows are that are written.
///
/// @param name the table, or what else the rows are of
/// @param names the names of the columns
/// @param types the types of their values
/// @param dialect the words of the database they are from
public record Table(String name, List<String> names, List<FieldType> types, Dialect dialect) {

  /// Makes it from copies of the lists.
  public Table {
    names = List.copyOf(names);
    types = List.copyOf(types);
  }
}
