package orrery.orm.db;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The statements that were sent, the latest of them: of one database, or of several that share it.
///
/// Bounded in two ways: by the number of statements and by the number of values they hold, so that
/// large bulk statements do not stay in memory. Thread-safe.
public final class QueryLog {

  /// How many statements are kept unless another number is given.
  public static final int CAPACITY = 10_000;

  /// How many values all kept statements may hold.
  private static final int VALUES = 1_000_000;

  private final int capacity;
  private final int mostValues;
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong counted = new AtomicLong();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private long values;

  /// Makes one that keeps the last [#CAPACITY] statements.
  public QueryLog() {
    this(CAPACITY);
  }

  /// Makes one that keeps the last `capacity` statements.
  public QueryLog(int capacity) {
    this(capacity, VALUES);
  }

  QueryLog(int capacity, int mostValues) {
    this.capacity = capacity;
    this.mostValues = mostValues;
  }

  /// Returns the number of the next statement.
  long nextId() {
    return ids.incrementAndGet();
  }

  /// Adds a statement that is done, then tells the listeners.
  void add(Entry entry) {
    synchronized (entries) {
      entries.addLast(entry);
      values += entry.sql().bindings().size();
      while (entries.size() > capacity || (values > mostValues && entries.size() > 1)) {
        values -= entries.removeFirst().sql().bindings().size();
      }
    }
    if (entry.counted()) {
      counted.incrementAndGet();
    }
    listeners.forEach(listener -> listener.accept(entry));
  }

  /// Returns the statements that are kept, in the order in which they were done.
  public List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  /// Returns how many statements were counted since the log was made, forgotten ones included.
  public long count() {
    return counted.get();
  }

  /// Forgets the statements; numbers and [#count] go on.
  public void clear() {
    synchronized (entries) {
      entries.clear();
      values = 0;
    }
  }

  /// Has `listener` told of each statement as soon as it is done, on the thread that ran it: it
  /// should hand over and return. What it throws reaches whoever ran the statement.
  ///
  /// @return what ends the listening
  public Runnable listen(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Starts to collect every statement of every thread.
  public Capture capture() {
    return new Capture(this, entry -> true);
  }

  /// Starts to collect the statements of `action`.
  public Capture capture(Action action) {
    return new Capture(this, entry -> entry.action() == action);
  }

  /// Starts to collect the statements sent to the database called `alias`.
  public Capture capture(String alias) {
    return new Capture(this, entry -> entry.connection().equals(alias));
  }

  /// What was sent between its making and its closing: Django's `CaptureQueriesContext`.
  /// Thread-safe.
  public static final class Capture implements AutoCloseable {

    private final List<Entry> entries = new ArrayList<>();
    private final Runnable end;

    private Capture(QueryLog log, Predicate<Entry> wanted) {
      this.end =
          log.listen(entry -> {
            if (wanted.test(entry)) {
              add(entry);
            }
          });
    }

    private synchronized void add(Entry entry) {
      entries.add(entry);
    }

    /// Returns the counted statements, in the order in which they were begun.
    public List<Entry> entries() {
      return all().stream().filter(Entry::counted).toList();
    }

    /// Returns all statements, those included that control transactions, in the order in which they
    /// were begun.
    public synchronized List<Entry> all() {
      return entries.stream().sorted((a, b) -> Long.compare(a.id(), b.id())).toList();
    }

    /// Returns how many statements counted.
    public int count() {
      return entries().size();
    }

    /// Ends the collecting; what was collected stays.
    @Override
    public void close() {
      end.run();
    }
  }
}
