package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// Text that is no chain.
public class SyntaxError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public SyntaxError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public SyntaxError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
