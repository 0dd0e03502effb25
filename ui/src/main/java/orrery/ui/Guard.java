package orrery.ui;

/// What stands before everything that would lose work which is not saved: another run, another
/// database, the end of the program. Belongs to the window's thread.
@FunctionalInterface
public interface Guard {
  /// Lets everything pass.
  Guard OPEN = _ -> true;

  /// Says whether nothing would be lost; else asks the user what to do and, where they want to go
  /// on, runs `goOn` later.
  boolean lets(Runnable goOn);
}
