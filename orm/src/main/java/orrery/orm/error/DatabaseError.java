package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// The database refused, or could not be reached.
public class DatabaseError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public DatabaseError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public DatabaseError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
