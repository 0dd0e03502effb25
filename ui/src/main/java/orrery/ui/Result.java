package orrery.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;

/// What came back: objects, rows of values, one value, or the database's plan.
public sealed interface Result {
  /// Objects of one model.
  record Objects(Model model, List<Field> columns, List<Instance> rows) implements Result {}

  /// Rows of values, in the order of `columns`.
  record Values(List<String> columns, List<@Nullable Object[]> rows) implements Result {}

  /// One value: a count, a truth, an aggregate.
  record Scalar(@Nullable Object value) implements Result {}

  /// The database's plan, in its own words.
  record PlanText(String text) implements Result {}
}
