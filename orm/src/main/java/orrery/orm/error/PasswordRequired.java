package orrery.orm.error;

import org.jspecify.annotations.Nullable;

/// A server does not open a database without a password, or without another one. An
/// [OperationalError] for all who do not ask people for passwords.
public class PasswordRequired extends OperationalError {

  private static final long serialVersionUID = 1L;

  /// Makes an error that says `sentence` and was caused by `cause`.
  public PasswordRequired(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  @Override
  public String type() {
    return "OperationalError";
  }
}
