package orrery.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.db.Database;
import orrery.orm.define.Definitions;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetcher;
import orrery.orm.load.Session;
import orrery.orm.meta.Models;
import orrery.orm.query.Query;

/// Models with the databases that hold their objects: where a Java program begins. Thread-safe;
/// querysets and objects are not.
///
/// ```java
/// Orm orm = new Orm(models, Map.of(), new Databases(database));
/// for (Instance album : orm.objects("Album").filter("artist__name", "AC/DC")) { … }
/// ```
public final class Orm {

  private final Models models;
  private final Map<String, Behaviour> behaviours;
  private final Databases databases;
  private final Function<Class<? extends Instance>, String> names;
  private final Runner runner;
  private final Warnings warnings = new Warnings();

  /// Puts models and databases together.
  ///
  /// @param behaviours what code adds to a model, by the model's name
  public Orm(Models models, Map<String, Behaviour> behaviours, Databases databases) {
    this(models, behaviours, databases, Class::getSimpleName, usual -> usual);
  }

  private Orm(
      Models models,
      Map<String, Behaviour> behaviours,
      Databases databases,
      Function<Class<? extends Instance>, String> names,
      RelatedManagers related) {
    this.models = models;
    this.behaviours = behaviours;
    this.databases = databases;
    this.names = names;
    this.runner = new Runner(this, behaviours, new OwnManagers(this, related));
  }

  /// Puts models that code defines and databases together; the first database is the default.
  public static Orm of(Definitions definitions, Database first, Database... others) {
    return new Orm(definitions, new Databases(first, others));
  }

  private Orm(Definitions definitions, Databases databases) {
    this(
        definitions.models(),
        definitions.behaviours(),
        databases,
        definitions::nameOf,
        usual -> usual);
  }

  /// Returns the same models and databases, with objects whose to-many relations have managers made
  /// by `related`.
  public Orm withRelatedManagers(RelatedManagers related) {
    return new Orm(models, behaviours, databases, names, related);
  }

  /// Makes the tables of all models in every database, and records the content types where there
  /// are generic relations: Django's `migrate` for models that are new.
  ///
  /// @throws orrery.orm.error.OrmError where a database refuses, such as where a table is there
  public void createTables() {
    databases.all().forEach(database -> new NewTables(this, database).create());
  }

  /// Returns the models.
  public Models models() {
    return models;
  }

  /// Returns the databases.
  public Databases databases() {
    return databases;
  }

  /// Returns what runs chains.
  public Runner runner() {
    return runner;
  }

  /// Returns what there is to know although nothing failed.
  public Warnings warnings() {
    return warnings;
  }

  /// Loads relations of objects that are at hand, in one statement for each: Django's
  /// `prefetch_related_objects`. What is loaded already is not loaded again.
  ///
  /// @param lookups paths, and prefetches with a queryset of their own
  /// @throws orrery.orm.error.OrmError as where a queryset with `prefetch_related` is evaluated
  public void prefetchRelatedObjects(Collection<? extends Instance> objects, Object... lookups) {
    Prefetcher.prefetch(session(), List.copyOf(objects), Prefetches.lookups(lookups), List.of());
  }

  /// Returns what loaded objects belong to.
  public Session session() {
    return runner.session();
  }

  /// Returns the default manager of the model called `model`.
  ///
  /// @throws orrery.orm.error.NameError where there is no such model
  public Manager<Instance> objects(String model) {
    return objects(model, Instance.class);
  }

  /// Returns the default manager of the model whose objects are of the class `type`.
  ///
  /// @throws orrery.orm.error.OrmError where no model has that class
  public <T extends Instance> Manager<T> objects(Class<T> type) {
    return objects(names.apply(type), type);
  }

  /// Returns the default manager of the model called `model`, whose objects are of the class that
  /// its behaviour makes.
  ///
  /// @throws orrery.orm.error.NameError where there is no such model
  public <T extends Instance> Manager<T> objects(String model, Class<T> type) {
    return new Manager<>(this, models.get(model), type, "");
  }

  /// Returns the queryset of `query`.
  public QuerySet<Instance> queryset(Query query) {
    return source(query, "", Instance.class).queryset();
  }

  Terms terms(String model) {
    return Terms.of(models, models.get(model));
  }

  <T extends Instance> Source<T> source(Query query, String at, Class<T> type) {
    return new Source<>(
        this, query, at, asObjects(type), Optional.empty(), false, s -> new QuerySet<>(s));
  }

  static <T extends Instance> RowForm<T> asObjects(Class<T> type) {
    return result -> {
      if (result instanceof Result.Objects objects) {
        return objects.rows().stream().map(type::cast).toList();
      }
      throw new AssertionError("Objects were asked, and came as " + result.getClass());
    };
  }
}
