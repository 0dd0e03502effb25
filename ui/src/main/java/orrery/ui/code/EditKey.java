package orrery.ui.code;

/// A key that does more in the editor than in a plain text control.
enum EditKey {
  /// Deletes the character before the caret, and with a pair's first its second.
  BACKSPACE,
  /// Takes a choice, or starts a line.
  ENTER,
  /// Takes a choice, steps out of a bracket, or moves text in.
  TAB,
  /// Moves text out.
  BACK_TAB
}
