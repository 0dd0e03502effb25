package orrery.ui;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every statement that was sent, oldest first. Thread-safe; listeners are called on the thread
/// that sent the statement.
public interface QueryLog {
  /// Returns all statements so far.
  List<Entry> entries();

  /// Calls `listener` for each statement when it has ended.
  void listen(Consumer<Entry> listener);

  /// One statement that was sent.
  ///
  /// @param nanos how long it took
  /// @param rows how many rows came or were changed; -1 where unknown
  record Entry(
      long id,
      Instant time,
      String sql,
      List<@Nullable Object> bindings,
      long rows,
      long nanos,
      String connection,
      String reason,
      @Nullable String error) {}
}
