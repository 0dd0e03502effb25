package orrery.orm.error;

/// An operation that expressions are not given an operator for, since conditions have it.
public final class NotImplementedError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public NotImplementedError(String sentence) {
    super(sentence);
  }
}
