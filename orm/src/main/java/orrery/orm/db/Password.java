package orrery.orm.db;

/// What a server wants to hear before it opens a database. It is told to nobody else: neither in a
/// text of this nor of what holds it.
///
/// @param text the password; empty where none was given
public record Password(String text) {

  /// No password.
  public static final Password NONE = new Password("");

  /// Says whether there is one.
  boolean isGiven() {
    return !text.isEmpty();
  }

  @Override
  public String toString() {
    return isGiven() ? "***" : "";
  }
}
