package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A statement inside a transaction that is already broken.
public class TransactionManagementError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public TransactionManagementError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public TransactionManagementError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
