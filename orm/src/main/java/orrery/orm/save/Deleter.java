package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import orrery.orm.db.Reason;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;

/// Deletes objects with all that depends on them, as their foreign keys' `on_delete` says: Django's
/// `delete()`.
public final class Deleter {

  /// How many rows are deleted by one statement, as in Django.
  private static final int BATCH = 100;

  private final Desk desk;

  /// Makes one.
  public Deleter(Desk desk) {
    this.desk = desk;
  }

  /// Deletes the row of `object`, whose primary key is then null.
  ///
  /// @throws ValueError where it has no primary key
  /// @throws orrery.orm.error.IntegrityError where a protected object points to it
  public Deletion delete(Instance object, Optional<String> database) {
    if (object.pk() == null) {
      throw new ValueError(
          "%s object can't be deleted because its %s attribute is set to None."
              .formatted(object.model().name(), keyName(object.model())));
    }
    Model model = writable(object.model());
    String alias = desk.database(database.orElse(object.state().database())).alias();
    Dependents dependents = new Dependents(desk, alias);
    dependents.collect(List.of(object), model);
    if (dependents.isAlone() && dependents.canGoAtOnce(model, Optional.empty())) {
      return desk.<Deletion, RuntimeException>markForRollbackOnError(
          alias,
          () -> {
            Map<String, Long> counts = new TreeMap<>();
            Reason reason = Reason.delete(model.name());
            delete(model, new Portion<>(List.of(object), reason), alias, counts);
            forget(object);
            return deletion(counts);
          });
    }
    return carryOut(dependents, alias);
  }

  private String keyName(Model model) {
    List<Field> key = desk.session().models().primaryKey(model);
    return key.size() == 1 ? key.getFirst().attname() : "pk";
  }

  private Model writable(Model model) {
    if (model.isReadOnly()) {
      throw new NotSupportedError(model.name() + " is a view, whose rows cannot be written.");
    }
    return desk.session().models().concrete(model);
  }

  /// Deletes the rows of `query`.
  ///
  /// @param at the alias of the database to change, where the query names none
  /// @throws TypeError where the query is sliced, distinct by fields, or gives values
  public Deletion delete(Query query, String at) {
    Updates.refuse(query, "delete");
    if (query.steps().stream()
        .anyMatch(step -> step instanceof Step.Values || step instanceof Step.ValuesList)) {
      throw new TypeError("Cannot call delete() after .values() or .values_list()");
    }
    Model model = writable(desk.session().models().get(query.model()));
    Updates.Rows rows = new Updates(desk).rows(query, at);
    if (rows.plan().empty()) {
      return new Deletion(0, Map.of());
    }
    Dependents dependents = new Dependents(desk, rows.alias());
    if (dependents.canGoAtOnce(model, Optional.empty())) {
      dependents.goAtOnce(model, rows.where());
    } else {
      dependents.collect(objects(query, rows.alias()), model);
    }
    return carryOut(dependents, rows.alias());
  }

  private List<Instance> objects(Query query, String alias) {
    List<Step> steps = new ArrayList<>();
    for (Step step : query.steps()) {
      if (!(step instanceof Step.PrefetchRelated || step instanceof Step.SelectRelated)) {
        steps.add(step);
      }
    }
    steps.add(new Step.OrderBy(List.of()));
    return desk.session()
        .line()
        .fetch(
            new Query(query.model(), steps), Optional.empty(), alias, Reason.delete(query.model()))
        .objects();
  }

  private Deletion carryOut(Dependents dependents, String alias) {
    return desk.<Deletion, RuntimeException>atomic(alias, () -> deletion(send(dependents, alias)));
  }

  private Map<String, Long> send(Dependents dependents, String alias) {
    Map<String, Long> counts = new TreeMap<>();
    for (Dependents.AtOnce each : dependents.atOnce()) {
      Statement delete = new Statement.Delete(Desk.table(each.model()), each.where());
      count(counts, each.model(), desk.change(alias, delete, each.reason()));
    }
    for (Dependents.Unlinking each : dependents.unlinkings()) {
      Statement update =
          new Statement.Update(
              Desk.table(each.model()),
              List.of(
                  new Statement.Assignment(
                      each.field().column(),
                      each.field().type(),
                      Desk.param(each.field(), each.value()))),
              each.where(),
              List.of());
      desk.change(alias, update, each.reason());
    }
    dependents
        .inOrder()
        .forEach((model, objects) -> {
          int width = Math.max(1, desk.session().models().primaryKey(model).size());
          int size = Math.clamp(desk.mostBindings(alias) / width, 1, BATCH);
          for (Portion<Instance> part : Portion.of(objects, size, Reason.delete(model.name()))) {
            delete(model, part, alias, counts);
          }
        });
    dependents.inOrder().values().forEach(objects -> objects.forEach(this::forget));
    return counts;
  }

  private void delete(
      Model model, Portion<Instance> portion, String alias, Map<String, Long> counts) {
    List<Object> keys = new ArrayList<>();
    for (Instance object : portion.items()) {
      keys.add(Objects.requireNonNull(Dependents.key(desk, model, object)));
    }
    SqlExpr where = desk.hasKeyAmong(model, keys);
    Statement delete = new Statement.Delete(Desk.table(model), where);
    count(counts, model, desk.change(alias, delete, portion.reason()));
  }

  private static void count(Map<String, Long> counts, Model model, long rows) {
    if (rows > 0) {
      counts.merge(model.appLabel() + "." + model.name(), rows, Long::sum);
    }
  }

  private void forget(Instance object) {
    desk.session().models().primaryKey(object.model()).forEach(field -> object.tell(field, null));
  }

  private static Deletion deletion(Map<String, Long> counts) {
    return new Deletion(counts.values().stream().mapToLong(Long::longValue).sum(), counts);
  }
}
