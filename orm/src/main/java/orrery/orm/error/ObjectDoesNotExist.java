package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// No object where `get()` or a relation promised one; Django's `DoesNotExist`.
public class ObjectDoesNotExist extends OrmError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence`.
  public ObjectDoesNotExist(String sentence) {
    super(sentence);
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ObjectDoesNotExist(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /// Returns `DoesNotExist`, the name that Django prints.
  @Override
  public String type() {
    return "DoesNotExist";
  }
}
