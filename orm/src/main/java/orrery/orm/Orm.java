package orrery.orm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.db.Database;
import orrery.orm.define.Definitions;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Instance;
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
  private final Databases databases;
  private final Function<Class<? extends Instance>, String> names;
  private final Runner runner;

  /// Puts models and databases together.
  ///
  /// @param behaviours what code adds to a model, by the model's name
  public Orm(Models models, Map<String, Behaviour> behaviours, Databases databases) {
    this(models, behaviours, databases, Class::getSimpleName);
  }

  private Orm(
      Models models,
      Map<String, Behaviour> behaviours,
      Databases databases,
      Function<Class<? extends Instance>, String> names) {
    this.models = models;
    this.databases = databases;
    this.names = names;
    this.runner =
        new Runner(this, behaviours, (of, relation) -> RelatedManager.of(this, of, relation));
  }

  /// Puts models that code defines and databases together; the first database is the default.
  public static Orm of(Definitions definitions, Database first, Database... others) {
    return new Orm(definitions, new Databases(first, others));
  }

  private Orm(Definitions definitions, Databases databases) {
    this(definitions.models(), definitions.behaviours(), databases, definitions::nameOf);
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
