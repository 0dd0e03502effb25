package orrery.orm.error;

/// A chain whose meaning leads round in a circle, or is nested deeper than can be followed.
public final class RecursionError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence` and was caused by `cause`.
  public RecursionError(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
