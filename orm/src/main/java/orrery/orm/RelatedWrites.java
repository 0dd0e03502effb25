package orrery.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Atomic;
import orrery.orm.error.AttributeError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Members;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.save.JoinRows;

/// What a related manager does to rows: join rows are added and removed, foreign keys set and taken
/// back.
final class RelatedWrites {

  private final Orm orm;
  private final Instance of;
  private final Relation relation;
  private final String at;

  RelatedWrites(Orm orm, Instance of, Relation relation, String at) {
    this.orm = orm;
    this.of = of;
    this.relation = relation;
    this.at = at;
  }

  private String raw(String model, String name) {
    Members members = orm.models().members(orm.models().get(model));
    return members.lookup(name).orElse(null) instanceof Field field ? field.attname() : name;
  }

  /// Returns what new objects are given so that they are related.
  Map<String, @Nullable Object> given() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    switch (relation.member()) {
      case ReverseForeignKey r -> given.put(r.field().name(), of);
      case ReverseForeignObject r -> given.put(r.forward().name(), of);
      case GenericRelation g -> {
        for (Condition condition : relation.conditions().orElse(List.of())) {
          if (condition instanceof Condition.Lookup(String name, Expr.Literal(Object value))) {
            given.put(raw(g.target(), name), value);
          }
        }
      }
      case ManyToMany m -> {}
      case ReverseManyToMany r -> {}
      case Field f -> {}
      case ForeignObject f -> {}
      case GenericForeignKey g -> {}
      case ReverseGeneric r -> {}
    }
    return given;
  }

  /// Relates an object that was just created.
  void created(Instance made) {
    if (isThrough()) {
      add(List.of(made), Map.of());
    }
  }

  private boolean isThrough() {
    return relation.member() instanceof ManyToMany
        || relation.member() instanceof ReverseManyToMany;
  }

  private JoinRows joinRows() {
    ManyToMany through =
        switch (relation.member()) {
          case ManyToMany m -> m;
          case ReverseManyToMany r -> r.forward();
          case Member other -> throw new AssertionError(other);
        };
    boolean backwards = relation.member() instanceof ReverseManyToMany;
    return JoinRows.of(orm.runner().desk(), through, backwards, of, at);
  }

  void add(Collection<?> objects, Map<String, ? extends @Nullable Object> throughDefaults) {
    if (isThrough()) {
      JoinRows rows = joinRows();
      atomically(() -> rows.add(keys(objects, rows), new LinkedHashMap<>(throughDefaults)));
      return;
    }
    Set<Object> keys = new LinkedHashSet<>();
    for (Object each : objects) {
      Instance object = checked(each);
      given().forEach(object::set);
      if (object.pk() == null || object.state().adding()) {
        throw new ValueError(
            object.repr() + " instance isn't saved. Use bulk=False or save the object first.");
      }
      keys.add(Objects.requireNonNull(object.pk()));
    }
    update(new Query(relation.target().name()), keys, given());
  }

  private void update(Query query, Set<Object> keys, Map<String, @Nullable Object> values) {
    if (keys.isEmpty()) {
      return;
    }
    List<@Nullable Object> pairs = new ArrayList<>();
    values.forEach((name, value) -> {
      pairs.add(name);
      pairs.add(value);
    });
    QuerySet<Instance> rows = orm.source(query, at, Instance.class).queryset();
    rows.filter("pk__in", keys).update(pairs.toArray());
  }

  void remove(Collection<?> objects) {
    if (isThrough()) {
      JoinRows rows = joinRows();
      atomically(() -> rows.remove(keys(objects, rows)));
      return;
    }
    Query related = relation.restrict(new Query(relation.target().name()));
    if (relation.member() instanceof GenericRelation) {
      orm.source(related, at, Instance.class).queryset().filter("pk__in", objects).delete();
      return;
    }
    refuseIfNeeded("remove");
    Set<Object> keys = new LinkedHashSet<>();
    for (Object each : objects) {
      Instance object = checked(each);
      given()
          .forEach((name, value) -> {
            Object theirs = object.get(name);
            if (!Objects.equals(theirs, value)) {
              throw new ObjectDoesNotExist(object.repr() + " is not related to " + of.repr() + ".");
            }
          });
      keys.add(Objects.requireNonNull(object.pk()));
    }
    update(related, keys, nothing());
  }

  void clear() {
    if (isThrough()) {
      JoinRows rows = joinRows();
      atomically(rows::clear);
      return;
    }
    Query all = relation.restrict(new Query(relation.target().name()));
    if (relation.member() instanceof GenericRelation) {
      orm.source(all, at, Instance.class).queryset().delete();
      return;
    }
    refuseIfNeeded("clear");
    List<@Nullable Object> pairs = new ArrayList<>();
    nothing()
        .forEach((name, value) -> {
          pairs.add(name);
          pairs.add(value);
        });
    orm.source(all, at, Instance.class).queryset().update(pairs.toArray());
  }

  void set(Collection<?> objects, List<? extends Instance> before) {
    atomically(() -> {
      if (isThrough()) {
        setThrough(objects);
        return;
      }
      List<Instance> gone = new ArrayList<>(before);
      List<Object> fresh = new ArrayList<>();
      for (Object object : objects) {
        if (!gone.remove(object)) {
          fresh.add(object);
        }
      }
      if (isNullable()) {
        remove(gone);
        add(fresh, Map.of());
      } else {
        add(objects, Map.of());
      }
    });
  }

  private void setThrough(Collection<?> objects) {
    JoinRows rows = joinRows();
    Query query =
        relation.restrict(new Query(relation.target().name())).with(new Step.OrderBy(List.of()));
    Set<Object> gone =
        new LinkedHashSet<>(
            orm.source(query, at, Instance.class).queryset().valuesFlat(rows.farField()).list());
    Set<Object> fresh = new LinkedHashSet<>();
    for (Object key : keys(objects, rows)) {
      if (!gone.remove(key)) {
        fresh.add(key);
      }
    }
    rows.remove(gone);
    rows.add(fresh, Map.of());
  }

  private void atomically(Runnable work) {
    orm.databases()
        .get(at)
        .<Boolean, RuntimeException>atomic(
            Atomic.WITHOUT_SAVEPOINT,
            () -> {
              work.run();
              return true;
            });
  }

  private Instance checked(Object object) {
    if (object instanceof Instance instance
        && orm.session().isKindOf(instance.model(), relation.target())) {
      return instance;
    }
    throw new TypeError(
        "'%s' instance expected, got %s"
            .formatted(relation.target().name(), object instanceof Instance i ? i.repr() : object));
  }

  private Set<Object> keys(Collection<?> objects, JoinRows rows) {
    Set<Object> keys = new LinkedHashSet<>();
    for (Object each : objects) {
      if (!(each instanceof Instance)) {
        keys.add(each instanceof Integer number ? (Object) number.longValue() : each);
        continue;
      }
      Instance object = checked(each);
      Object key = object.value(object.layout().field(rows.farField()));
      if (key == null) {
        throw new ValueError(
            "Cannot add \"%s\": the value for field \"%s\" is None"
                .formatted(object.repr(), rows.farField()));
      }
      if (!object.state().database().isEmpty()
          && !object.state().database().equals(of.state().database())) {
        throw new ValueError(
            "Cannot add \"%s\": instance is on database \"%s\", value is on database \"%s\""
                .formatted(object.repr(), of.state().database(), object.state().database()));
      }
      keys.add(key);
    }
    return keys;
  }

  private boolean isNullable() {
    return switch (relation.member()) {
      case ReverseForeignKey r -> r.field().isNullable();
      case ReverseForeignObject r -> r.forward().nullable();
      case Member other -> false;
    };
  }

  private void refuseIfNeeded(String method) {
    if (!isNullable()) {
      throw new AttributeError("'RelatedManager' object has no attribute '" + method + "'");
    }
  }

  private Map<String, @Nullable Object> nothing() {
    Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
    given().keySet().forEach(name -> nothing.put(name, null));
    return nothing;
  }
}
