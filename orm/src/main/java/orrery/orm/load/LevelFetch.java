package orrery.orm.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;

/// Loads one relation of many objects and gives each its own: Django's `prefetch_one_level`.
final class LevelFetch {

  /// What a step led to.
  ///
  /// @param objects all related objects, in the order of the rows
  /// @param prefetches what the querysets want prefetched for them
  record Level(List<Instance> objects, List<Prefetch> prefetches) {}

  private final Session session;
  private final Tree tree;

  LevelFetch(Session session, Tree tree) {
    this.session = session;
    this.tree = tree;
  }

  Level fetch(Lookup lookup, int level, List<Instance> objects, Link link) {
    if (link.member() instanceof GenericForeignKey) {
      return new GenericFetch(session, tree).fetch(lookup, level, objects, link);
    }
    Map<Object, Instance> byKey = new LinkedHashMap<>();
    for (Instance object : objects) {
      Object key = ownKey(object, link);
      if (key != null) {
        byKey.put(key, object);
      }
    }
    Fetched found = byKey.isEmpty() ? Fetched.NOTHING : fetch(lookup, level, link, byKey);
    if (link.reverse().isPresent() && lookup.queryset(level).isPresent()) {
      // As in Django, whose rows are read, and prefetched for, before they are told where they are
      // from: a way back that a queryset asks for by itself is taken.
      Prefetcher.prefetch(session, found.objects(), found.prefetches(), found.related());
    }
    Map<Object, List<Instance>> groups = group(found, link);
    introduce(groups, byKey, link);
    hand(lookup, level, objects, link, groups);
    Tree below = tree.at(lookup.toPath(level));
    below.annotate(found.annotations());
    below.add(found.related());
    return new Level(found.objects(), found.prefetches());
  }

  private Fetched fetch(Lookup lookup, int level, Link link, Map<Object, Instance> byKey) {
    Instance first = byKey.values().iterator().next();
    String database = first.state().database();
    List<Object> contentType = List.of();
    if (link.member() instanceof GenericRelation generic) {
      String type =
          GenericTarget.typeModel(session.models(), generic.target(), generic.typeField());
      Optional<Object> id = session.contentTypes().id(type, first.model(), database);
      if (id.isEmpty()) {
        return Fetched.NOTHING;
      }
      contentType = List.of(id.get());
    }
    String target = link.target().orElseThrow();
    Query query = lookup.queryset(level).orElseGet(() -> everything(target, link));
    Parents parents = new Parents(link.member(), List.copyOf(byKey.keySet()), contentType);
    String path = String.join(Lookup.SEPARATOR, lookup.toPath(level));
    return session.line().fetch(query, Optional.of(parents), database, Reason.prefetch(path));
  }

  /// Returns the query for all objects of `target`: that of its default manager where there may be
  /// many, of its base manager where there is one.
  private Query everything(String target, Link link) {
    return link.isToMany()
        ? new Query(target, session.behaviour(session.models().get(target)).defaultManager())
        : new Query(target);
  }

  /// Returns what an object's related ones will say they belong to.
  private static @Nullable Object ownKey(Instance object, Link link) {
    Object key = link.key(object);
    return key != null && link.member() instanceof GenericRelation ? key.toString() : key;
  }

  private static Map<Object, List<Instance>> group(Fetched found, Link link) {
    boolean asText = link.member() instanceof GenericRelation;
    Map<Object, List<Instance>> groups = new HashMap<>();
    for (int i = 0; i < found.objects().size(); i++) {
      Object key = found.keys().get(i);
      if (key != null) {
        groups
            .computeIfAbsent(asText ? key.toString() : key, k -> new ArrayList<>(2))
            .add(found.objects().get(i));
      }
    }
    return groups;
  }

  /// Has related objects know the object they were found from, so that going back sends nothing.
  private static void introduce(
      Map<Object, List<Instance>> groups, Map<Object, Instance> byKey, Link link) {
    if (link.reverse().isEmpty()) {
      return;
    }
    String name = link.reverse().get();
    // Nearly always all of them have one layout, and so one link back.
    Layout layout = null;
    Link back = null;
    for (Map.Entry<Object, List<Instance>> group : groups.entrySet()) {
      Instance from = byKey.get(group.getKey());
      if (from == null) {
        continue;
      }
      for (Instance each : group.getValue()) {
        if (each.layout() != layout) {
          layout = each.layout();
          back = layout.link(name);
        }
        if (back != null && each.cached(back) == null) {
          each.cache(back, from);
        }
      }
    }
  }

  private void hand(
      Lookup lookup,
      int level,
      List<Instance> objects,
      Link link,
      Map<Object, List<Instance>> groups) {
    Optional<String> toAttr = lookup.toAttr(level);
    Optional<Query> queryset = lookup.queryset(level);
    Prefetched none = new Prefetched(List.of(), queryset);
    boolean isAsked = link.isToMany() && queryset.isPresent() && toAttr.isEmpty();
    for (Instance object : objects) {
      Object key = ownKey(object, link);
      List<Instance> related = key == null ? null : groups.get(key);
      Prefetched found = related == null ? none : new Prefetched(related, queryset);
      if (isAsked && !session.managers().takesQueryset(object, link.member())) {
        found = new Prefetched(found.objects(), Optional.empty());
      }
      if (link.isToMany()) {
        give(object, link, toAttr, toAttr.isPresent() ? found.objects() : found);
      } else {
        Instance one = found.objects().isEmpty() ? null : found.objects().getFirst();
        give(object, link, toAttr, one == null && toAttr.isEmpty() ? Gap.NOTHING : one);
      }
    }
  }

  /// Gives an object what was found for it, under the `to_attr` or as the relation's own.
  static void give(Instance object, Link link, Optional<String> toAttr, @Nullable Object found) {
    if (toAttr.isPresent()) {
      object.attr(toAttr.get(), found);
    } else {
      object.cache(object.layout().linkOf(link), found);
    }
  }
}
