package orrery.ui.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Entry;

/// The groups of statements and the lines that show them, kept alike. Changes of the lines are few:
/// one addition for a batch of statements, and one for each head that says something new. Belongs
/// to the window's thread.
final class LogLines {
  private final ObservableList<LogLine> lines;
  private final int capacity;
  private final Deque<LogGroup> groups = new ArrayDeque<>();
  private final Map<Long, LogGroup> byAction = new HashMap<>();
  private final Set<LogGroup> shown = new LinkedHashSet<>();
  private LogFilter filter = LogFilter.ALL;
  private @Nullable LogGroup lastShown;
  private long nextKey;
  private int kept;

  /// Makes it for an empty list.
  ///
  /// @param capacity how many statements are kept
  LogLines(ObservableList<LogLine> lines, int capacity) {
    this.lines = lines;
    this.capacity = capacity;
  }

  /// Adds statements in their order.
  void add(Collection<Entry> entries) {
    List<LogLine> tail = new ArrayList<>();
    Set<LogGroup> changed = new LinkedHashSet<>();
    for (Entry entry : entries) {
      LogGroup group = group(entry);
      LogLine.Statement statement = group.add(entry);
      kept++;
      if (!filter.takes(entry)) {
        continue;
      }
      if (shown.contains(group) && group != lastShown) {
        lines.addAll(tail);
        tail.clear();
        lines.add(end(group), statement);
      } else {
        if (shown.add(group)) {
          tail.add(group.head());
          lastShown = group;
        }
        tail.add(statement);
      }
      changed.add(group);
    }
    lines.addAll(tail);
    changed.forEach(this::retitle);
    trim();
  }

  /// Shows only what `filter` takes.
  void filter(LogFilter filter) {
    this.filter = filter;
    shown.clear();
    lastShown = null;
    List<LogLine> all = new ArrayList<>();
    for (LogGroup group : groups) {
      List<LogLine.Statement> some =
          group.statements().stream().filter(s -> filter.takes(s.entry())).toList();
      if (!some.isEmpty()) {
        all.add(group.head());
        all.addAll(some);
        shown.add(group);
        lastShown = group;
      }
    }
    lines.setAll(all);
  }

  /// Forgets all.
  void clear() {
    groups.clear();
    byAction.clear();
    shown.clear();
    lastShown = null;
    kept = 0;
    lines.clear();
  }

  /// Returns the group that a statement belongs to: that of its action; where it has none, the last
  /// one if that has the same sort of reason.
  private LogGroup group(Entry entry) {
    long action = entry.action().id();
    LogGroup known = action == 0 ? groups.peekLast() : byAction.get(action);
    if (known != null && (action != 0 || known.goesOnWith(entry))) {
      return known;
    }
    LogGroup made = new LogGroup(nextKey++, entry);
    groups.addLast(made);
    if (action != 0) {
      byAction.put(action, made);
    }
    return made;
  }

  /// Returns the index after the last line of `group`.
  private int end(LogGroup group) {
    int at = lines.size();
    while (!belongs(lines.get(at - 1), group)) {
      at--;
    }
    return at;
  }

  private static boolean belongs(LogLine line, LogGroup group) {
    return switch (line) {
      case LogLine.Head head -> head.key() == group.key();
      case LogLine.Statement statement -> statement.group() == group;
    };
  }

  private void retitle(LogGroup group) {
    for (int at = lines.size() - 1; at >= 0; at--) {
      if (lines.get(at) instanceof LogLine.Head head && head.key() == group.key()) {
        lines.set(at, group.head());
        return;
      }
    }
  }

  /// Forgets the oldest statements beyond the capacity.
  private void trim() {
    if (kept <= capacity) {
      return;
    }
    int fromFront = 0;
    LogGroup cut = null;
    while (kept > capacity) {
      LogGroup oldest = groups.getFirst();
      LogLine.Statement gone = oldest.statements().removeFirst();
      kept--;
      boolean isShown = shown.contains(oldest);
      if (isShown && cut != oldest) {
        fromFront++;
        cut = oldest;
      }
      fromFront += filter.takes(gone.entry()) ? 1 : 0;
      if (oldest.statements().isEmpty()) {
        groups.removeFirst();
        byAction.remove(gone.entry().action().id());
        shown.remove(oldest);
        cut = null;
      }
    }
    lines.remove(0, fromFront);
    if (cut != null) {
      lines.addFirst(cut.head());
    }
  }
}
