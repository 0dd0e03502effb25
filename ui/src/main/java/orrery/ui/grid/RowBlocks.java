package orrery.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orrery.ui.task.Tasks;

/// The rows of a result as far as they were fetched, in blocks: a row that is asked for and not
/// there has its block fetched in the background, one block at a time.
///
/// Only what was asked for last is fetched: while one scrolls fast, a block that was passed before
/// its turn is dropped, and one that is under way for nothing is stopped. The blocks that were used
/// last are kept. Belongs to the window's thread.
final class RowBlocks {

  /// Fetches rows.
  @FunctionalInterface
  interface Source {
    /// Starts to fetch the rows from `offset` on, at most `limit` of them.
    Tasks.Running fetch(
        int offset, int limit, Consumer<List<Row>> done, Consumer<Throwable> failed);
  }

  /// Hears what becomes of blocks.
  interface Listener {
    /// The rows from `from` to before `to` are there.
    void fetched(int from, int to);

    /// A block was shorter than expected: there are only `size` rows.
    void ended(int size);

    /// Fetching failed; the rows stay away until they are asked for again after [#retry].
    void failed(Throwable error);
  }

  private final int blockSize;
  private final int most;
  private final Source source;
  private final Tasks tasks;
  private final Listener listener;
  private final Map<Integer, List<Row>> blocks = new LinkedHashMap<>(16, 0.75f, true);
  private Set<Integer> touched = new LinkedHashSet<>();
  private final Set<Integer> failed = new LinkedHashSet<>();
  private final Set<Integer> stale = new LinkedHashSet<>();
  private List<Integer> queue = List.of();
  private Tasks.@Nullable Running running;
  private int runningBlock = -1;
  private boolean isScheduled;
  private boolean isClosed;

  /// Makes it with the first rows.
  ///
  /// @param blockSize how many rows a block has
  /// @param most how many blocks are kept
  RowBlocks(
      int blockSize, int most, List<Row> first, Source source, Tasks tasks, Listener listener) {
    this.blockSize = blockSize;
    this.most = most;
    this.source = source;
    this.tasks = tasks;
    this.listener = listener;
    for (int at = 0; at < first.size(); at += blockSize) {
      List<Row> block = first.subList(at, Math.min(at + blockSize, first.size()));
      blocks.put(at / blockSize, List.copyOf(block));
    }
  }

  /// Returns a row, or [Row#PENDING] while it is on its way.
  Row get(int index) {
    int block = index / blockSize;
    List<Row> rows = blocks.get(block);
    if (rows == null || stale.contains(block)) {
      want(block);
    }
    int at = index % blockSize;
    return rows != null && at < rows.size() ? rows.get(at) : Row.PENDING;
  }

  private void want(int block) {
    if (!isClosed && !failed.contains(block) && touched.add(block) && !isScheduled) {
      isScheduled = true;
      tasks.later(this::look);
    }
  }

  /// Returns a row if it is there; asking does not fetch.
  Row peek(int index) {
    List<Row> rows = blocks.get(index / blockSize);
    int at = index % blockSize;
    return rows == null || at >= rows.size() ? Row.PENDING : rows.get(at);
  }

  /// Changes the rows from `from` to before `to` that are there.
  void change(int from, int to, UnaryOperator<Row> change) {
    for (Map.Entry<Integer, List<Row>> entry : blocks.entrySet()) {
      int start = entry.getKey() * blockSize;
      List<Row> rows = entry.getValue();
      if (start < to && start + rows.size() > from) {
        List<Row> next = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
          boolean isIn = start + i >= from && start + i < to;
          next.add(isIn ? change.apply(rows.get(i)) : rows.get(i));
        }
        entry.setValue(next);
      }
    }
  }

  /// Returns where the rows that are there begin and end, block by block.
  List<Range> ranges() {
    return blocks.entrySet().stream()
        .map(e -> new Range(e.getKey() * blockSize, e.getKey() * blockSize + e.getValue().size()))
        .toList();
  }

  /// Rows that lie together.
  ///
  /// @param from the first, from 0
  /// @param to the one behind the last
  record Range(int from, int to) {}

  /// Returns how many rows are there.
  int fetched() {
    return blocks.values().stream().mapToInt(List::size).sum();
  }

  /// Has all rows fetched again when they are looked at; until then they stay as they were.
  void stale() {
    stale.addAll(blocks.keySet());
  }

  /// Lets what failed be tried again.
  void retry() {
    failed.clear();
  }

  /// Ends fetching; what is under way is stopped.
  void close() {
    isClosed = true;
    stop();
  }

  /// Turns to what was asked for since the last look.
  private void look() {
    isScheduled = false;
    List<Integer> wanted = new ArrayList<>(touched);
    touched = new LinkedHashSet<>();
    wanted.removeIf(this::isFresh);
    if (isClosed || wanted.isEmpty()) {
      return;
    }
    queue = wanted;
    if (running != null && !queue.contains(runningBlock)) {
      stop();
    }
    next();
  }

  private boolean isFresh(int block) {
    return blocks.containsKey(block) && !stale.contains(block);
  }

  private void next() {
    if (running != null) {
      return;
    }
    List<Integer> rest = new ArrayList<>(queue);
    while (!rest.isEmpty()) {
      int block = rest.removeFirst();
      queue = List.copyOf(rest);
      if (!isFresh(block) && !failed.contains(block)) {
        start(block);
        return;
      }
    }
  }

  private void start(int block) {
    runningBlock = block;
    Tasks.Running started =
        source.fetch(
            block * blockSize,
            blockSize,
            rows -> arrived(block, rows),
            error -> lost(block, error));
    // On one thread it may be over already.
    if (runningBlock == block && started.isRunning()) {
      running = started;
    }
  }

  private void arrived(int block, List<Row> rows) {
    running = null;
    runningBlock = -1;
    if (isClosed) {
      return;
    }
    blocks.put(block, List.copyOf(rows));
    stale.remove(block);
    while (blocks.size() > most) {
      blocks.remove(blocks.keySet().iterator().next());
    }
    int from = block * blockSize;
    if (rows.size() < blockSize) {
      listener.ended(from + rows.size());
    }
    if (!rows.isEmpty()) {
      listener.fetched(from, from + rows.size());
    }
    next();
  }

  private void lost(int block, Throwable error) {
    running = null;
    runningBlock = -1;
    failed.add(block);
    listener.failed(error);
    next();
  }

  private void stop() {
    if (running != null) {
      running.cancel();
      running = null;
      runningBlock = -1;
    }
  }
}
