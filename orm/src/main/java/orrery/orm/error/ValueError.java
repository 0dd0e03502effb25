package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A value that has the right type and is still not acceptable.
public class ValueError extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ValueError(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ValueError(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
