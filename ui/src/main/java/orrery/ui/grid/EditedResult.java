package orrery.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.staged.Checks;
import orrery.orm.staged.Original;
import orrery.orm.staged.Staged;
import orrery.orm.staged.Values;
import orrery.ui.grid.Cell.Style;

/// A result whose rows can be changed: which column is which field, and which row has which key.
/// Immutable.
final class EditedResult {
  private final Models models;
  private final Model model;
  private final List<Optional<Field>> fields;
  private final List<Integer> keys;

  private EditedResult(
      Models models, Model model, List<Optional<Field>> fields, List<Integer> keys) {
    this.models = models;
    this.model = model;
    this.fields = List.copyOf(fields);
    this.keys = List.copyOf(keys);
  }

  /// Returns why the rows of `result` cannot be changed; nothing where they can.
  static Optional<String> reason(Result result, Models models, List<Column> columns) {
    return switch (result) {
      case Result.Objects objects -> reason(objects.model(), models, columns);
      case Result.Values _ ->
          Optional.of(
              "These are values, not objects: without values() or values_list() the rows can be"
                  + " edited.");
      case Result.Scalar _ -> Optional.of("A value that was computed has no row to be changed in.");
      case Result.PlanText _ -> Optional.of("A plan cannot be changed.");
    };
  }

  private static Optional<String> reason(Model model, Models models, List<Column> columns) {
    if (model.isReadOnly()) {
      return Optional.of(model.name() + " is a view, whose rows cannot be written.");
    }
    List<Field> key = models.primaryKey(model);
    if (key.isEmpty()) {
      return Optional.of(
          model.name()
              + " has no primary key, so nothing says which row a change is about. Give its table"
              + " a primary key to edit it.");
    }
    boolean isThere = key.stream().allMatch(f -> columns.stream().anyMatch(c -> isColumnOf(c, f)));
    return isThere
        ? Optional.empty()
        : Optional.of("The primary key is not among the columns, so rows cannot be told apart.");
  }

  /// Returns the result with `columns` of a chain, where its rows can be changed.
  static Optional<EditedResult> of(
      Chain chain, Result result, Models models, List<Column> columns) {
    if (!(result instanceof Result.Objects objects)
        || reason(result, models, columns).isPresent()) {
      return Optional.empty();
    }
    Model model = models.find(chain.query().model()).orElse(objects.model());
    List<Optional<Field>> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(
          models.members(model).fields().stream().filter(f -> isColumnOf(column, f)).findFirst());
    }
    List<Integer> keys = new ArrayList<>();
    for (Field field : models.primaryKey(model)) {
      keys.add(fields.indexOf(Optional.of(field)));
    }
    return keys.contains(-1)
        ? Optional.empty()
        : Optional.of(new EditedResult(models, model, fields, keys));
  }

  private static boolean isColumnOf(Column column, Field field) {
    boolean isField =
        switch (column.role()) {
          case KEY, TO_ONE, PLAIN -> true;
          case RELATED, COMPUTED, COUNT -> false;
        };
    return isField && column.sort().equals(field.attname());
  }

  /// Returns the model of the rows.
  Model model() {
    return model;
  }

  /// Returns all fields of the model.
  List<Field> allFields() {
    return models.members(model).fields();
  }

  /// Returns how many columns there are.
  int columns() {
    return fields.size();
  }

  /// Returns the field of a column, if it is one's.
  Optional<Field> field(int column) {
    return column < 0 || column >= fields.size() ? Optional.empty() : fields.get(column);
  }

  /// Returns the column of the field with that raw name; -1 where it is not shown.
  int column(String attname) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).filter(f -> f.attname().equals(attname)).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /// Returns the key of a row that was fetched; null while it is on its way.
  @Nullable Object key(Row row) {
    if (row.isPending()) {
      return null;
    }
    if (keys.size() == 1) {
      return row.value(keys.getFirst());
    }
    List<Object> parts = new ArrayList<>();
    for (int column : keys) {
      Object part = row.value(column);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  /// Returns a row that was fetched as changes start from it.
  Optional<Original> original(Row row) {
    Object key = key(row);
    if (key == null) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isPresent()) {
        values.put(fields.get(i).get().attname(), row.value(i));
      }
    }
    return Optional.of(new Original(key, Values.of(values)));
  }

  /// Returns a fetched row with the values that it is to have.
  Row over(Row row, Staged staged, Labels labels) {
    Object key = key(row);
    Values after = key == null ? Values.NONE : staged.after(key);
    if (after.isEmpty()) {
      return row;
    }
    List<@Nullable Object> values = new ArrayList<>(row.values());
    List<Cell> cells = new ArrayList<>(row.cells());
    List<@Nullable Object> related = new ArrayList<>(row.related());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i).orElse(null);
      if (field != null && after.has(field)) {
        Object value = after.get(field);
        values.set(i, value);
        cells.set(i, cell(field, value, labels));
        if (i < related.size()) {
          related.set(i, null);
        }
      }
    }
    return new Row(values, cells, related);
  }

  /// Returns a row that is to be added.
  Row added(Values given, Labels labels) {
    List<@Nullable Object> values = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    List<@Nullable Object> related = new ArrayList<>();
    for (Optional<Field> each : fields) {
      Field field = each.orElse(null);
      Object value = field == null ? null : given.get(field);
      values.add(value);
      cells.add(
          field == null
              ? new Cell("", Style.DEFAULT)
              : given.has(field) ? cell(field, value, labels) : notGiven(field));
      related.add(null);
    }
    return new Row(values, cells, related);
  }

  /// Returns what a cell says whose value nobody gave.
  private static Cell notGiven(Field field) {
    if (field.generatedBy().isPresent()) {
      return new Cell("computed", Style.DEFAULT);
    }
    if (field.type().isAuto()) {
      return new Cell("automatic", Style.DEFAULT);
    }
    if (Checks.isRequired(field)) {
      return new Cell("required", Style.DEFAULT);
    }
    boolean isDefault = field.defaultValue().isPresent() || field.dbDefault().isPresent();
    return new Cell(isDefault ? "default" : "null", isDefault ? Style.DEFAULT : Style.NULL);
  }

  private static Cell cell(Field field, @Nullable Object value, Labels labels) {
    Optional<String> label = field.isRelation() ? labels.find(field, value) : Optional.empty();
    return label.isPresent()
        ? new Cell(Cells.of(label.get()).text(), Style.RELATION, Cells.text(value))
        : Cells.of(value);
  }
}
