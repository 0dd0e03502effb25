package orrery.ui.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.db.Entry;
import orrery.ui.Cost;
import orrery.ui.Workbench;

/// The statements that were sent, the latest of them, in groups. Belongs to the window's thread;
/// what comes from others waits for the next picture.
public final class LogViewModel {
  /// How many statements are kept.
  public static final int CAPACITY = 10_000;

  private final Executor nextFrame;
  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(LogFilter.ALL);
  private final ObjectProperty<LogLine.@Nullable Statement> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Cost> total = new ReadOnlyObjectWrapper<>(Cost.NONE);

  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isScheduled = new AtomicBoolean();
  private final LogLines groups = new LogLines(lines, CAPACITY);
  private final Set<Long> known = new HashSet<>();
  private Runnable stopListening = () -> {};

  /// Makes it for the databases that `workbench` opens.
  ///
  /// @param nextFrame runs work on the window's thread when the next picture is drawn
  public LogViewModel(Workbench workbench, Executor nextFrame) {
    this.nextFrame = nextFrame;
    filter.addListener((_, _, now) -> groups.filter(now));
    workbench.databaseProperty().subscribe(this::follow);
  }

  // Properties

  /// The lines: of each group a head, then its statements.
  public ObservableList<LogLine> lines() {
    return lines;
  }

  /// Which statements are shown.
  public ObjectProperty<LogFilter> filterProperty() {
    return filter;
  }

  /// The statement that is looked at; null where none is.
  public ObjectProperty<LogLine.@Nullable Statement> selectedProperty() {
    return selected;
  }

  /// What all statements since the last clearing cost.
  public ReadOnlyObjectProperty<Cost> totalProperty() {
    return total.getReadOnlyProperty();
  }

  // Commands

  /// Forgets all statements that are shown; what the database's log keeps stays.
  public void clear() {
    waiting.clear();
    selected.set(null);
    groups.clear();
    total.set(Cost.NONE);
  }

  private void follow(@Nullable OpenDatabase database) {
    stopListening.run();
    stopListening = () -> {};
    clear();
    known.clear();
    if (database != null) {
      // What is sent in between comes both ways.
      stopListening = database.log().listen(this::sent);
      List<Entry> before = database.log().entries();
      before.forEach(entry -> known.add(entry.id()));
      add(before);
    }
  }

  /// Takes a statement that was sent. Thread-safe.
  void sent(Entry entry) {
    waiting.add(entry);
    if (isScheduled.compareAndSet(false, true)) {
      nextFrame.execute(this::show);
    }
  }

  private void show() {
    isScheduled.set(false);
    List<Entry> batch = new ArrayList<>();
    for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
      if (!known.remove(entry.id())) {
        batch.add(entry);
      }
    }
    add(batch);
  }

  private void add(List<Entry> batch) {
    Cost cost = total.get();
    for (Entry entry : batch) {
      cost = entry.counted() ? cost.plus(new Cost(1, entry.nanos())) : cost;
    }
    groups.add(batch);
    total.set(cost);
  }
}
