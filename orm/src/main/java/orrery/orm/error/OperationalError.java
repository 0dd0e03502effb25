package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// Trouble of the database's operation: unreachable, locked, interrupted, full, read-only.
public class OperationalError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public OperationalError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public OperationalError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
