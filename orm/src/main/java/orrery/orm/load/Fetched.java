package orrery.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Prefetch;

/// Objects as they come from the database, before anything is prefetched.
///
/// @param objects the objects, in the order of the rows
/// @param keys where asked for parents: of each object, which parent it belongs to; else empty
/// @param prefetches what the query wants prefetched for them
/// @param annotations the names of values that they have beside their fields
/// @param related relations that came in the same rows
public record Fetched(
    List<Instance> objects,
    List<@Nullable Object> keys,
    List<Prefetch> prefetches,
    List<String> annotations,
    List<Branch> related) {

  /// No objects.
  public static final Fetched NOTHING =
      new Fetched(List.of(), List.of(), List.of(), List.of(), List.of());

  /// Returns the objects from the one at `low` up to, but without, the one at `high`.
  public Fetched part(long low, OptionalLong high) {
    int end = (int) Math.min(objects.size(), high.orElse(objects.size()));
    int start = (int) Math.min(low, end);
    return new Fetched(objects.subList(start, end), keys, prefetches, annotations, related);
  }

  /// Returns what the statements that one was split into brought together.
  public static Fetched together(List<Fetched> parts) {
    List<Instance> objects = new ArrayList<>();
    List<@Nullable Object> keys = new ArrayList<>();
    for (Fetched part : parts) {
      objects.addAll(part.objects());
      keys.addAll(part.keys());
    }
    Fetched first = parts.getFirst();
    return new Fetched(objects, keys, first.prefetches(), first.annotations(), first.related());
  }
}
