package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// Something that this database, or this form of query, does not support.
public class NotSupportedError extends DatabaseError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public NotSupportedError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public NotSupportedError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
