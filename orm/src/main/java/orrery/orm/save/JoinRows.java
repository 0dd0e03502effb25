package orrery.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.sql.Truths;

/// The rows of a join table that belong to one object, added and removed.
public final class JoinRows {

  private final Desk desk;
  private final Model through;
  private final Field near;
  private final Field far;
  private final boolean symmetrical;
  private final Object key;
  private final String alias;

  /// Makes those of an object.
  ///
  /// @param backwards whether the object is on the side that `relation` points to
  /// @param alias the alias of the database
  public static JoinRows of(
      Desk desk, ManyToMany relation, boolean backwards, Instance object, String alias) {
    return new JoinRows(desk, relation, backwards, object, alias);
  }

  private JoinRows(
      Desk desk, ManyToMany relation, boolean backwards, Instance object, String alias) {
    Models models = desk.session().models();
    this.desk = desk;
    this.through = models.get(relation.through());
    this.near = field(models, backwards ? relation.targetField() : relation.sourceField());
    this.far = field(models, backwards ? relation.sourceField() : relation.targetField());
    this.symmetrical = relation.symmetrical();
    String to = near.reference().orElseThrow().toField();
    this.key = Objects.requireNonNull(object.value(object.layout().field(to)), to);
    this.alias = alias;
  }

  private Field field(Models models, String name) {
    return (Field) models.members(through).lookup(name).orElseThrow();
  }

  /// Returns the name of the related objects' field that the join table points to.
  public String farField() {
    return far.reference().orElseThrow().toField();
  }

  /// Adds the rows for the related objects with these keys that are not there yet.
  ///
  /// @param defaults further values of new rows, by field
  public void add(Set<Object> keys, Map<String, @Nullable Object> defaults) {
    if (keys.isEmpty()) {
      return;
    }
    boolean known = through.isAutoCreated();
    Set<Object> missing = new LinkedHashSet<>(keys);
    if (!known) {
      missing.removeAll(present(near, far, keys));
    }
    insert(near, far, missing, defaults, known);
    if (symmetrical) {
      Set<Object> back = new LinkedHashSet<>(keys);
      if (!known) {
        back.removeAll(present(far, near, keys));
      }
      insert(far, near, back, defaults, known);
    }
  }

  private Set<Object> present(Field from, Field to, Set<Object> keys) {
    Set<Object> present = new LinkedHashSet<>();
    for (Portion<Object> part : portions(keys)) {
      Statement select =
          new Statement.Select(
              List.of(new Output(Desk.column(through, to))),
              List.of(Desk.table(through)),
              Truths.and(
                  List.of(Desk.equal(through, from, key), Desk.in(through, to, part.items()))),
              List.of(),
              SqlExpr.Truth.ALWAYS,
              false,
              List.of(),
              List.of(),
              OptionalLong.empty(),
              0,
              Optional.empty());
      desk.rows(alias, select, part.reason())
          .forEach(row -> present.add(Objects.requireNonNull(row[0])));
    }
    return present;
  }

  private void insert(
      Field from,
      Field to,
      Set<Object> keys,
      Map<String, @Nullable Object> defaults,
      boolean ignoring) {
    List<Instance> rows = new ArrayList<>();
    for (Object each : keys) {
      Instance row = desk.session().make(through);
      defaults.forEach(row::set);
      row.set(from.attname(), key);
      row.set(to.attname(), each);
      rows.add(row);
    }
    BulkCreate how = ignoring ? BulkCreate.IGNORING : BulkCreate.USUAL;
    how.create(desk, through, rows, alias);
  }

  /// Removes the rows for the related objects with these keys.
  public void remove(Set<Object> keys) {
    for (Portion<Object> part : portions(keys)) {
      SqlExpr there =
          Truths.and(List.of(Desk.equal(through, near, key), Desk.in(through, far, part.items())));
      SqlExpr back =
          Truths.and(List.of(Desk.equal(through, far, key), Desk.in(through, near, part.items())));
      delete(symmetrical ? new SqlExpr.Or(List.of(there, back)) : there, part.reason());
    }
  }

  /// Removes all rows.
  public void clear() {
    SqlExpr there = Desk.equal(through, near, key);
    delete(
        symmetrical ? new SqlExpr.Or(List.of(there, Desk.equal(through, far, key))) : there,
        reason());
  }

  private void delete(SqlExpr where, Reason reason) {
    desk.change(alias, new Statement.Delete(Desk.table(through), where), reason);
  }

  private Reason reason() {
    return Reason.save(through.name());
  }

  private List<Portion<Object>> portions(Set<Object> keys) {
    int most = Math.max(1, (desk.mostBindings(alias) - 2) / 2);
    return Portion.of(List.copyOf(keys), most, reason());
  }
}
