package orrery.orm.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// No object where `get()` or a relation promised one; Django's `DoesNotExist`.
public class ObjectDoesNotExist extends OrmError {

  private static final long serialVersionUID = 1L;

  private final @Nullable String model;

  /// Makes an error that says `sentence`.
  public ObjectDoesNotExist(String sentence) {
    this(sentence, (String) null);
  }

  /// Makes an error that says `sentence`: the `DoesNotExist` of `model`.
  ///
  /// @param model the name of the model that there is no object of
  public ObjectDoesNotExist(String sentence, @Nullable String model) {
    super(sentence);
    this.model = model;
  }

  /// Makes an error that says `sentence` and was caused by `cause`.
  public ObjectDoesNotExist(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.model = null;
  }

  /// Returns the name of the model that there is no object of: what tells Django's
  /// `Book.DoesNotExist` from `Author.DoesNotExist`.
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /// Returns `DoesNotExist`, the name that Django prints.
  @Override
  public String type() {
    return "DoesNotExist";
  }
}
