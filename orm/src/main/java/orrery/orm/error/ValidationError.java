package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A value that a field does not accept.
public class ValidationError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ValidationError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ValidationError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
