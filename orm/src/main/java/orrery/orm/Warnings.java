package orrery.orm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a programmer should know although nothing failed: Python's `warnings`. Thread-safe.
///
/// Whoever listens is told; where nobody does, the program's log is.
public final class Warnings {

  private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  Warnings() {}

  /// Tells `message`.
  void warn(String message) {
    if (listeners.isEmpty()) {
      LOG.warn(message);
    }
    listeners.forEach(listener -> listener.accept(message));
  }

  /// Has `listener` told of each warning, on the thread that gives it.
  ///
  /// @return what ends the listening
  public Runnable listen(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Starts to collect warnings: Python's `catch_warnings(record=True)`.
  public Capture capture() {
    return new Capture(this);
  }

  /// What was told between its making and its closing. Thread-safe.
  public static final class Capture implements AutoCloseable {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Runnable end;

    private Capture(Warnings warnings) {
      this.end = warnings.listen(messages::add);
    }

    /// Returns the messages, in the order in which they were told.
    public List<String> messages() {
      return List.copyOf(messages);
    }

    /// Ends the collecting; what was collected stays.
    @Override
    public void close() {
      end.run();
    }
  }
}
