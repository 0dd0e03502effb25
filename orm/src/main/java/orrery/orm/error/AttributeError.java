package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A method that does not exist, or a name that an object does not have.
public class AttributeError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public AttributeError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public AttributeError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
