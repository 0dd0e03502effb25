package orrery.orm.dialect;

import java.util.List;
import orrery.orm.type.FieldType;

/// A statement ready to be sent: its text, the values of its placeholders, and what its columns
/// hold.
///
/// @param text the text, with `?` for each of `bindings`
/// @param bindings the values, in the order of the placeholders
/// @param columns the types of the result's columns; empty where nobody knows, and then each value
///   comes as the database stores it
public record Sql(String text, List<Binding> bindings, List<FieldType> columns) {

  /// Makes it from copies of the lists.
  public Sql {
    bindings = List.copyOf(bindings);
    columns = List.copyOf(columns);
  }

  /// Makes a statement without values and without known columns.
  public static Sql of(String text) {
    return new Sql(text, List.of(), List.of());
  }
}
