package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A name in a query that no field answers to, or a use of a field that its kind forbids.
public class FieldError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public FieldError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public FieldError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
