package orrery.orm.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import orrery.orm.db.Reason;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Which row of the table of content types stands for which model; looked up once in each database,
/// as Django does. Thread-safe.
public final class ContentTypes {

  /// What is known of one database.
  private record Known(Map<Object, Optional<Model>> byId, Map<String, Object> byModel) {}

  private final Models models;
  private final Line line;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ContentTypes(Models models, Line line) {
    this.models = models;
    this.line = line;
  }

  /// Returns the model that the content type `id` stands for in `database`, if it stands for one.
  ///
  /// @param type the name of the model of content types
  public Optional<Model> model(String type, Object id, String database) {
    Known here = in(database);
    Optional<Model> model = here.byId().get(id);
    if (model == null) {
      model =
          find(type, List.of(lookup("pk", id)), database)
              .flatMap(row -> modelOf(text(row, "app_label"), text(row, "model")));
      here.byId().put(id, model);
      model.ifPresent(found -> here.byModel().put(found.name(), id));
    }
    return model;
  }

  /// Returns the key of the content type that stands for `model` in `database`, if there is one.
  ///
  /// @param type the name of the model of content types
  public Optional<Object> id(String type, Model model, String database) {
    Known here = in(database);
    Model concrete = models.concrete(model);
    Object id = here.byModel().get(concrete.name());
    if (id == null) {
      Optional<Instance> row =
          find(
              type,
              List.of(lookup("app_label", concrete.appLabel()), lookup("model", nameOf(concrete))),
              database);
      if (row.isEmpty()) {
        row = byTable(type, concrete, database);
      }
      id = row.map(Instance::pk).orElse(null);
      if (id == null) {
        return Optional.empty();
      }
      remember(id, concrete, database);
    }
    return Optional.of(id);
  }

  /// Notes that the content type `id` stands for `model` in `database`.
  public void remember(Object id, Model model, String database) {
    in(database).byModel().put(model.name(), id);
    in(database).byId().put(id, Optional.of(model));
  }

  /// Forgets all that was looked up.
  public void clear() {
    known.clear();
  }

  private Known in(String database) {
    return known.computeIfAbsent(
        database, d -> new Known(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
  }

  private Optional<Instance> find(String type, List<Condition> conditions, String database) {
    Query query = new Query(type, List.of(new Step.Filter(conditions)));
    return line.fetch(query, Optional.empty(), database, Reason.CONTENT_TYPE).objects().stream()
        .findFirst();
  }

  /// A database that was made by Django calls its tables `app_model`, whatever its models are
  /// called here.
  private Optional<Instance> byTable(String type, Model model, String database) {
    String table = model.table();
    int end = table.indexOf('_');
    return end < 0
        ? Optional.empty()
        : find(
            type,
            List.of(
                lookup("app_label", table.substring(0, end)),
                lookup("model", table.substring(end + 1))),
            database);
  }

  private Optional<Model> modelOf(String app, String name) {
    return models.all().stream()
        .filter(m -> m.appLabel().equals(app) && nameOf(m).equals(name))
        .findFirst()
        .or(() -> models.forTable(app + "_" + name));
  }

  private static String nameOf(Model model) {
    return model.name().toLowerCase(Locale.ROOT);
  }

  private static Condition lookup(String name, Object value) {
    return new Condition.Lookup(name, new Expr.Literal(value));
  }

  private static String text(Instance row, String name) {
    return String.valueOf(row.get(name));
  }
}
