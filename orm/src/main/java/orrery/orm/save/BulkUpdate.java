package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import orrery.orm.db.Reason;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// Updates some fields of many objects in few statements: Django's `bulk_update()`.
public final class BulkUpdate {

  private final Desk desk;

  /// Makes one.
  public BulkUpdate(Desk desk) {
    this.desk = desk;
  }

  /// Updates the rows of `objects` and returns how many there were.
  ///
  /// @param names the names of the fields to write
  /// @param batchSize the most rows of a statement; 0 for what the database can take
  /// @throws ValueError in Django's words, where an object has no primary key or a field cannot be
  ///   written
  public int update(
      Model model,
      List<? extends Instance> objects,
      List<String> names,
      int batchSize,
      String alias) {
    if (batchSize < 0) {
      throw new ValueError("Batch size must be a positive integer.");
    }
    if (names.isEmpty()) {
      throw new ValueError("Field names must be given to bulk_update().");
    }
    List<Field> fields = names.stream().map(name -> field(model, name)).toList();
    if (objects.stream().anyMatch(object -> object.pk() == null)) {
      throw new ValueError("All bulk_update() objects must have a primary key set.");
    }
    if (objects.isEmpty()) {
      return 0;
    }
    RelatedKeys keys = new RelatedKeys(desk.session());
    objects.forEach(keys::settle);
    int width = Math.max(1, desk.session().models().primaryKey(model).size());
    // A row takes its key and its value once a field, and its key once more to be found.
    int room = Math.max(1, desk.mostBindings(alias) / (fields.size() * (width + 1) + width));
    int size = batchSize > 0 ? Math.min(batchSize, room) : room;
    return desk.<Integer, RuntimeException>atomic(
        alias,
        () -> {
          int changed = 0;
          for (Portion<? extends Instance> part :
              Portion.of(objects, size, Reason.save(model.name()))) {
            changed += update(part, fields, alias);
          }
          return changed;
        });
  }

  private Field field(Model model, String name) {
    Field field =
        desk.session().models().members(model).fields().stream()
            .filter(f -> f.name().equals(name) || f.attname().equals(name))
            .findFirst()
            .orElseThrow(() ->
                desk.session().models().members(model).lookup(name).isPresent()
                    ? new ValueError("bulk_update() can only be used with concrete fields.")
                    : new FieldDoesNotExist(model.name() + " has no field named '" + name + "'"));
    if (field.isPrimaryKey()) {
      throw new ValueError("bulk_update() cannot be used with primary key fields.");
    }
    return field;
  }

  private int update(Portion<? extends Instance> portion, List<Field> fields, String alias) {
    List<? extends Instance> objects = portion.items();
    int changed = 0;
    for (Model owner : owners(fields)) {
      List<Statement.Assignment> set = new ArrayList<>();
      for (Field field : fields) {
        if (field.model().equals(owner.name())) {
          SqlExpr value = byKey(owner, objects, field);
          set.add(new Statement.Assignment(field.column(), field.type(), value));
        }
      }
      List<Object> keys = objects.stream().map(o -> Objects.requireNonNull(o.pk())).toList();
      changed =
          desk.change(
              alias,
              new Statement.Update(
                  Desk.table(owner), set, desk.hasKeyAmong(owner, keys), List.of()),
              portion.reason());
    }
    return changed;
  }

  private List<Model> owners(List<Field> fields) {
    return fields.stream()
        .map(field -> desk.session().models().get(field.model()))
        .distinct()
        .toList();
  }

  private SqlExpr byKey(Model owner, List<? extends Instance> objects, Field field) {
    List<SqlExpr.Branch> branches = new ArrayList<>();
    for (Instance object : objects) {
      branches.add(
          new SqlExpr.Branch(
              desk.hasKey(owner, Objects.requireNonNull(object.pk())),
              Desk.param(field, object.value(field))));
    }
    return new SqlExpr.Case(
        branches, Optional.of(new SqlExpr.Param(null, field.type())), field.type());
  }
}
