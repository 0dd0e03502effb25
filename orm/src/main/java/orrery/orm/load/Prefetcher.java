package orrery.orm.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.AttributeError;
import orrery.orm.error.Nearest;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Member;
import orrery.orm.meta.Members;
import orrery.orm.query.Prefetch;

/// Loads relations of objects that are at hand, each in a statement of its own for all of them:
/// Django's `prefetch_related_objects`, with its order of work and its words.
///
/// Paths are followed in the order given. A step that was done before, or whose objects came along
/// already (`select_related`), is only walked through. What an inner queryset wants prefetched
/// joins the work under the path it was found at. Made for one piece of work, used by one thread.
public final class Prefetcher {

  private final LevelFetch levels;
  private final Deque<Lookup> work = new ArrayDeque<>();
  private final Map<List<String>, List<Instance>> done = new HashMap<>();
  private final Map<List<String>, Member> byDefaultManager = new HashMap<>();
  private final Tree tree = new Tree();

  private Prefetcher(Session session) {
    this.levels = new LevelFetch(session, tree);
  }

  /// Loads what `lookups` name for `objects`.
  ///
  /// @param fetched relations that came along with the objects
  /// @return all relations that are then at hand
  /// @throws AttributeError where a path has a name that the objects have not
  /// @throws ValueError where a path does not end in a relation, or asks twice for the same with
  ///   different querysets, or a `to_attr` has the name of a field
  public static List<Branch> prefetch(
      Session session, List<Instance> objects, List<Prefetch> lookups, List<Branch> fetched) {
    Prefetcher prefetcher = new Prefetcher(session);
    prefetcher.tree.add(fetched);
    prefetcher.work(objects, lookups);
    return prefetcher.tree.grown();
  }

  private void work(List<Instance> objects, List<Prefetch> lookups) {
    if (objects.isEmpty()) {
      return;
    }
    lookups.forEach(lookup -> work.addLast(Lookup.of(lookup, List.of())));
    while (!work.isEmpty()) {
      Lookup lookup = work.removeFirst();
      if (!done.containsKey(lookup.to())) {
        follow(lookup, objects);
      } else if (lookup.asked().queryset().isPresent() || !lookup.asked().perType().isEmpty()) {
        throw seenBefore(lookup);
      }
    }
  }

  private void follow(Lookup lookup, List<Instance> objects) {
    List<Instance> at = objects;
    for (int level = 0; level < lookup.through().size() && !at.isEmpty(); level++) {
      List<Instance> known = done.get(lookup.toPath(level));
      at = known == null ? step(lookup, level, at) : known;
    }
  }

  /// Goes one step from `objects` and returns what it leads to.
  private List<Instance> step(Lookup lookup, int level, List<Instance> objects) {
    String name = lookup.through().get(level);
    Instance first = objects.getFirst();
    Link link = first.layout().link(name);
    if (link == null) {
      checkPlain(lookup, level, first);
      return plain(objects, name);
    }
    Optional<String> toAttr = lookup.toAttr(level);
    toAttr.ifPresent(attr -> checkFree(lookup, attr, first));
    List<Instance> lacking = new ArrayList<>();
    for (Instance object : objects) {
      Link own = object.layout().link(name);
      if (own != null && own.member().equals(link.member()) && !isFetched(object, own, toAttr)) {
        lacking.add(object);
      }
    }
    if (lacking.isEmpty()) {
      tree.at(lookup.toPath(level));
    }
    return lacking.isEmpty() ? walk(objects, name, toAttr) : fetch(lookup, level, lacking, link);
  }

  private static boolean isFetched(Instance object, Link link, Optional<String> toAttr) {
    return toAttr.isPresent() ? object.hasAttr(toAttr.get()) : object.cached(link) != null;
  }

  private List<Instance> fetch(Lookup lookup, int level, List<Instance> lacking, Link link) {
    List<String> path = List.copyOf(lookup.toPath(level));
    LevelFetch.Level found = levels.fetch(lookup, level, lacking, link);
    done.put(path, found.objects());
    boolean byDefault = lookup.queryset(level).isEmpty();
    if (!byDefault || !isRound(path, link.member())) {
      List<Prefetch> more = found.prefetches();
      for (int i = more.size() - 1; i >= 0; i--) {
        work.addFirst(Lookup.of(more.get(i), path));
      }
    }
    if (byDefault) {
      byDefaultManager.put(path, link.member());
    }
    return found.objects();
  }

  /// Says whether `member` was followed further up the path: default managers that prefetch each
  /// other would go round for ever.
  private boolean isRound(List<String> path, Member member) {
    for (int end = 1; end < path.size(); end++) {
      if (member.equals(byDefaultManager.get(path.subList(0, end)))) {
        return true;
      }
    }
    return false;
  }

  /// Goes through a relation whose objects are at hand.
  private static List<Instance> walk(List<Instance> objects, String name, Optional<String> toAttr) {
    List<Instance> found = new ArrayList<>();
    for (Instance object : objects) {
      collect(toAttr.isPresent() ? object.attr(toAttr.get()) : object.related(name), found);
    }
    return found;
  }

  /// Goes through what is no relation: a `to_attr`, or a property.
  private static List<Instance> plain(List<Instance> objects, String name) {
    List<Instance> found = new ArrayList<>();
    for (Instance object : objects) {
      try {
        collect(object.get(name), found);
      } catch (ObjectDoesNotExist none) {
        // A property that reads a relation of an object that has none: nothing to go on from.
      }
    }
    return found;
  }

  private static void collect(@Nullable Object value, List<Instance> into) {
    switch (value) {
      case Instance one -> into.add(one);
      case Prefetched many -> into.addAll(many.objects());
      case List<?> list -> list.forEach(item -> collect(item, into));
      case null, default -> {}
    }
  }

  private static void checkPlain(Lookup lookup, int level, Instance first) {
    String name = lookup.through().get(level);
    Layout layout = first.layout();
    boolean known =
        layout.find(name) >= 0
            || name.equals("pk")
            || first.hasAttr(name)
            || layout.behaviour().properties().containsKey(name);
    if (!known) {
      AttributeError error =
          new AttributeError(
              "Cannot find '%s' on %s object, '%s' is an invalid parameter to prefetch_related()"
                  .formatted(name, first.model().name(), lookup.path()));
      error.about(lookup.asked(), lookup.offset(level));
      error.meaning(Nearest.of(name, layout.links().stream().map(Link::name).toList()));
      throw error;
    }
    if (lookup.isLast(level)) {
      ValueError error =
          new ValueError(
              "'%s' does not resolve to an item that supports prefetching - this is an invalid parameter to prefetch_related()."
                  .formatted(lookup.path()));
      error.about(lookup.asked(), lookup.offset(level));
      throw error;
    }
  }

  /// Refuses a `to_attr` that would hide a field.
  private static void checkFree(Lookup lookup, String attr, Instance first) {
    Members members = first.state().session().models().members(first.model());
    if (members.lookup(attr).isPresent() || members.attribute(attr).isPresent()) {
      ValueError error =
          new ValueError(
              "to_attr=%s conflicts with a field on the %s model."
                  .formatted(attr, first.model().name()));
      error.about(lookup.asked(), 0);
      throw error;
    }
  }

  private static ValueError seenBefore(Lookup lookup) {
    ValueError error =
        new ValueError(
            "'%s' lookup was already seen with a different queryset. You may need to adjust the ordering of your lookups."
                .formatted(String.join(Lookup.SEPARATOR, lookup.to())));
    error.about(lookup.asked(), 0);
    return error;
  }
}
