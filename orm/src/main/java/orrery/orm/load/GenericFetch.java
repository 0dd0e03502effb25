package orrery.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;

/// Loads the targets of a generic foreign key of many objects: one statement for each model they
/// are of.
final class GenericFetch {

  private final Session session;
  private final Tree tree;

  GenericFetch(Session session, Tree tree) {
    this.session = session;
    this.tree = tree;
  }

  LevelFetch.Level fetch(Lookup lookup, int level, List<Instance> objects, Link link) {
    Map<Object, Set<Object>> keysByType = new LinkedHashMap<>();
    for (Instance object : objects) {
      Object type = object.value(link.slot(0));
      Object key = object.value(link.slot(1));
      if (type != null && key != null) {
        keysByType.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(key);
      }
    }
    Map<Object, Map<String, Instance>> found = new HashMap<>();
    List<Instance> all = new ArrayList<>();
    List<Prefetch> prefetches = new ArrayList<>();
    Tree below = tree.at(lookup.toPath(level));
    keysByType.forEach((type, keys) -> {
      Fetched fetched = fetch(lookup, level, objects.getFirst(), link, type, keys);
      Map<String, Instance> byKey = new HashMap<>();
      fetched.objects().forEach(target -> byKey.put(String.valueOf(target.pk()), target));
      found.put(type, byKey);
      all.addAll(fetched.objects());
      prefetches.addAll(fetched.prefetches());
      below.annotate(fetched.annotations());
      below.add(fetched.related());
    });
    Optional<String> toAttr = lookup.toAttr(level);
    for (Instance object : objects) {
      Instance target = target(object, link, found);
      LevelFetch.give(
          object, link, toAttr, target == null && toAttr.isEmpty() ? Gap.NOTHING : target);
    }
    return new LevelFetch.Level(all, prefetches);
  }

  private static @Nullable Instance target(
      Instance object, Link link, Map<Object, Map<String, Instance>> found) {
    Object type = object.value(link.slot(0));
    Object key = object.value(link.slot(1));
    return type == null || key == null
        ? null
        : found.getOrDefault(type, Map.of()).get(String.valueOf(key));
  }

  private Fetched fetch(
      Lookup lookup, int level, Instance first, Link link, Object type, Set<Object> keys) {
    Optional<Model> model = GenericTarget.model(first, link, type);
    if (model.isEmpty()) {
      return Fetched.NOTHING;
    }
    Query query =
        lookup.perType(level).stream()
            .filter(q -> q.model().equals(model.get().name()))
            .findFirst()
            .or(() -> lookup.queryset(level))
            .orElseGet(() -> new Query(model.get().name()));
    List<Object> fitting = fitting(keys, session.models().primaryKey(model.get()));
    if (fitting.isEmpty()) {
      return Fetched.NOTHING;
    }
    Parents parents = new Parents(link.member(), fitting, List.of(type));
    String path = String.join(Lookup.SEPARATOR, lookup.toPath(level));
    return session
        .line()
        .fetch(query, Optional.of(parents), first.state().database(), Reason.prefetch(path));
  }

  /// The keys as values of the target's key; those that cannot be one point to nothing.
  private static List<Object> fitting(Set<Object> keys, List<Field> primaryKey) {
    List<Object> fitting = new ArrayList<>();
    for (Object key : keys) {
      Object value = primaryKey.size() == 1 ? Coercion.key(key, primaryKey.getFirst().type()) : key;
      if (value != null) {
        fitting.add(value);
      }
    }
    return fitting;
  }
}
