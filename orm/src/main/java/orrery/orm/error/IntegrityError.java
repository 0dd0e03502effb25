package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A constraint of the database that a write would break.
public class IntegrityError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public IntegrityError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public IntegrityError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
