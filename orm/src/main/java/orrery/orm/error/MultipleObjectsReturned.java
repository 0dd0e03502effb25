package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// More than one object where `get()` promised one.
public class MultipleObjectsReturned extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public MultipleObjectsReturned(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public MultipleObjectsReturned(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
