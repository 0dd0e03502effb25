package orrery.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;

/// Inserts rows into one table, and has the objects know what the database filled in.
final class Inserts {

  /// The most values of a statement where nobody asks for more rows in one: beyond this, preparing
  /// it costs more than sending another that is prepared already. It is Django's number for SQLite.
  private static final int ENOUGH = 999;

  private final Desk desk;

  Inserts(Desk desk) {
    this.desk = desk;
  }

  /// Inserts a row for each of `objects` into the table of `model`, in as many statements as it
  /// takes.
  ///
  /// @param model the objects' model, or a parent of it
  /// @param withKey whether the objects have their primary keys
  /// @param most the most rows of a statement; 0 for what the database can take
  void insert(
      List<? extends Instance> objects,
      Model model,
      boolean withKey,
      Optional<Statement.Conflict> conflict,
      int most,
      String alias) {
    List<Field> all = fields(model, withKey);
    Map<List<Field>, List<Instance>> alike = new LinkedHashMap<>();
    List<Field> last = List.of();
    List<Instance> like = new ArrayList<>();
    for (Instance object : objects) {
      List<Field> fields = given(object, all);
      if (like.isEmpty() || !fields.equals(last)) {
        last = fields;
        like = alike.computeIfAbsent(fields, f -> new ArrayList<>());
      }
      like.add(object);
    }
    alike.forEach((fields, rows) -> {
      int bindings = Math.min(ENOUGH, desk.mostBindings(alias));
      int room = Math.max(1, bindings / Math.max(1, fields.size()));
      int size = fields.isEmpty() ? 1 : most > 0 ? Math.min(most, room) : room;
      for (Portion<Instance> part : Portion.of(rows, size, Reason.save(model.name()))) {
        insert(part, fields, model, conflict, alias);
      }
    });
  }

  /// Returns the fields that are written: not those that the database numbers or computes.
  private static List<Field> fields(Model model, boolean withKey) {
    return model.localFields().stream()
        .filter(field ->
            field.generatedBy().isEmpty()
                && (withKey || !field.isPrimaryKey() || !field.type().isAuto()))
        .toList();
  }

  /// Returns those of `all` that `object` does not leave to the database.
  private static List<Field> given(Instance object, List<Field> all) {
    for (Field field : all) {
      if (field.dbDefault().isPresent() && object.isLeftToDatabase(field)) {
        return all.stream().filter(f -> !object.isLeftToDatabase(f)).toList();
      }
    }
    return all;
  }

  private void insert(
      Portion<Instance> portion,
      List<Field> fields,
      Model model,
      Optional<Statement.Conflict> conflict,
      String alias) {
    List<Instance> objects = portion.items();
    List<List<SqlExpr>> rows = new ArrayList<>();
    for (Instance object : objects) {
      List<SqlExpr> row = new ArrayList<>(fields.size());
      for (Field field : fields) {
        row.add(Desk.param(field, object.value(field)));
      }
      rows.add(row);
    }
    List<Field> told =
        conflict.map(c -> c.update().isEmpty()).orElse(false)
            ? List.of()
            : told(objects.getFirst(), model);
    Statement insert =
        new Statement.Insert(
            Desk.table(model),
            fields.stream().map(Field::column).toList(),
            fields.isEmpty() ? List.of() : rows,
            conflict,
            told.stream().map(field -> new Output(Desk.column(model, field))).toList());
    Reason reason = portion.reason();
    if (told.isEmpty()) {
      desk.change(alias, insert, reason);
      return;
    }
    List<@Nullable Object[]> answers = desk.rows(alias, insert, reason);
    for (int i = 0; i < answers.size(); i++) {
      for (int j = 0; j < told.size(); j++) {
        objects.get(i).tell(told.get(j), answers.get(i)[j]);
      }
    }
  }

  /// Returns the fields whose values only the database knows.
  private static List<Field> told(Instance object, Model model) {
    return model.localFields().stream()
        .filter(field ->
            (field.isPrimaryKey() && field.type().isAuto())
                || field.generatedBy().isPresent()
                || object.isLeftToDatabase(field))
        .toList();
  }
}
