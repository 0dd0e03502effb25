package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// An argument that a method does not take, or a step where it may not stand.
public class TypeError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public TypeError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public TypeError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
