package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A model or a function that does not exist.
public class NameError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public NameError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public NameError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
