package orrery.ui.grid;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Seeking;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Where the rows of a long result are: the keys of some of them, by which the database finds those
/// near them without walking over all before. Thread-safe.
final class Places {
  /// How far two places are apart that were asked for.
  static final int APART = 5_000;

  private static final int MOST_SEEN = 20_000;

  private final Seeking seeking;
  private final NavigableMap<Integer, Object> seen = new ConcurrentSkipListMap<>();
  private final NavigableMap<Integer, Object> asked = new ConcurrentSkipListMap<>();

  Places(Seeking seeking) {
    this.seeking = seeking;
  }

  /// A way to a page: the chain that fetches it, and whether its rows come from the end.
  record Way(Chain chain, boolean isBackwards) {}

  /// Remembers the key of a row that was fetched.
  void saw(int row, Object key) {
    if (seen.size() < MOST_SEEN) {
      seen.put(row, key);
    }
  }

  /// Remembers the key of a row that was asked for its place.
  void found(int row, Object key) {
    asked.put(row, key);
  }

  /// Forgets all.
  void forget() {
    seen.clear();
    asked.clear();
  }

  /// Returns the query of all keys.
  Query keys() {
    return seeking.keys();
  }

  /// Returns the shortest way to a page.
  ///
  /// @param total how many rows there are; empty where nobody knows
  Optional<Way> to(int offset, int limit, OptionalInt total) {
    Map.Entry<Integer, Object> near = later(seen.floorEntry(offset), asked.floorEntry(offset));
    int walk = near == null ? offset : offset - near.getKey();
    int back = total.isEmpty() ? Integer.MAX_VALUE : total.getAsInt() - offset - limit;
    if (total.isPresent() && back < walk) {
      int size = Math.min(limit, total.getAsInt() - offset);
      return Optional.of(new Way(slice(seeking.reversed(), Math.max(0, back), size), true));
    }
    return near == null
        ? Optional.empty()
        : Optional.of(new Way(slice(seeking.from(near.getValue()), walk, limit), false));
  }

  private static Map.@Nullable Entry<Integer, Object> later(
      Map.@Nullable Entry<Integer, Object> one, Map.@Nullable Entry<Integer, Object> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.getKey() > other.getKey() ? one : other;
  }

  private static Chain slice(Query query, int start, int limit) {
    return new Chain(query.with(new Step.Slice(start, OptionalInt.of(start + limit))));
  }
}
