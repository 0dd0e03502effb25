package orrery.orm.error;

/// A field that a model does not have, where its own fields are asked for by name.
public final class FieldDoesNotExist extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public FieldDoesNotExist(String sentence) {
    super(sentence);
  }
}
