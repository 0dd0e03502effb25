package orrery.orm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Branch;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.resolve.Shape;

/// The answer to a chain.
public sealed interface Result {

  /// Objects: of `get()`, `first()` and the like one or none.
  ///
  /// @param model the model they are of
  /// @param columns the fields that are loaded; the others are deferred
  /// @param rows the objects, in their order
  /// @param annotations the names of the values that they have beside their fields
  /// @param related the relations that were fetched with them
  /// @param created of `get_or_create()` and `update_or_create()`: whether the object is new
  record Objects(
      Model model,
      List<Field> columns,
      List<Instance> rows,
      List<String> annotations,
      List<Branch> related,
      Optional<Boolean> created)
      implements Result {}

  /// Values: of `values()`, `values_list()`, `dates()` and `datetimes()`.
  ///
  /// @param columns the columns' names and types, in order
  /// @param rows the values of each row, in the order of the columns
  /// @param form what a row was asked as
  record Values(List<Shape.Slot> columns, List<@Nullable Object[]> rows, Shape.Form form)
      implements Result {

    /// Returns the columns' names.
    public List<String> names() {
      return columns.stream().map(Shape.Slot::name).toList();
    }
  }

  /// One value: of `count()`, `exists()`, `contains()`, `update()`; of `aggregate()` a mapping by
  /// name; of `delete()` a list of the number of objects and a mapping of numbers by model.
  record Scalar(@Nullable Object value) implements Result {}

  /// The database's plan of a statement, as it words it.
  record PlanText(String text) implements Result {}
}
