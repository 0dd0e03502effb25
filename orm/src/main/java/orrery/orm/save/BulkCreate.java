package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.load.State;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.Statement;

/// Inserts many objects in few statements: Django's `bulk_create()`.
///
/// @param batchSize the most rows of a statement; 0 for what the database can take
/// @param ignoreConflicts whether rows that are there already are passed over
/// @param updateFields which fields of rows that are there already are updated; empty for none
/// @param uniqueFields by which fields a row is found to be there already
public record BulkCreate(
    int batchSize, boolean ignoreConflicts, List<String> updateFields, List<String> uniqueFields) {

  /// `bulk_create(objects)`.
  public static final BulkCreate USUAL = new BulkCreate(0, false, List.of(), List.of());

  /// `bulk_create(objects, ignore_conflicts=True)`.
  public static final BulkCreate IGNORING = new BulkCreate(0, true, List.of(), List.of());

  /// Makes it from copies of the lists.
  ///
  /// @throws ValueError where the options contradict
  public BulkCreate {
    updateFields = List.copyOf(updateFields);
    uniqueFields = List.copyOf(uniqueFields);
    if (batchSize < 0) {
      throw new ValueError("Batch size must be a positive integer.");
    }
    if (ignoreConflicts && !updateFields.isEmpty()) {
      throw new ValueError("ignore_conflicts and update_conflicts are mutually exclusive.");
    }
  }

  /// Inserts `objects` of `model` into the database called `alias`.
  ///
  /// @throws ValueError where the model has parents, or a related object is not saved
  public void create(Desk desk, Model model, List<? extends Instance> objects, String alias) {
    Model concrete = desk.session().models().concrete(model);
    if (!desk.session().models().parents(concrete).isEmpty()) {
      throw new ValueError("Can't bulk create a multi-table inherited model");
    }
    if (objects.isEmpty()) {
      return;
    }
    for (Field key : desk.session().models().primaryKey(concrete)) {
      if (updateFields.contains("pk")
          || updateFields.contains(key.name())
          || updateFields.contains(key.attname())) {
        throw new ValueError("bulk_create() cannot be used with primary keys in update_fields.");
      }
    }
    List<Instance> withKey = new ArrayList<>();
    List<Instance> without = new ArrayList<>();
    RelatedKeys keys = new RelatedKeys(desk.session());
    for (Instance object : objects) {
      keys.settle(object);
      (object.pk() == null ? without : withKey).add(object);
    }
    Optional<Statement.Conflict> conflict = conflict(desk, concrete);
    Inserts inserts = new Inserts(desk);
    desk.<Boolean, RuntimeException>atomic(
        alias,
        () -> {
          inserts.insert(withKey, concrete, true, conflict, batchSize, alias);
          inserts.insert(without, concrete, false, conflict, batchSize, alias);
          return true;
        });
    State saved = new State(desk.session(), alias, false);
    objects.forEach(object -> object.state(saved));
  }

  private Optional<Statement.Conflict> conflict(Desk desk, Model model) {
    if (ignoreConflicts) {
      return Optional.of(new Statement.Conflict(List.of(), List.of()));
    }
    return updateFields.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Statement.Conflict(
                columns(desk, model, uniqueFields), columns(desk, model, updateFields)));
  }

  private static List<String> columns(Desk desk, Model model, List<String> names) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      List<Field> key = desk.session().models().primaryKey(model);
      columns.add(
          name.equals("pk") && key.size() == 1
              ? key.getFirst().column()
              : model.localFields().stream()
                  .filter(f -> f.name().equals(name) || f.attname().equals(name))
                  .findFirst()
                  .orElseThrow(() ->
                      new FieldDoesNotExist(model.name() + " has no field named '" + name + "'"))
                  .column());
    }
    return columns;
  }
}
