package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A value that the database cannot hold.
public class DataError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public DataError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public DataError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
