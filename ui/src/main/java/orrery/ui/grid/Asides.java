package orrery.ui.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.ui.Beside;
import orrery.ui.task.Tasks;

/// The columns of a sheet whose cells are asked for aside: for each block that has arrived one
/// question a column, one at a time, the block that came last first. What was answered is
/// remembered up to a limit. Belongs to the window's thread.
final class Asides {
  private static final int REMEMBERED = 20_000;

  /// A block that waits for the cells of a column.
  private record Waiting(Aside aside, RowBlocks.Range at) {}

  private final Beside beside;
  private final OpenDatabase database;
  private final RowBlocks blocks;
  private final int own;
  private final Consumer<RowBlocks.Range> changed;
  private final Consumer<Throwable> failed;
  private final Map<Aside, Map<Object, Aside.Found>> known = new LinkedHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Tasks.@Nullable Running running;

  /// Makes it.
  ///
  /// @param own how many columns the rows have of their own
  /// @param changed hears which rows have got cells
  Asides(
      Beside beside,
      OpenDatabase database,
      RowBlocks blocks,
      int own,
      Consumer<RowBlocks.Range> changed,
      Consumer<Throwable> failed) {
    this.beside = beside;
    this.database = database;
    this.blocks = blocks;
    this.own = own;
    this.changed = changed;
    this.failed = failed;
  }

  /// Has these columns from now on; what is known of those that stay is kept.
  void set(List<Aside> asides) {
    Map<Aside, Map<Object, Aside.Found>> before = new LinkedHashMap<>(known);
    known.clear();
    asides.forEach(aside -> known.put(aside, before.getOrDefault(aside, remembered())));
    waiting.clear();
    for (RowBlocks.Range at : blocks.ranges()) {
      blocks.change(at.from(), at.to(), this::put);
      changed.accept(at);
      ask(at);
    }
  }

  private static Map<Object, Aside.Found> remembered() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Object, Aside.Found> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /// Gives rows that have arrived the cells that are known, and asks for the others.
  void arrived(RowBlocks.Range at) {
    if (!known.isEmpty()) {
      blocks.change(at.from(), at.to(), this::put);
      ask(at);
    }
  }

  private void ask(RowBlocks.Range at) {
    for (Aside aside : known.keySet()) {
      if (!missing(aside, at).isEmpty()) {
        waiting.addFirst(new Waiting(aside, at));
      }
    }
    next();
  }

  /// Forgets what was answered; what is shown stays until it is asked for again.
  void forget() {
    known.values().forEach(Map::clear);
  }

  /// Asks no more.
  void close() {
    waiting.clear();
    known.clear();
    if (running != null) {
      running.cancel();
      running = null;
    }
  }

  private void next() {
    while (running == null && !waiting.isEmpty()) {
      Waiting first = waiting.removeFirst();
      List<Object> keys = missing(first.aside(), first.at());
      if (!keys.isEmpty()) {
        ask(first, keys);
      }
    }
  }

  private void ask(Waiting it, List<Object> keys) {
    Tasks.Running started =
        beside.ask(
            it.aside().words(),
            () -> it.aside().ask(database, keys),
            found -> {
              running = null;
              Map<Object, Aside.Found> all = known.get(it.aside());
              if (all != null) {
                all.putAll(found);
                blocks.change(it.at().from(), it.at().to(), this::put);
                changed.accept(it.at());
                next();
              }
            },
            error -> {
              // The keys stay as they are; the next block asks again.
              running = null;
              failed.accept(error);
            });
    // On one thread it may be over already.
    if (started.isRunning()) {
      running = started;
    }
  }

  private List<Object> missing(Aside aside, RowBlocks.Range at) {
    Map<Object, Aside.Found> all = known.get(aside);
    if (all == null) {
      return List.of();
    }
    Set<Object> keys = new LinkedHashSet<>();
    for (int i = at.from(); i < at.to(); i++) {
      Object key = aside.key(blocks.peek(i));
      if (key != null && !all.containsKey(key)) {
        keys.add(key);
      }
    }
    return new ArrayList<>(keys);
  }

  private Row put(Row row) {
    Row next = row.first(own);
    for (Map.Entry<Aside, Map<Object, Aside.Found>> entry : known.entrySet()) {
      Object key = entry.getKey().key(row);
      next = entry.getKey().put(next, key == null ? null : entry.getValue().get(key));
    }
    return next;
  }
}
