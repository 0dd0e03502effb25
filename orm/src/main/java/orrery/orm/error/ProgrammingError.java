package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A statement that the database does not understand.
public class ProgrammingError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ProgrammingError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ProgrammingError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
