package orrery.ui;

/// Where the run of a chain stands.
public sealed interface RunState {
  /// Nothing was run yet.
  record Idle() implements RunState {}

  /// It is under way.
  ///
  /// @param text the text that runs
  /// @param since `System.nanoTime()` of its start
  record Running(String text, long since) implements RunState {}

  /// It ended with the workbench's answer.
  record Done(Cost cost) implements RunState {}

  /// The user stopped it.
  ///
  /// @param nanos how long it had run
  record Stopped(String text, long nanos) implements RunState {}

  /// It failed.
  record Failed(String text, Trouble trouble) implements RunState {}
}
