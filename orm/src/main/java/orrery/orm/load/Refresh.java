package orrery.orm.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Loads an object's fields again: Django's `refresh_from_db`, and the reading of a deferred field.
final class Refresh {

  private Refresh() {}

  /// Loads the field in `slot` and returns its value.
  static @Nullable Object deferred(Instance of, int slot) {
    Field field = of.layout().fields().get(slot);
    Instance fresh =
        load(
            of,
            Optional.of(Set.of(field.attname())),
            Optional.empty(),
            Reason.deferred(field.toString()));
    copy(of, fresh);
    return of.value(slot);
  }

  /// Loads all fields that are not deferred, and forgets all relations.
  static void all(Instance of, Optional<String> database) {
    Set<String> deferred = of.deferredFields();
    Optional<Set<String>> names = Optional.empty();
    if (!deferred.isEmpty()) {
      Set<String> loaded = new LinkedHashSet<>();
      of.layout().fields().forEach(f -> loaded.add(f.attname()));
      loaded.removeAll(deferred);
      names = Optional.of(loaded);
    }
    Instance fresh = load(of, names, database, Reason.USER);
    copy(of, fresh);
    of.layout().links().forEach(link -> of.cache(link, null));
  }

  /// Loads the fields of `names` and forgets the relations among them.
  static void some(Instance of, List<String> names, Optional<String> database) {
    Set<String> fields = new LinkedHashSet<>(names);
    for (String name : names) {
      Link link = of.layout().link(name);
      if (link != null && link.isToMany() && of.cached(link) != null) {
        of.cache(link, null);
        fields.remove(name);
      }
    }
    if (fields.isEmpty()) {
      return;
    }
    if (fields.stream().anyMatch(name -> name.contains("__"))) {
      throw new ValueError(
          "Found \"__\" in fields argument. Relations and transforms are not allowed in fields.");
    }
    Instance fresh = load(of, Optional.of(fields), database, Reason.USER);
    copy(of, fresh);
    for (Link link : of.layout().links()) {
      if (!(link.member() instanceof Field) && fields.contains(link.name())) {
        of.cache(link, null);
      }
    }
  }

  private static Instance load(
      Instance of, Optional<Set<String>> fields, Optional<String> database, Reason reason) {
    State state = of.state();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step.Filter(byKey(of)));
    fields.ifPresent(names -> steps.add(new Step.Only(names.stream().map(Name::new).toList())));
    steps.add(new Step.OrderBy(List.of()));
    steps.add(new Step.Slice(0, OptionalInt.of(Arities.MOST)));
    Query query = new Query(of.model().name(), steps);
    List<Instance> found =
        state
            .session()
            .line()
            .fetch(query, Optional.empty(), database.orElse(state.database()), reason)
            .objects();
    if (found.isEmpty()) {
      throw Arities.none(of.model().name());
    }
    return found.getFirst();
  }

  private static List<Condition> byKey(Instance of) {
    Layout layout = of.layout();
    if (layout.keySize() == 0) {
      throw new ValueError(
          of.model().name() + " has no primary key, so that its objects cannot be loaded again.");
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < layout.keySize(); i++) {
      int slot = layout.keySlot(i);
      String name = layout.fields().get(slot).attname();
      conditions.add(new Condition.Lookup(name, new Expr.Literal(of.value(slot))));
    }
    return conditions;
  }

  /// Takes over what was loaded; a foreign key that was loaded again no longer leads to the object
  /// it led to.
  private static void copy(Instance to, Instance fresh) {
    int size = to.layout().fields().size();
    for (int slot = 0; slot < size; slot++) {
      if (!fresh.isDeferred(slot)) {
        to.put(slot, fresh.value(slot));
      }
    }
    for (Link link : to.layout().links()) {
      if (link.member() instanceof Field && !fresh.isDeferred(link.slot(0))) {
        to.cache(link, null);
      }
    }
    to.state(fresh.state());
  }
}
