package orrery.ui;

/// Where the opening of a database stands.
public sealed interface OpenState {
  /// Nothing is being opened.
  record Idle() implements OpenState {}

  /// It is under way.
  ///
  /// @param since `System.nanoTime()` of its start
  record Opening(String location, long since) implements OpenState {}

  /// It failed; what was open before still is.
  ///
  /// @param password whether the server wants a password, or another one
  record Failed(String location, Trouble trouble, boolean password) implements OpenState {}
}
