package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// An index past the end of a result.
public class IndexError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public IndexError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public IndexError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
