package orrery.orm.save;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.error.IntegrityError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;
import orrery.orm.sql.SqlExpr;

/// All that a deletion touches, found before anything is sent: Django's `Collector`. Used by one
/// thread, once.
final class Dependents {

  /// Rows that nothing depends on, deleted by a condition without being loaded.
  record AtOnce(Model model, SqlExpr where, Reason reason) {}

  /// Rows whose foreign key is set to null or its default.
  record Unlinking(
      Model model, Field field, @Nullable Object value, SqlExpr where, Reason reason) {}

  private final Desk desk;
  private final Models models;
  private final String alias;
  private final Map<Model, Map<Object, Instance>> objects = new LinkedHashMap<>();
  private final Map<Model, Set<Model>> after = new LinkedHashMap<>();
  private final List<AtOnce> atOnce = new ArrayList<>();
  private final List<Unlinking> unlinkings = new ArrayList<>();
  private final Map<String, List<Instance>> restricted = new LinkedHashMap<>();

  Dependents(Desk desk, String alias) {
    this.desk = desk;
    this.models = desk.session().models();
    this.alias = alias;
  }

  List<AtOnce> atOnce() {
    return atOnce;
  }

  List<Unlinking> unlinkings() {
    return unlinkings;
  }

  /// Says whether there is one object, and nothing that goes or changes with it.
  boolean isAlone() {
    return atOnce.isEmpty()
        && unlinkings.isEmpty()
        && objects.size() == 1
        && objects.values().iterator().next().size() == 1;
  }

  void goAtOnce(Model model, SqlExpr where) {
    atOnce.add(new AtOnce(model, where, Reason.delete(model.name())));
  }

  /// Collects `some` of `model` and what depends on them.
  ///
  /// @throws IntegrityError where a protected object points to one of them
  void collect(List<Instance> some, Model model) {
    collect(some, model, Optional.empty(), true);
    restricted.forEach((relation, pointing) -> {
      if (pointing.stream().anyMatch(object -> !isCollected(object))) {
        throw kept("restricted", model, relation);
      }
    });
  }

  private boolean isCollected(Instance object) {
    Model model = models.concrete(object.model());
    Object key = key(desk, model, object);
    return key != null && objects.getOrDefault(model, Map.of()).containsKey(key);
  }

  private void collect(
      List<Instance> some, Model model, Optional<Model> source, boolean withRelated) {
    List<Instance> added = add(some, model);
    source.ifPresent(from -> after.computeIfAbsent(from, m -> new LinkedHashSet<>()).add(model));
    if (added.isEmpty()) {
      return;
    }
    models
        .parents(model)
        .forEach((parent, link) -> {
          Model above = models.concrete(parent);
          after.computeIfAbsent(above, m -> new LinkedHashSet<>()).add(model);
          collect(added, above, Optional.empty(), false);
        });
    for (Field field : pointingTo(model)) {
      if (withRelated || !isChildOfAny(field, added)) {
        pointing(field, added, model);
      }
    }
    for (GenericRelation relation : genericRelations(model)) {
      collect(generic(relation, added), models.get(relation.target()), Optional.of(model), true);
    }
  }

  // The child that a parent's row is deleted for is on the list already.
  private boolean isChildOfAny(Field field, List<Instance> added) {
    return field.reference().map(Reference::parentLink).orElse(false)
        && added.stream()
            .anyMatch(object -> models.concrete(object.model()).name().equals(field.model()));
  }

  private List<Instance> add(List<Instance> some, Model model) {
    Map<Object, Instance> known = objects.computeIfAbsent(model, m -> new LinkedHashMap<>());
    List<Instance> added = new ArrayList<>();
    for (Instance object : some) {
      Object key = key(desk, model, object);
      if (key != null && known.putIfAbsent(key, object) == null) {
        added.add(object);
      }
    }
    if (known.isEmpty()) {
      objects.remove(model);
    }
    return added;
  }

  /// Returns the key that `object` has in the table of `model`, its own or a parent's.
  static @Nullable Object key(Desk desk, Model model, Instance object) {
    List<Field> fields = desk.session().models().primaryKey(model);
    if (fields.size() == 1) {
      return object.value(fields.getFirst());
    }
    List<Object> parts = new ArrayList<>();
    for (Field field : fields) {
      Object part = object.value(field);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  /// Returns the foreign keys that point to `model`, hidden ones included.
  private List<Field> pointingTo(Model model) {
    List<Field> fields = new ArrayList<>();
    for (Model other : models.all()) {
      for (Field field : other.localFields()) {
        if (field
            .reference()
            .filter(to -> models.concrete(models.get(to.target())).equals(model))
            .isPresent()) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private List<GenericRelation> genericRelations(Model model) {
    return models.members(model).all().stream()
        .filter(GenericRelation.class::isInstance)
        .map(GenericRelation.class::cast)
        .toList();
  }

  /// Says whether rows of `model` can be deleted without being loaded: nothing depends on them.
  boolean canGoAtOnce(Model model, Optional<Field> from) {
    boolean parents =
        models.parents(model).values().stream()
            .allMatch(link -> from.filter(link::equals).isPresent());
    return parents
        && genericRelations(model).isEmpty()
        && pointingTo(model).stream()
            .allMatch(field -> isLeftToDatabase(field.reference().orElseThrow().onDelete()));
  }

  private static boolean isLeftToDatabase(OnDelete onDelete) {
    return switch (onDelete) {
      case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> true;
      case CASCADE, PROTECT, RESTRICT, SET_NULL, SET_DEFAULT -> false;
    };
  }

  private void pointing(Field field, List<Instance> added, Model model) {
    Reference to = field.reference().orElseThrow();
    Model owner = models.get(field.model());
    List<Object> keys = keys(added, to);
    if (keys.isEmpty() || isLeftToDatabase(to.onDelete())) {
      return;
    }
    switch (to.onDelete()) {
      case CASCADE -> {
        if (canGoAtOnce(owner, Optional.of(field))) {
          for (Portion<Object> part : portions(keys, owner)) {
            SqlExpr where = Desk.in(owner, field, part.items());
            atOnce.add(new AtOnce(owner, where, part.reason()));
          }
        } else {
          collect(related(field, to, keys, model), owner, Optional.of(model), true);
        }
      }
      case SET_NULL -> unlink(owner, field, null, keys);
      case SET_DEFAULT ->
          unlink(owner, field, field.defaultValue().map(d -> (Object) d.get()).orElse(null), keys);
      case PROTECT -> {
        if (!related(field, to, keys, model).isEmpty()) {
          throw kept("protected", model, owner.name() + "." + field.name());
        }
      }
      case RESTRICT ->
          restricted
              .computeIfAbsent(owner.name() + "." + field.name(), r -> new ArrayList<>())
              .addAll(related(field, to, keys, model));
      case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> {}
    }
  }

  private void unlink(Model owner, Field field, @Nullable Object value, List<Object> keys) {
    for (Portion<Object> part : portions(keys, owner)) {
      SqlExpr where = Desk.in(owner, field, part.items());
      unlinkings.add(new Unlinking(owner, field, value, where, part.reason()));
    }
  }

  /// Divides keys so that a statement can take them.
  private List<Portion<Object>> portions(List<Object> keys, Model owner) {
    int most = Math.max(1, desk.mostBindings(alias) - 1);
    return Portion.of(keys, most, Reason.delete(owner.name()));
  }

  private static List<Object> keys(List<Instance> added, Reference to) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Instance object : added) {
      Object key = object.value(object.layout().field(to.toField()));
      if (key != null) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  private List<Instance> related(Field field, Reference to, List<Object> keys, Model model) {
    Parents parents = new Parents(new ReverseForeignKey(model.name(), field, to), keys);
    return fetch(field.model(), parents);
  }

  private List<Instance> generic(GenericRelation relation, List<Instance> added) {
    Field type =
        (Field)
            models
                .members(models.get(relation.target()))
                .lookup(relation.typeField())
                .orElseThrow();
    String contentType = type.reference().map(Reference::target).orElse("ContentType");
    Optional<Object> id =
        desk.session().contentTypes().id(contentType, added.getFirst().model(), alias);
    List<Object> keys = new ArrayList<>();
    added.forEach(object -> Optional.ofNullable(object.pk()).ifPresent(keys::add));
    return id.isEmpty() || keys.isEmpty()
        ? List.of()
        : fetch(relation.target(), new Parents(relation, keys, List.of(id.get())));
  }

  private List<Instance> fetch(String model, Parents parents) {
    return desk.session()
        .line()
        .fetch(new Query(model), Optional.of(parents), alias, Reason.delete(model))
        .objects();
  }

  private static IntegrityError kept(String how, Model model, String relation) {
    return new IntegrityError(
        "Cannot delete some instances of model '%s' because they are referenced through %s foreign keys: '%s'."
            .formatted(model.name(), how, relation));
  }

  /// Returns the objects by model, those that depend on others first.
  Map<Model, List<Instance>> inOrder() {
    Map<Model, List<Instance>> ordered = new LinkedHashMap<>();
    Deque<Model> left = new ArrayDeque<>(objects.keySet());
    int stuck = 0;
    while (!left.isEmpty()) {
      Model model = left.removeFirst();
      Set<Model> first = new LinkedHashSet<>(after.getOrDefault(model, Set.of()));
      first.retainAll(left);
      if (first.isEmpty() || stuck > left.size()) {
        ordered.put(model, List.copyOf(objects.getOrDefault(model, Map.of()).values()));
        stuck = 0;
      } else {
        left.addLast(model);
        stuck++;
      }
    }
    return ordered;
  }
}
