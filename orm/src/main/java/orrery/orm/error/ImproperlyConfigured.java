package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// Models or settings that contradict each other.
public class ImproperlyConfigured extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ImproperlyConfigured(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ImproperlyConfigured(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
