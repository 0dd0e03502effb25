package orrery.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import orrery.orm.db.Atomic;
import orrery.orm.db.Reason;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.load.RowUpdate;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.State;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// Saves one object: Django's `save()`, table by table where the model has parents.
public final class Saver {

  private final Desk desk;

  /// Makes one.
  public Saver(Desk desk) {
    this.desk = desk;
  }

  /// Saves `object` as `options` say.
  ///
  /// @throws ValueError where a related object is not saved, or the options contradict
  /// @throws DatabaseError where the database refuses, or a forced update changes nothing
  public void save(Instance object, SaveOptions options) {
    Model model = object.model();
    if (model.isReadOnly()) {
      throw new NotSupportedError(model.name() + " is a view, whose rows cannot be written.");
    }
    new RelatedKeys(desk.session()).settle(object);
    String alias = desk.database(options.database().orElse(object.state().database())).alias();
    Optional<Set<String>> only = only(object, options, alias);
    if (only.isPresent() && only.get().isEmpty()) {
      return;
    }
    if (options.forceInsert() && (options.forceUpdate() || only.isPresent())) {
      throw new ValueError("Cannot force both insert and updating in model saving.");
    }
    Model concrete = desk.session().models().concrete(model);
    boolean parents = !desk.session().models().parents(concrete).isEmpty();
    Atomic.Work<Boolean, RuntimeException> work =
        () -> saveTables(object, concrete, options, only, alias);
    if (parents) {
      desk.atomic(alias, work);
    } else {
      desk.markForRollbackOnError(alias, work);
    }
    object.state(new State(desk.session(), alias, false));
  }

  /// Returns the raw names of the fields to write, where not all are.
  private Optional<Set<String>> only(Instance object, SaveOptions options, String alias) {
    List<Field> writable =
        object.layout().fields().stream()
            .filter(f -> !f.isPrimaryKey() && f.generatedBy().isEmpty())
            .toList();
    if (options.updateFields().isPresent()) {
      Set<String> wanted = new LinkedHashSet<>();
      List<String> unknown = new ArrayList<>();
      for (String name : options.updateFields().get()) {
        Optional<Field> field =
            writable.stream()
                .filter(f -> f.name().equals(name) || f.attname().equals(name))
                .findFirst();
        field.ifPresentOrElse(f -> wanted.add(f.attname()), () -> unknown.add(name));
      }
      if (!unknown.isEmpty()) {
        throw new ValueError(
            "The following fields do not exist in this model, are m2m fields, primary keys, or are non-concrete fields: "
                + String.join(", ", unknown));
      }
      return Optional.of(wanted);
    }
    Set<String> deferred = object.deferredFields();
    if (options.forceInsert() || deferred.isEmpty() || !alias.equals(object.state().database())) {
      return Optional.empty();
    }
    Set<String> loaded = new LinkedHashSet<>();
    writable.forEach(f -> loaded.add(f.attname()));
    loaded.removeAll(deferred);
    return loaded.isEmpty() ? Optional.empty() : Optional.of(loaded);
  }

  /// Saves the rows in the parents' tables, then the one in the model's own; says whether that one
  /// was there.
  private boolean saveTables(
      Instance object, Model model, SaveOptions options, Optional<Set<String>> only, String alias) {
    boolean inserted = false;
    for (Map.Entry<Model, Field> parent : desk.session().models().parents(model).entrySet()) {
      Model above = desk.session().models().concrete(parent.getKey());
      Field key = desk.session().models().primaryKey(above).getFirst();
      Field link = parent.getValue();
      if (object.value(key) == null && object.value(link) != null) {
        object.tell(key, object.value(link));
      }
      SaveOptions up =
          new SaveOptions(false, options.forceUpdate(), options.database(), options.updateFields());
      inserted = !saveTables(object, above, up, only, alias) || inserted;
      object.tell(link, object.value(key));
      object.forget(link.name());
    }
    return saveTable(object, model, options.forceInsert() || inserted, options, only, alias);
  }

  private boolean saveTable(
      Instance object,
      Model model,
      boolean insert,
      SaveOptions options,
      Optional<Set<String>> only,
      String alias) {
    List<Field> key = desk.session().models().primaryKey(model);
    fillIn(object, key);
    Optional<Object> pk = keyOf(object, key);
    boolean forced = options.forceUpdate() || only.isPresent();
    if (pk.isEmpty() && forced) {
      throw new ValueError("Cannot force an update in save() with no primary key.");
    }
    boolean fresh =
        insert
            || (object.state().adding()
                && !forced
                && key.stream()
                    .anyMatch(f -> f.defaultValue().isPresent() || f.dbDefault().isPresent()));
    if (pk.isPresent() && !fresh) {
      if (update(object, model, pk.get(), only, forced, alias)) {
        return true;
      }
      if (options.forceUpdate()) {
        throw new DatabaseError("Forced update did not affect any rows.");
      }
      if (only.isPresent()) {
        throw new DatabaseError("Save with update_fields did not affect any rows.");
      }
    }
    new Inserts(desk).insert(List.of(object), model, pk.isPresent(), Optional.empty(), 0, alias);
    return false;
  }

  private static void fillIn(Instance object, List<Field> key) {
    for (Field field : key) {
      if (object.value(field) == null && field.defaultValue().isPresent()) {
        object.tell(field, field.defaultValue().get().get());
      }
    }
  }

  private static Optional<Object> keyOf(Instance object, List<Field> key) {
    if (key.size() == 1) {
      return Optional.ofNullable(object.value(key.getFirst()));
    }
    List<Object> parts = new ArrayList<>();
    for (Field field : key) {
      Object part = object.value(field);
      if (part == null) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  /// Updates the row; says whether it was there.
  private boolean update(
      Instance object,
      Model model,
      Object pk,
      Optional<Set<String>> only,
      boolean forced,
      String alias) {
    List<Statement.Assignment> set = new ArrayList<>();
    for (Field field : model.localFields()) {
      boolean written =
          !field.isPrimaryKey()
              && field.generatedBy().isEmpty()
              && !object.isLeftToDatabase(field)
              && only.map(names -> names.contains(field.attname())).orElse(true);
      if (written) {
        SqlExpr value = Desk.param(field, object.value(field));
        set.add(new Statement.Assignment(field.column(), field.type(), value));
      }
    }
    if (set.isEmpty()) {
      return only.isPresent() || exists(model, pk, alias);
    }
    Statement update =
        new Statement.Update(Desk.table(model), set, desk.hasKey(model, pk), List.of());
    Reason reason = Reason.save(model.name());
    IntSupplier send = () -> desk.change(alias, update, reason);
    RowUpdate rows = desk.session().behaviour(model).rowUpdate();
    if (object.model().selectOnSave() && !forced) {
      return exists(model, pk, alias) && (rows.update(send) > 0 || exists(model, pk, alias));
    }
    return rows.update(send) > 0;
  }

  private boolean exists(Model model, Object pk, String alias) {
    return !desk.rows(alias, desk.exists(model, pk), Reason.save(model.name())).isEmpty();
  }
}
