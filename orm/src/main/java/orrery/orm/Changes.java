package orrery.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.error.FieldError;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.load.SaveOptions;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.save.BulkCreate;
import orrery.orm.save.BulkUpdate;
import orrery.orm.save.Deleter;
import orrery.orm.save.Desk;
import orrery.orm.save.Updates;

/// What a queryset does to rows. Django's rules, for an object of the queryset's class.
///
/// @param <R> what a row becomes
public final class Changes<R extends @Nullable Object> {

  private final QuerySet<R> rows;
  private final Orm orm;
  private final Model model;
  private final Map<String, @Nullable Object> given;
  private final Consumer<Instance> created;

  Changes(QuerySet<R> rows, Orm orm) {
    this(rows, orm, Map.of(), object -> {});
  }

  /// Makes it for the rows of a relation.
  ///
  /// @param given what new objects are given besides
  /// @param created what is done with them
  Changes(
      QuerySet<R> rows, Orm orm, Map<String, @Nullable Object> given, Consumer<Instance> created) {
    this.rows = rows;
    this.orm = orm;
    this.model = orm.models().get(rows.query().model());
    this.given = given;
    this.created = created;
  }

  private Desk desk() {
    return orm.runner().desk();
  }

  private Database database() {
    return orm.databases().get(rows.database());
  }

  R create(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.putAll(given);
    Instance made = new Instances(orm.session(), model).make(List.of(), all);
    made.save(SaveOptions.INSERT.using(rows.database()));
    created.accept(made);
    return row(made);
  }

  @SuppressWarnings("unchecked") // A model's objects are of its manager's class.
  private R row(Instance object) {
    return (R) object;
  }

  Created<R> getOrCreate(
      Map<String, ? extends @Nullable Object> defaults, Map<String, @Nullable Object> lookups) {
    @Nullable Object[] conditions = pairs(lookups);
    try {
      return new Created<>(rows.get(conditions), false);
    } catch (ObjectDoesNotExist none) {
      Map<String, @Nullable Object> values = values(defaults, lookups);
      try {
        return database().atomic(() -> new Created<>(create(resolved(values)), true));
      } catch (IntegrityError e) {
        try {
          // Another came first.
          return new Created<>(rows.get(conditions), false);
        } catch (ObjectDoesNotExist still) {
          e.addSuppressed(still);
          throw e;
        }
      }
    }
  }

  Created<R> updateOrCreate(
      Map<String, ? extends @Nullable Object> defaults,
      Map<String, ? extends @Nullable Object> createDefaults,
      Map<String, @Nullable Object> lookups) {
    return database()
        .atomic(() -> {
          Changes<R> locking = new Changes<>(rows.selectForUpdate(), orm, given, created);
          Created<R> found = locking.getOrCreate(createDefaults, lookups);
          if (!found.created() && found.object() instanceof Instance object) {
            Map<String, @Nullable Object> values = resolved(defaults);
            values.forEach(object::set);
            save(object, values.keySet());
          }
          return found;
        });
  }

  private void save(Instance object, Set<String> names) {
    List<String> fields = new ArrayList<>();
    for (Field field : orm.models().members(model).fields()) {
      if (!field.isPrimaryKey()) {
        fields.add(field.name());
        fields.add(field.attname());
      }
    }
    SaveOptions all = SaveOptions.USUAL.using(rows.database());
    object.save(
        fields.containsAll(names)
            ? SaveOptions.fields(List.copyOf(names)).using(rows.database())
            : all);
  }

  private Map<String, @Nullable Object> values(
      Map<String, ? extends @Nullable Object> defaults, Map<String, @Nullable Object> lookups) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    lookups.forEach((name, value) -> {
      if (!name.contains("__")) {
        values.put(name, value);
      }
    });
    values.putAll(defaults);
    Instances instances = new Instances(orm.session(), model);
    Set<String> wrong = new TreeSet<>();
    values.keySet().stream().filter(name -> !instances.isSettable(name)).forEach(wrong::add);
    if (!wrong.isEmpty()) {
      throw new FieldError(
          "Invalid field name(s) for model %s: '%s'."
              .formatted(model.name(), String.join("', '", wrong)));
    }
    return values;
  }

  private static Map<String, @Nullable Object> resolved(
      Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> resolved.put(name, value instanceof Supplier<?> s ? s.get() : value));
    return resolved;
  }

  private static @Nullable Object[] pairs(Map<String, @Nullable Object> named) {
    List<@Nullable Object> pairs = new ArrayList<>();
    named.forEach((name, value) -> {
      pairs.add(name);
      pairs.add(value);
    });
    return pairs.toArray();
  }

  List<R> bulkCreate(Collection<? extends R> objects, Options options) {
    how(options).create(desk(), model, instances(objects), rows.database());
    return List.copyOf(objects);
  }

  static BulkCreate how(Options options) {
    boolean ignores = options.isTrue("ignore_conflicts");
    if (options.isTrue("update_conflicts") && !ignores && size(options) >= 0) {
      if (options.texts("update_fields").isEmpty()) {
        throw new ValueError(
            "Fields that will be updated when a row insertion fails on conflicts must be"
                + " provided.");
      }
      if (options.texts("unique_fields").isEmpty()) {
        throw new ValueError("Unique fields that can trigger the upsert must be provided.");
      }
    }
    return new BulkCreate(
        size(options),
        options.isTrue("ignore_conflicts"),
        options.isTrue("update_conflicts") ? options.texts("update_fields") : List.of(),
        options.texts("unique_fields"));
  }

  int bulkUpdate(Collection<? extends R> objects, Collection<String> fields, Options options) {
    return new BulkUpdate(desk())
        .update(model, instances(objects), List.copyOf(fields), size(options), rows.database());
  }

  static int size(Options options) {
    return options.get("batch_size") instanceof Number size
        ? size.intValue() == 0 ? -1 : size.intValue()
        : 0;
  }

  private List<Instance> instances(Collection<? extends R> objects) {
    List<Instance> instances = new ArrayList<>();
    for (Object object : objects) {
      if (!(object instanceof Instance instance)) {
        throw new TypeError("Objects of " + model.name() + " are expected, not " + object + ".");
      }
      instances.add(instance);
    }
    return instances;
  }

  int update(Arguments values) {
    return new Updates(desk()).update(rows.query(), values.pairs(rows.terms()), rows.database());
  }

  Deletion delete() {
    return new Deleter(desk()).delete(rows.query(), rows.database());
  }
}
